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
from otnet_desktop.services.steps import Steps


@dataclass(frozen=True, slots=True)
class Given:
    """A thank-you on record."""

    at: datetime
    how: f.ThanksHow


class AlreadyThanked(NotAllowed):
    """There was a thank-you for this meeting already; ``given`` tells when and how."""

    def __init__(self, name: str, given: Given) -> None:
        super().__init__(f"You thanked {name} for this on {given.at:%Y-%m-%d}.", "Thank again only if you mean to.")
        self.given = given


class ThanksService:
    """The ledger of thanks."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._store = steps.store

    def given(self, person: PersonId, meeting: MeetingId | None) -> Given | None:
        """The thank-you already given for a meeting, if any."""
        ref = self._store.meetings.get(meeting).ref if meeting is not None else ""
        thanked = [
            fact
            for fact in self._store.facts.about([person])
            if isinstance(fact, f.Thanked)
            and fact.mid == ref
            and fact.pids == (self._store.people.get(person).ref,)
            and meeting is not None
        ]
        last = max(thanked, key=lambda fact: (fact.at, fact.seq), default=None)
        return Given(last.at, last.how) if last else None

    def thank(
        self,
        people: Sequence[PersonId],
        meeting: MeetingId | None,
        how: f.ThanksHow,
        *,
        again: bool = False,
        at: datetime | None = None,
    ) -> None:
        """Record thanks given. Raises AlreadyThanked for a second one unless ``again``."""
        at = at or self._steps.clock.now()
        for person in people:
            given = self.given(person, meeting)
            if given is not None and not again:
                raise AlreadyThanked(self._store.people.get(person).profile.short_name, given)
        with self._steps.step("Thank", list(people), Room.MEETINGS):
            for person in people:
                self._store.facts.record(
                    f.Thanked(mid="", pids=(), how=how, forced=again, at=at), person, meeting=meeting
                )

    def skip(self, person: PersonId, meeting: MeetingId | None, reason: str = "", at: datetime | None = None) -> None:
        """No thank-you this time."""
        with self._steps.step("Skip thanks", [person], Room.MEETINGS):
            self._store.facts.record(
                f.ThanksSkipped(mid="", pid="", reason=reason, at=at or self._steps.clock.now()),
                person,
                meeting=meeting,
            )
