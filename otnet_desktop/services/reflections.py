"""Reflections after meetings, and what they say about settings side by side."""

from __future__ import annotations

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.meetings import MeetingId
from otnet_desktop.domain.reflections import BEST_FIT, LEAST_FIT, Reflected, Reflection
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.services.steps import Steps


class ReflectionsService:
    """My own words; they are kept whatever was agreed about notes."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._store = steps.store

    def of(self, meeting: MeetingId) -> Reflection:
        """What was thought after one meeting; an empty reflection when nothing was."""
        return self._store.reflections.of(meeting)

    def all(self) -> list[Reflected]:
        """Every reflection beside its meeting, the latest meeting first."""
        found = {reflection.meeting: reflection for reflection in self._store.reflections.all()}
        meetings = self._store.meetings.many(list(found))
        return [Reflected(meeting, found[meeting.id]) for meeting in reversed(meetings)]

    def save(self, reflection: Reflection, *, sitting: int | None = None) -> int | None:
        """Keep it as it is written. ``sitting`` is that of ``ResearchService.save_notes``. Raises BadInput."""
        if any(not LEAST_FIT <= fit.score <= BEST_FIT for fit in reflection.fits):
            raise BadInput(
                sentence("A fit is a number from {least_fit} to {best_fit}.", least_fit=LEAST_FIT, best_fit=BEST_FIT)
            )
        people = self._store.meetings.get(reflection.meeting).plan.people
        with self._steps.step("Edit reflection", people, Room.JOURNEY, sitting=sitting, tells_facts=False) as step:
            self._store.reflections.save(reflection, self._steps.clock.now())
        return step

    def settings_of(self, meeting: MeetingId) -> list[str]:
        """The settings one may have got to know in a meeting: where its people work, and those felt about already."""
        people = self._store.people.many(self._store.meetings.get(meeting).plan.people)
        named = [place.setting for person in people for place in person.profile.affiliations if place.is_current]
        named += [fit.setting for fit in self.of(meeting).fits]
        return list(dict.fromkeys(setting for setting in named if setting))
