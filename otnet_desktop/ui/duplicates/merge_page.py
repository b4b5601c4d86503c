"""Two people side by side, to be made one or told apart. Everything is kept; it asks only where one value must win.

Public: ``MergePage(workspace, pair, evidence)`` with ``choices()``, ``show_working()``, ``show_idle()`` and the signals
``accepted`` and ``different``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from otnet_desktop.domain.merge import Side
from otnet_desktop.domain.people import Person
from otnet_desktop.services.merging import Pair
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.asides import Aside
from otnet_desktop.ui.duplicates.choice_row import ChoiceRow
from otnet_desktop.ui.duplicates.two_people import rows_of
from otnet_desktop.ui.duplicates.words import status_words
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.widgets.buttons import plain_button, primary_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.face import FaceLabel
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.initials import tint_of
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class MergePage(Aside):
    """Both, what to decide, what both keep, and three buttons."""

    accepted = Signal()
    different = Signal()

    def __init__(self, workspace: Workspace, pair: Pair, evidence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("One person or two?"))
        set_help(self, "duplicates")
        self.pair = pair
        self.accept_button = primary_button(self.tr("Make one person of them"), "people")
        self.accept_button.clicked.connect(self.accepted)
        self.different_button = plain_button(self.tr("They are two people"))
        self.different_button.clicked.connect(self.different)
        self._cancel = plain_button(self.tr("Cancel"))
        self._cancel.clicked.connect(self.finished)
        self.rows = [ChoiceRow(*row) for row in rows_of(workspace, pair)]
        self._working = PlainLabel(tone="soft")
        self._working.hide()
        self.body.addWidget(self._scrolled(evidence), 1)
        self.body.addWidget(self._working)
        self.body.addLayout(self._foot())

    def first_field(self) -> QWidget:
        """What is to be decided first, else the button."""
        buttons = [button for row in self.rows for button in row.buttons()]
        return buttons[0] if buttons else self.accept_button

    def choices(self) -> dict[str, Side]:
        """Whose value wins, by field."""
        return {row.key: row.side() for row in self.rows if row.key}

    def show_working(self) -> None:
        """It is being done: nothing more can be said."""
        self._working.setText(self.tr("Backing up, then making one person of them…"))
        with self.keyboard_kept():
            self._set_idle(False)

    def show_idle(self) -> None:
        """It could not be done; it may be tried again."""
        self._set_idle(True)
        if self._close.hasFocus():
            self.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_idle(self, idle: bool) -> None:
        self._working.setVisible(not idle)
        for part in (*self.rows, self.accept_button, self.different_button, self._cancel):
            part.setEnabled(idle)

    def _scrolled(self, evidence: str) -> QScrollArea:
        page = QWidget()
        set_surface(page, Surface.GROUND)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 3 * STEP, 0)
        column.setSpacing(3 * STEP)
        column.addLayout(self._both())
        for text in (evidence, status_words().get(self.pair.status, "")):
            if text:
                column.addWidget(PlainLabel(text, tone="soft"))
        kept = self.tr("Everything else is kept")
        for title, rows in ((self.tr("Which shall it be?"), True), (kept, False)):
            self._add_card(column, title, [row for row in self.rows if bool(row.key) is rows])
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area

    def _add_card(self, column: QVBoxLayout, title: str, rows: list[ChoiceRow]) -> None:
        if not rows:
            return
        card = Card(title)
        card.body.setSpacing(3 * STEP)
        for row in rows:
            card.body.addWidget(row)
        if rows[0].key:
            told = self.tr("What you do not choose is not lost: the other name still finds them, the rest is noted.")
            card.body.addWidget(PlainLabel(told, TextSize.CAPTION, "soft"))
        column.addWidget(card)

    def _both(self) -> QHBoxLayout:
        beside = QHBoxLayout()
        beside.setSpacing(4 * STEP)
        for person in (self.pair.stays, self.pair.goes):
            beside.addWidget(_Head(person), 1)
        return beside

    def _foot(self) -> FlowLayout:
        foot = FlowLayout(spacing=2 * STEP)
        for button in (self.accept_button, self.different_button, self._cancel):
            foot.addWidget(button)
        return foot


class _Head(QWidget):
    """A face, a name and a place."""

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        profile = person.profile
        face = FaceLabel(38)
        face.show_person(profile.full_name, tint_of(person.ref))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(PlainLabel(profile.full_name, TextSize.TITLE))
        place = " · ".join(part for part in (profile.current.title, profile.current.organisation) if part)
        if place:
            column.addWidget(PlainLabel(place, TextSize.CAPTION, "soft"))
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * STEP)
        row.addWidget(face, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
