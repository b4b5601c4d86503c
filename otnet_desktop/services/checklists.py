"""Checklists: what to think of before one books, before a meeting and afterwards."""

from __future__ import annotations

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.checklists import BEFORE_BOOKING, checklist_of
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.material import Material
from otnet_desktop.services.steps import Steps


class ChecklistsService:
    """Ticks stay with a meeting that is moved; before there is one, with the person."""

    def __init__(self, steps: Steps, material: Material) -> None:
        self._steps = steps
        self._store = steps.store
        self._material = material

    def items(self, meeting: Meeting) -> tuple[str, ...]:
        """What helps now; nothing where the meeting is off."""
        return self._material.checklists.get(checklist_of(meeting), ())

    def ticked(self, meeting: Meeting) -> frozenset[str]:
        """What of it is done."""
        return self._store.meeting_ticks.of(meeting.id, checklist_of(meeting))

    def tick(self, meeting: Meeting, item: str, done: bool) -> None:
        """Tick an item, or take the tick away."""
        title = "Tick" if done else "Take away a tick"
        with self._steps.step(title, meeting.plan.people, Room.MEETINGS, tells_facts=False):
            self._store.meeting_ticks.tick(meeting.id, checklist_of(meeting), item, done)

    def before_booking(self) -> tuple[str, ...]:
        """What helps before one agrees on a time."""
        return self._material.checklists.get(BEFORE_BOOKING, ())

    def ticked_with(self, person: PersonId) -> frozenset[str]:
        """What of it is done with somebody."""
        return self._store.research.ticked(person, BEFORE_BOOKING)

    def tick_with(self, person: PersonId, item: str, done: bool) -> None:
        """Tick an item of it for somebody, or take the tick away."""
        with self._steps.step("Tick" if done else "Take away a tick", [person], Room.RESEARCH, tells_facts=False):
            self._store.research.tick(person, BEFORE_BOOKING, item, done)
