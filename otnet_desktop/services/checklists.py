"""Checklists of meetings: what to think of before, and afterwards, ticked per meeting."""

from __future__ import annotations

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.checklists import checklist_of
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.services.material import Material
from otnet_desktop.services.steps import Steps


class ChecklistsService:
    """Ticks stay with a meeting that is moved."""

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
