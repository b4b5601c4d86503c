"""Booking, moving and cancelling meetings, saying how they went, and meeting somebody by chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.errors import BadInput, NotAllowed
from otnet_desktop.domain.meetings import (
    LONGEST,
    Meeting,
    MeetingId,
    MeetingKind,
    MeetingNotes,
    MeetingPlan,
)
from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.services.refs import new_ref, new_uid
from otnet_desktop.services.steps import Steps

ENCOUNTER_LENGTH = timedelta(minutes=15)


class MeetingsService:
    """Everything about meetings but the thank-you."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._store = steps.store

    def get(self, meeting: MeetingId) -> Meeting:
        """One meeting. Raises NotFound."""
        return self._store.meetings.get(meeting)

    def of(self, person: PersonId) -> list[Meeting]:
        """Everything one person took or will take part in, earliest first."""
        return self._store.meetings.of(person)

    def between(self, start: datetime, end: datetime) -> list[Meeting]:
        """Meetings of everyone that overlap a span of time."""
        return self._store.meetings.between(start, end)

    def answered(self) -> list[Meeting]:
        """Meetings of everyone in which questions were answered, earliest first."""
        return self._store.meetings.answered()

    def conflicts(self, plan: MeetingPlan, besides: MeetingId | None = None) -> list[Meeting]:
        """Planned meetings at the same time."""
        found = [number for number, *_ in self._store.meeting_times.planned(plan.start, plan.end)]
        return self._store.meetings.many([number for number in found if number != besides])

    def book(self, plan: MeetingPlan, *, ref: str = "", at: datetime | None = None) -> Meeting:
        """Book a meeting. Raises BadInput for times that cannot be, NotAllowed for people who said no."""
        check_times(plan.start, plan.end)
        self._check_people(plan.people)
        return self.agreed(plan, ref=ref, at=at)

    def held(self, plan: MeetingPlan) -> Meeting:
        """Note a meeting after it took place. Raises BadInput when it is not over, NotAllowed as ``book``."""
        check_times(plan.start, plan.end)
        if plan.end > self._now():
            raise BadInput("This meeting is not over yet.", "Book it, and say afterwards how it went.")
        self._check_people(plan.people)
        with self._steps.together("Note meeting"):
            meeting = self.agreed(plan)
            self.turned_out(meeting.id, f.MeetingOutcome.HELD)
        return self.get(meeting.id)

    def agreed(self, plan: MeetingPlan, *, ref: str = "", at: datetime | None = None) -> Meeting:
        """Record that a meeting was agreed, as somebody tells it."""
        at = at or self._now()
        ref = ref or new_ref("m")
        with self._steps.step("Book meeting", plan.people, Room.MEETINGS, Room.SCHEDULE):
            meeting = self._store.meetings.add(ref, new_uid(ref), plan)
            self._store.facts.record(
                f.MeetingAgreed(mid=ref, pids=(), start=plan.start, end=plan.end, format=plan.format, at=at),
                meeting=meeting,
            )
            self._store.meetings.settle(meeting)
            self._settle_offers(plan.people, plan.start)
        return self.get(meeting)

    def met_by_chance(
        self,
        people: Sequence[PersonId],
        *,
        event: str = "",
        notes: MeetingNotes | None = None,
        ref: str = "",
        at: datetime | None = None,
    ) -> Meeting:
        """Met at an event or by chance."""
        at = at or self._now()
        ref = ref or new_ref("m")
        plan = MeetingPlan(
            tuple(people),
            at,
            at + ENCOUNTER_LENGTH,
            f.MeetingFormat.IN_PERSON,
            kind=MeetingKind.ENCOUNTER,
            event=event,
        )
        with self._steps.step("Log encounter", people, Room.MEETINGS):
            meeting = self._store.meetings.add(ref, new_uid(ref), plan)
            self._store.facts.record(f.Encountered(mid=ref, pids=(), event=event, at=at), meeting=meeting)
            if notes is not None:
                self._store.meetings.keep(meeting, notes)
            self._store.meetings.settle(meeting)
        return self.get(meeting)

    def join(self, meeting: MeetingId, person: PersonId, at: datetime | None = None) -> None:
        """Somebody else takes or took part as well."""
        people = self.get(meeting).plan.people
        with self._steps.step("Add to meeting", [*people, person], Room.MEETINGS):
            self._take_in(meeting, [person], at or self._now())

    def move(self, meeting: MeetingId, start: datetime, end: datetime, at: datetime | None = None) -> None:
        """The same meeting at another time: questions, notes and UID stay, the sequence rises."""
        check_times(start, end)
        with self._change(meeting, "Move meeting"):
            self._store.facts.record(
                f.MeetingMoved(mid="", start=start, end=end, at=at or self._now()), meeting=meeting
            )
            self._settle_offers(self.get(meeting).plan.people, start)

    def cancel(self, meeting: MeetingId, by: f.Side, at: datetime | None = None) -> None:
        """It will not take place."""
        with self._change(meeting, "Cancel meeting"):
            self._store.facts.record(f.MeetingCancelled(mid="", by=by, at=at or self._now()), meeting=meeting)

    def went(
        self,
        meeting: MeetingId,
        outcome: f.MeetingOutcome,
        absent: Sequence[PersonId] = (),
        at: datetime | None = None,
    ) -> None:
        """Say how it went. Raises BadInput before it has begun."""
        if self.get(meeting).plan.start > self._now():
            raise BadInput("This meeting has not begun yet.", "Move or cancel it, or wait until it has.")
        self.turned_out(meeting, outcome, absent, at)

    def turned_out(
        self,
        meeting: MeetingId,
        outcome: f.MeetingOutcome,
        absent: Sequence[PersonId] = (),
        at: datetime | None = None,
    ) -> None:
        """Record what became of a meeting, as somebody tells it."""
        at = at or self._now()
        refs = {person.ref: int(person.id) for person in self._store.people.many(list(absent))}
        with self._change(meeting, "Say how it went"):
            self._store.facts.record(
                f.OutcomeRecorded(mid="", outcome=outcome, absent=tuple(refs), at=at), meeting=meeting, absent=refs
            )

    def edit(self, meeting: MeetingId, plan: MeetingPlan) -> None:
        """Change title, place, link and who takes part; a new time is a move. Raises as ``book``.

        Whoever joins is told as a fact. Whoever is taken out stands as if it had never been agreed with them.
        """
        before = self.get(meeting).plan
        check_times(plan.start, plan.end)
        more = [person for person in plan.people if person not in before.people]
        if more or not plan.people:
            self._check_people(more)
        with self._steps.step("Edit meeting", [*before.people, *more], Room.MEETINGS):
            self._store.meetings.edit(meeting, plan)
            self._store.meetings.take_out(meeting, [p for p in before.people if p not in plan.people])
            self._take_in(meeting, more, self._now())
            if (plan.start, plan.end) != (before.start, before.end):
                self._store.facts.record(
                    f.MeetingMoved(mid="", start=plan.start, end=plan.end, at=self._now()), meeting=meeting
                )
                self._settle_offers(plan.people, plan.start)
            self._store.meetings.settle(meeting)

    def counts_as_mentoring(self, meeting: MeetingId, counts: bool) -> None:
        """Whether its time belongs to the hours of mentoring. That may become clear only afterwards."""
        with self._change(meeting, "Count as mentoring" if counts else "Do not count as mentoring"):
            self._store.meetings.edit(meeting, replace(self.get(meeting).plan, is_mentoring=counts))

    def keep(self, meeting: MeetingId, kept: MeetingNotes, *, sitting: int | None = None) -> int | None:
        """Save notes, consent, takeaways and questions. ``sitting`` is that of ``ResearchService.save_notes``."""
        with self._change(meeting, "Edit meeting notes", sitting) as step:
            self._store.meetings.keep(meeting, kept)
        return step

    def _change(self, meeting: MeetingId, title: str, sitting: int | None = None) -> AbstractContextManager[int | None]:
        return settled(self._steps, meeting, title, sitting)

    def _take_in(self, meeting: MeetingId, people: Sequence[PersonId], at: datetime) -> None:
        self._store.meetings.invite(meeting, people)
        for person in people:
            self._store.facts.record(f.Joined(mid="", pid="", at=at), person, meeting=meeting)

    def _check_people(self, people: Sequence[PersonId]) -> None:
        if not people:
            raise BadInput("Nobody is invited yet.", "Choose at least one person.")
        for person in self._store.people.many(list(people)):
            if person.status in (Status.DO_NOT_CONTACT, Status.DECEASED):
                raise NotAllowed(
                    sentence("No meeting can be booked with {name}.", name=person.profile.full_name), "Notes stay."
                )

    def _settle_offers(self, people: Sequence[PersonId], start: datetime) -> None:
        """Whatever way a time was agreed on, it answers what was offered."""
        if start > self._now():
            self._store.offered_times.settle(people, start)

    def _now(self) -> datetime:
        return self._steps.clock.now()


@contextmanager
def settled(steps: Steps, meeting: MeetingId, title: str, sitting: int | None = None) -> Iterator[int | None]:
    """A step about one meeting, after which its row says again what its facts say."""
    people = steps.store.meetings.get(meeting).plan.people
    with steps.step(title, people, Room.MEETINGS, sitting=sitting) as step:
        yield step
        steps.store.meetings.settle(meeting)


def check_times(start: datetime, end: datetime) -> None:
    """Raises BadInput unless the end is after the start, by less than a day."""
    if end <= start:
        raise BadInput("The meeting ends before it begins.", "Check the times.")
    if end - start > LONGEST:
        raise BadInput("The meeting lasts longer than a day.", "Check the dates.")
