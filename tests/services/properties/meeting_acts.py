"""What a user may do about meetings, promises and opportunities, one act a function. See ``lives``."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.meetings import Consent, Meeting, MeetingNotes, MeetingPlan, Question
from otnet_desktop.domain.people import PersonId
from tests.services.properties.lives import Act, Life

# -- meetings --------------------------------------------------------------------------------------------------


def plan_with(life: Life, people: tuple[PersonId, ...], minutes: int = 30) -> MeetingPlan:
    """A time in the weeks to come, with a title and a place."""
    start = life.ahead()
    title, place = life.word(), life.word()
    end = start + timedelta(minutes=minutes)
    return MeetingPlan(people, start, end, life.one(*f.MeetingFormat), title, place, zone=life.zone.key)


def book(life: Life) -> Meeting:
    return life.workspace.meetings.book(plan_with(life, life.group()), ref=f"m{life.number()}")


def any_meeting(life: Life) -> Meeting:
    """One there is, or a new one."""
    there = life.meetings()
    return life.one(*there) if there else book(life)


def note_meeting(life: Life) -> None:
    """One that is over."""
    plan = plan_with(life, life.group())
    end = life.clock.now() - life.one(timedelta(hours=1), timedelta(days=3))
    life.workspace.meetings.held(replace(plan, start=end - timedelta(minutes=30), end=end))


def meet_by_chance(life: Life) -> None:
    notes = MeetingNotes(life.word()) if life.whether() else None
    life.workspace.meetings.met_by_chance(life.group(), event=life.word(), notes=notes, ref=f"e{life.number()}")


def join(life: Life) -> None:
    life.workspace.meetings.join(any_meeting(life).id, life.person())


def move(life: Life) -> None:
    start = life.ahead()
    life.workspace.meetings.move(any_meeting(life).id, start, start + timedelta(minutes=45))


def edit_meeting(life: Life) -> None:
    meeting = any_meeting(life)
    plan = plan_with(life, meeting.plan.people) if life.whether() else replace(meeting.plan, place=life.word())
    life.workspace.meetings.edit(meeting.id, plan)


def cancel(life: Life) -> None:
    life.workspace.meetings.cancel(any_meeting(life).id, life.one(*f.Side))


def tell_how_it_went(life: Life) -> None:
    """Right after it, as people do, or at any time."""
    meeting = any_meeting(life)
    if life.whether() and meeting.plan.end > life.clock.now():
        life.clock.advance(seconds=(meeting.plan.end - life.clock.now()).total_seconds())
        life.workspace.reminders.tick()
    absent = life.one((), (), meeting.plan.people[:1])
    life.workspace.meetings.went(meeting.id, life.one(f.MeetingOutcome.HELD, *f.MeetingOutcome), absent)


def write_about_meeting(life: Life) -> None:
    questions = (Question(life.word(), asked=True, answer=life.word()), Question(life.word()))
    kept = MeetingNotes(life.word(), life.one(*Consent), (life.word(),), questions=questions)
    life.workspace.meetings.keep(any_meeting(life).id, kept)


def skip_thanks(life: Life) -> None:
    meeting = any_meeting(life)
    first = meeting.plan.people[0]
    life.workspace.thanks.skip(first, meeting.ref, life.word(first))


MEETINGS: tuple[Act, ...] = (
    book, tell_how_it_went, write_about_meeting, note_meeting, meet_by_chance, move, edit_meeting, join, cancel,
    skip_thanks,
)  # fmt: skip


def promise(life: Life) -> str:
    person, ref = life.person(), f"c{life.number()}"
    return life.workspace.promises.make(person, life.one(*f.Side), life.word(person), life.day(), ref=ref)


def keep_promise(life: Life) -> None:
    there = life.workspace.promises.of(life.person())
    life.workspace.promises.keep(there[-1].ref if there else promise(life))


def note_opportunity(life: Life) -> None:
    people, ref, state = life.group(), f"o{life.one(1, 2)}", life.one(*f.OpportunityState)
    life.workspace.promises.note_opportunity(
        life.word(), state, person=people[0], deadline=life.day(), helpers=people[1:], ref=ref
    )


PROMISES: tuple[Act, ...] = (promise, note_opportunity, keep_promise)
