"""People side by side, to be made one or told apart. Everything is kept; it asks only where one value must win.

Public: ``MergePage(workspace, alike, evidence)`` with ``winners()``, ``show_working()``, ``show_idle()`` and the
signals ``accepted``, ``different`` and ``left_out(person)``, where there are more than two.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from otnet_desktop.domain.people import Person, PersonId
from otnet_desktop.services.merging import Alike
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.asides import Aside
from otnet_desktop.ui.duplicates.choice_row import ChoiceRow
from otnet_desktop.ui.duplicates.two_people import rows_of
from otnet_desktop.ui.duplicates.words import status_words
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.widgets.buttons import plain_button, primary_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.face import FaceLabel
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.initials import tint_of
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.scrolled import scrolled

MOST = 4
"""People side by side; more have no room, and come next."""


class MergePage(Aside):
    """Everybody, what to decide, what all keep, and three buttons."""

    accepted = Signal()
    different = Signal()
    left_out = Signal(int)
    """This one is somebody else; the others are still looked at."""

    def __init__(self, workspace: Workspace, alike: Alike, evidence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        two = len(alike.people) == 2
        self.set_title(self.tr("One person or two?") if two else self.tr("One person or several?"))
        set_help(self, "duplicates")
        self.alike = alike
        self.accept_button = primary_button(self.tr("Make one person of them"), "people")
        self.accept_button.clicked.connect(self.accepted)
        self.different_button = plain_button(
            self.tr("They are two people") if two else self.tr("They are different people")
        )
        self.different_button.clicked.connect(self.different)
        self._cancel = plain_button(self.tr("Cancel"))
        self._cancel.clicked.connect(self.finished)
        self.rows = [ChoiceRow(*row) for row in rows_of(workspace, alike)]
        self.heads = [_Head(person, may_go=not two) for person in alike.people]
        for head in self.heads:
            head.goes.connect(self.left_out)
        self._working = PlainLabel(tone="soft")
        self._working.hide()
        self.body.addWidget(self._scrolled(evidence), 1)
        self.body.addWidget(self._working)
        self.body.addLayout(self._foot())

    def first_field(self) -> QWidget:
        """What is to be decided first, else the button."""
        buttons = [button for row in self.rows for button in row.buttons()]
        return buttons[0] if buttons else self.accept_button

    def winners(self) -> dict[str, PersonId]:
        """Whose value wins, by field."""
        return {row.key: self.alike.people[row.chosen_place()].id for row in self.rows if row.key}

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
        for part in (*self.heads, *self.rows, self.accept_button, self.different_button, self._cancel):
            part.setEnabled(idle)

    def _scrolled(self, evidence: str) -> QScrollArea:
        page = QWidget()
        set_surface(page, Surface.GROUND)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 3 * STEP, 0)
        column.setSpacing(3 * STEP)
        column.addLayout(self._everybody())
        for text in (evidence, status_words().get(self.alike.status, "")):
            if text:
                column.addWidget(PlainLabel(text, tone="soft"))
        kept = self.tr("Everything else is kept")
        for title, rows in ((self.tr("Which shall it be?"), True), (kept, False)):
            self._add_card(column, title, [row for row in self.rows if bool(row.key) is rows])
        column.addStretch(1)
        return scrolled(page)

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

    def _everybody(self) -> QHBoxLayout:
        beside = QHBoxLayout()
        beside.setSpacing(4 * STEP)
        for head in self.heads:
            beside.addWidget(head, 1)
        return beside

    def _foot(self) -> FlowLayout:
        foot = FlowLayout(spacing=2 * STEP)
        for button in (self.accept_button, self.different_button, self._cancel):
            foot.addWidget(button)
        return foot


class _Head(QWidget):
    """A face, a name and a place; one of several may be left out."""

    goes = Signal(int)

    def __init__(self, person: Person, *, may_go: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        profile = person.profile
        self._person = person.id
        face = FaceLabel(38)
        face.show_person(profile.full_name, tint_of(person.ref))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(PlainLabel(profile.full_name, TextSize.TITLE))
        place = " · ".join(part for part in (profile.current.title, profile.current.organisation) if part)
        if place:
            column.addWidget(PlainLabel(place, TextSize.CAPTION, "soft"))
        if may_go:
            self.out = plain_button(self.tr("Leave out"))
            self.out.setProperty("kind", "link")
            self.out.setAccessibleName(self.tr("Leave {name} out").format(name=one_line(profile.full_name)))
            self.out.clicked.connect(self._go)
            column.addWidget(self.out, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * STEP)
        row.addWidget(face, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def _go(self) -> None:
        self.goes.emit(self._person)
