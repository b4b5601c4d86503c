"""Thank-yous: given once, skipped with a reason, or refused kindly when already given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.errors import NotAllowed
from otnet_desktop.domain.meetings import MeetingId
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.rules.thanks import ledger
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.domain.thanks import ThanksOnRecord
from otnet_desktop.services.steps import Steps


@dataclass(frozen=True, slots=True)
class Given:
    """A thank-you on record."""

    at: datetime
    how: f.ThanksHow


class AlreadyThanked(NotAllowed):
    """There was a thank-you for this meeting already; ``given`` tells when and how."""

    def __init__(self, name: str, given: Given) -> None:
        told = sentence("You thanked {name} for this on {day}.", name=name, day=given.at.date())
        super().__init__(told, "Thank again only if you mean to.")
        self.given = given


class ThanksService:
    """The ledger of thanks. An ``occasion`` is the ref of a meeting or encounter, or names an answer by mail."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._store = steps.store

    def given(self, person: PersonId, occasion: str) -> Given | None:
        """The thank-you already given for an occasion, if any."""
        ref = self._store.people.get(person).ref
        counted = ledger(self._store.facts.of_kind(f.Thanked, [person])).get((occasion, ref))
        return Given(counted.at, counted.how) if counted else None

    def last(self, person: PersonId, since: datetime) -> tuple[str, Given] | None:
        """The last occasion one thanked them for, and how; none where nothing was given from ``since`` on."""
        ref = self._store.people.get(person).ref
        given = [
            (occasion, Given(counted.at, counted.how))
            for (occasion, pid), counted in ledger(self._store.facts.of_kind(f.Thanked, [person])).items()
            if pid == ref and counted.at >= since
        ]
        return max(given, key=lambda one: one[1].at, default=None)

    def on_record(self) -> list[ThanksOnRecord]:
        """Every thank-you ever given, the latest first."""
        rows = self._store.looking_back.thanks_given()
        known = {MeetingId(meeting) for *_, meeting in rows if meeting is not None}
        meetings = {meeting.id: meeting for meeting in self._store.meetings.many(sorted(known))}
        return [
            ThanksOnRecord(PersonId(person), at, f.ThanksHow(how), meetings.get(MeetingId(meeting or 0)))
            for person, at, how, meeting in rows
        ]

    def thank(
        self,
        people: Sequence[PersonId],
        occasion: str,
        how: f.ThanksHow,
        *,
        again: bool = False,
        at: datetime | None = None,
    ) -> None:
        """Record thanks given. Raises AlreadyThanked for a second one unless ``again``."""
        for person in people:
            given = self.given(person, occasion)
            if given is not None and not again:
                raise AlreadyThanked(self._store.people.get(person).profile.short_name, given)
        fact = f.Thanked(mid=occasion, pids=(), how=how, forced=again, at=at or self._steps.clock.now())
        with self._steps.step("Thank", list(people), Room.MEETINGS):
            for person in people:
                self._store.facts.record(fact, person, meeting=self._store.meetings.id_of(occasion))

    def skip(self, person: PersonId, occasion: str, reason: str = "", at: datetime | None = None) -> None:
        """No thank-you this time."""
        fact = f.ThanksSkipped(mid=occasion, pid="", reason=reason, at=at or self._steps.clock.now())
        with self._steps.step("Skip thanks", [person], Room.MEETINGS):
            self._store.facts.record(fact, person, meeting=self._store.meetings.id_of(occasion))
