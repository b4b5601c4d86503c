"""What was offered to somebody and waits for their answer: one click says which they chose.

Public: ``OfferedCard(workspace, intents, person)`` with ``look_again()``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from otnet_desktop.domain.facts import InKind
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.messages import Reply
from otnet_desktop.domain.offers import OfferedTime
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.people import known_zone
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt, succeeded
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.scheduling.span_words import said_on_both_clocks
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.buttons import plain_button, quiet_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class OfferedCard(Card):
    """A row for each time."""

    def __init__(self, workspace: Workspace, intents: Intents, person: PersonId, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        name = one_line(workspace.people.get(person).profile.short_name)
        self.set_title(self.tr("Offered to {name}").format(name=name))
        self._workspace = workspace
        self._intents = intents
        self._person = person
        self._rows: list[QWidget] = []
        self._offers: dict[QPushButton, OfferedTime] = {}
        self.none_suits = quiet_button(self.tr("None of these suits"))
        self.none_suits.clicked.connect(self._decline)
        self.body.addWidget(self.none_suits)
        self.look_again()

    def look_again(self) -> None:
        """Show what is open now."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        offers = self._workspace.offers.open(self._person)
        self._offers = {}
        self._rows = [self._row(offer) for offer in offers]
        for at, row in enumerate(self._rows):
            self.body.insertWidget(at, row)
        self.setVisible(bool(offers))

    def buttons(self) -> list[QPushButton]:
        """One for each time, earliest first."""
        return list(self._offers)

    def _row(self, offer: OfferedTime) -> QWidget:
        zone = self._workspace.preferences.timing().zone
        said = said_on_both_clocks(offer.span, zone, known_zone(offer.their_zone))
        button = plain_button(self.tr("They chose this"), "check")
        button.setAccessibleName(self.tr("They chose {time}").format(time=said))
        button.clicked.connect(self._accept)
        self._offers[button] = offer
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * STEP)
        line.addWidget(PlainLabel(said), 1)
        line.addWidget(button)
        return row

    def _accept(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        offer = self._offers[button]
        meeting: Meeting | None = attempt(self._intents, lambda: self._workspace.offers.accept(offer))
        if meeting is not None:
            self._intents.open_meeting_wanted.emit(meeting.id)
            self._intents.undoable.emit(self.tr("The meeting is booked. Add the link or the place here."))

    def _decline(self) -> None:
        answer = Reply(self._person, InKind.ANOTHER_TIME)
        if succeeded(self._intents, lambda: self._workspace.offers.answered(answer)):
            self._intents.undoable.emit(self.tr("Noted. Other times are ready above."))
