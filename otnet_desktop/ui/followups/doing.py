"""Where each thing is done: a letter, a meeting, an address, or nothing but leaving it be.

Public: ``Doing(workspace, intents, parent)``, which answers ``intents.follow_up_wanted``.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.reminders import Kind, Reminder, Stage
from otnet_desktop.domain.slots import USUAL_LENGTH
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt, succeeded
from otnet_desktop.ui.intents import Intents

IN_ITS_MEETING = frozenset({Kind.MEETING_SOON, Kind.MEETING_PREP, Kind.MEETING_OUTCOME})


class Doing(QObject):
    """A small switchboard: it asks for the place and leaves the rest to it."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents
        intents.follow_up_wanted.connect(self.do)

    def do(self, key: str) -> None:
        """Go where a reminder is answered; what is settled already is told."""
        reminder = attempt(self._intents, lambda: self._workspace.reminders.find(key))
        if reminder is None:
            return
        person = self._workspace.reminders.person_of(key)
        match reminder.kind:
            case kind if kind in IN_ITS_MEETING:
                meeting = self._workspace.reminders.meeting_of(key)
                if meeting is not None:
                    self._intents.open_meeting_wanted.emit(meeting.id)
            case Kind.FIX_ADDRESS:
                self._intents.edit_person_wanted.emit(person)
            case Kind.OPPORTUNITY_DEADLINE:
                self._intents.journey_wanted.emit("opportunities")
            case Kind.RESCHEDULE if is_theirs_now(reminder):
                if succeeded(self._intents, lambda: self._workspace.reminders.dismiss(key)):
                    self._intents.undoable.emit(self.tr("Left with them"))
            case _ if is_to_be_booked(reminder):
                self._intents.meeting_wanted.emit(person)
            case _ if asks_for_times(reminder):
                self._offer_times(person, key)
            case _:
                self._intents.compose_wanted.emit(person, key, "")

    def _offer_times(self, person: PersonId, key: str) -> None:
        """Times that suit stand in the letter when it opens; where none is free, its gaps say what is missing."""
        if attempt(self._intents, lambda: self._workspace.offers.ready(person, USUAL_LENGTH)) is not None:
            self._intents.compose_wanted.emit(person, key, "")


def is_theirs_now(reminder: Reminder) -> bool:
    """They could not make it for the second time: the kind thing is to leave the next step to them."""
    return reminder.variant == "cancelled_by_them" and reminder.values.get("times", "1") != "1"


def is_to_be_booked(reminder: Reminder) -> bool:
    """They named times of their own: one of them is to be chosen."""
    return reminder.kind is Kind.REPLY_NEEDED and reminder.values.get("they") == "proposed"


def asks_for_times(reminder: Reminder) -> bool:
    """They would like to meet, or one of us could not make it: what they need now are (other) times."""
    called_off = reminder.kind is Kind.RESCHEDULE and reminder.variant in ("cancelled_by_them", "cancelled_by_me")
    return called_off or (reminder.kind is Kind.REPLY_NEEDED and reminder.variant == Stage.SCHEDULING)
