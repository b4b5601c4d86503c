"""What the window shows while nobody is here yet: three doors, then a name and a time zone for those who like.

Public: ``WelcomePage(intents)`` with ``attach(workspace)`` (the data are open) and ``first_field()``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.widgets.buttons import plain_button, primary_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from otnet_desktop.services.workspace import Workspace

WIDTH = 720
"""As drawn: lines that are easy to read."""


class WelcomePage(QScrollArea):
    """One quiet page."""

    def __init__(self, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._intents = intents
        self._attached = False
        self.setAccessibleName(self.tr("Welcome"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        set_surface(page, Surface.GROUND)
        inside = QWidget()
        inside.setMaximumWidth(look().metrics.shape(WIDTH))
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(6 * STEP, 8 * STEP, 6 * STEP, 8 * STEP)
        self._column.setSpacing(3 * STEP)
        self._column.addWidget(PlainLabel(self.tr("Your network starts here"), TextSize.HEADING))
        said = self.tr("Three ways to begin. Everything stays on this computer, and everything can be undone.")
        self._column.addWidget(PlainLabel(said, tone="soft"))
        self._column.addSpacing(2 * STEP)
        self._doors()
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(inside, 100)
        across.addStretch(1)
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(across)
        whole.addStretch(1)
        self.setWidget(page)

    def first_field(self) -> QWidget:
        """The first door."""
        return self._import

    def attach(self, workspace: Workspace) -> None:
        """Ask for a name and a time zone; nobody needs to answer."""
        if self._attached:
            return
        self._attached = True
        from otnet_desktop.ui.settings.me_settings import me_setting
        from otnet_desktop.ui.settings.zone_setting import ZoneSetting

        card = Card(self.tr("And you?"), self.tr("if you like; later in Settings"))
        card.body.addWidget(me_setting(workspace, "name"))
        card.body.addWidget(ZoneSetting(workspace))
        self._column.addWidget(card)

    def _doors(self) -> None:
        card = Card(self.tr("Bring the people you know"))
        card.body.setSpacing(STEP)
        for where, how in (
            (self.tr("LinkedIn"), self.tr("Settings, Data privacy, Get a copy of your data: Connections.csv")),
            (self.tr("Google"), self.tr("Contacts, Export, vCard")),
            (self.tr("Outlook"), self.tr("People, select contacts, save or forward as vCard")),
            (self.tr("A phone"), self.tr("Contacts, share or export: a .vcf file")),
        ):
            line = self.tr("{where}: {how}").format(where=where, how=how)
            card.body.addWidget(PlainLabel(line, TextSize.CAPTION, "soft"))
        self._import = primary_button(self.tr("Import…"), "import")
        self._import.setAccessibleName(self.tr("Import contacts from a file"))
        self._import.clicked.connect(self._bring)
        drop = PlainLabel(self.tr("or drop the file anywhere on this window"), TextSize.CAPTION, "soft")
        row = QHBoxLayout()
        row.setSpacing(3 * STEP)
        row.addWidget(self._import)
        row.addWidget(drop, 1)
        card.body.addSpacing(STEP)
        card.body.addLayout(row)
        self._column.addWidget(card)
        doors = QHBoxLayout()
        doors.setSpacing(3 * STEP)
        add = plain_button(self.tr("Add the first person"), "add-person")
        add.clicked.connect(self._intents.add_person_wanted)
        said = self.tr("Somebody whose work you are curious about: a name is enough to begin.")
        doors.addWidget(_door(self.tr("Begin with one person"), said, add), 1)
        sample = plain_button(self.tr("Open the sample network"), "people")
        sample.clicked.connect(self._intents.sample_wanted)
        said = self.tr("Sixty invented people, in a window and a file of their own. They never mix with yours.")
        doors.addWidget(_door(self.tr("Look around first"), said, sample), 1)
        self._column.addLayout(doors)

    def _bring(self) -> None:
        self._intents.import_wanted.emit([])


def _door(title: str, sentence: str, button: QWidget) -> Card:
    card = Card(title)
    card.body.addWidget(PlainLabel(sentence, TextSize.CAPTION, "soft"))
    card.body.addStretch(1)
    card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
    return card
