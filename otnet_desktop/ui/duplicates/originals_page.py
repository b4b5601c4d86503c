"""Whom somebody was made one of: for each time, when it was, both as they were, and the way back while there is one.

Public: ``OriginalsPage(workspace, bridge, intents, person)``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from otnet_desktop.domain.changes import Changed
from otnet_desktop.domain.people import Person
from otnet_desktop.services.merging import Joined
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.asides import Aside
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.dates import said_moment
from otnet_desktop.ui.duplicates.choice_row import ChoiceRow
from otnet_desktop.ui.duplicates.two_people import rows_as_they_were
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.words import plural


class OriginalsPage(Aside):
    """A card for each time, the latest first."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, intents: Intents, person: Person, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        set_help(self, "duplicates")
        self.set_title(self.tr("Joined from: {name}").format(name=one_line(person.profile.full_name)))
        self._workspace = workspace
        self._intents = intents
        self._person = person.id
        self._step = 0
        self.cards: list[Card] = []
        self.undo_button: QPushButton | None = None
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("Whom they were made one of, as they were"))
        self.body.addWidget(self._area, 1)
        self._fill()
        bridge.changed.connect(self._heed)

    def first_field(self) -> QWidget:
        """Undo where it is offered, else what one reads."""
        return self.undo_button or self._area

    def _fill(self) -> None:
        joined = self._workspace.merging.history(self._person)
        page = QWidget()
        set_surface(page, Surface.GROUND)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 3 * STEP, 0)
        column.setSpacing(3 * STEP)
        self.undo_button = None
        self.cards = [self._card(one) for one in joined]
        for card in self.cards:
            column.addWidget(card)
        column.addStretch(1)
        before = self._area.takeWidget()
        if before is not None:
            before.deleteLater()  # its button may be the one that is being pressed
        self._area.setWidget(page)

    def _card(self, joined: Joined) -> Card:
        now, zone = self._workspace.clock.now(), self._workspace.preferences.timing().zone
        names = " · ".join(one_line(one.profile.full_name) for one in (joined.stays, joined.goes))
        card = Card(names, said_moment(joined.at, now, zone))
        card.body.setSpacing(3 * STEP)
        for row in rows_as_they_were(self._workspace, joined):
            card.body.addWidget(ChoiceRow(*row))
        card.body.addWidget(PlainLabel(self._said_way_back(joined), TextSize.CAPTION, "soft"))
        if joined.later == 0 and self.undo_button is None:
            self._step = joined.step
            self.undo_button = plain_button(self.tr("Make different people of them again"), "undo")
            self.undo_button.clicked.connect(self._take_back)
            card.body.addWidget(self.undo_button, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _said_way_back(self, joined: Joined) -> str:
        if joined.later is None:
            return self.tr("It can no longer be undone. Both stay to be seen here.")
        if joined.later == 0:
            if self.undo_button is not None:
                return self.tr("It was done in the same step.")
            return self.tr("It was done last, and can be taken back exactly.")
        return plural(
            joined.later,
            self.tr("Undo takes it back after {n} later change."),
            self.tr("Undo takes it back after {n} later changes."),
        )

    def _take_back(self) -> None:
        if attempt(self._intents, lambda: self._workspace.history.undo(self._step)):
            self._intents.said.emit(self.tr("They are different people again"))

    def _heed(self, changed: Changed) -> None:
        if not changed.concerns(self._person):
            return
        if not self._workspace.merging.history(self._person):  # they are nobody but themselves
            self.finished.emit()
        else:
            if self.isAncestorOf(QApplication.focusWidget() or self.window()):
                self._area.setFocus(Qt.FocusReason.OtherFocusReason)
            self._fill()
