"""No time is on record that cannot be, whatever times somebody types; and a meeting that moves stays the same one."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.errors import OtnetError
from otnet_desktop.domain.meetings import MeetingState
from otnet_desktop.domain.messages import MessageState
from tests.services.properties.every_act import live
from tests.services.properties.lives import FEW, Life, attempt, living
from tests.services.properties.meeting_acts import (
    MEETINGS,
    any_meeting,
    book,
    plan_with,
    tell_how_it_went,
    write_about_meeting,
)
from tests.services.properties.people_acts import add_person
from tests.services.properties.program_acts import HISTORY
from tests.services.properties.writing_acts import SAYS_SENT


def any_time(life: Life) -> datetime:
    """Long ago or far ahead."""
    return life.clock.now() + timedelta(minutes=life.draw(st.integers(-3000, 3000)))


def plan_anything(life: Life) -> None:
    """A meeting from any time to any time, booked, noted, moved or changed."""
    start, end = any_time(life), any_time(life)
    plan = replace(plan_with(life, life.group()), start=start, end=end)
    meetings = life.workspace.meetings
    how = life.one("book", "note", "move", "edit")
    if how == "book":
        meetings.book(plan)
    elif how == "note":
        meetings.held(plan)
    elif how == "move":
        meetings.move(any_meeting(life).id, start, end)
    else:
        meeting = any_meeting(life)
        meetings.edit(meeting.id, replace(plan, people=meeting.plan.people))


def say_anything(life: Life) -> None:
    """That a meeting took place, whenever it is."""
    life.workspace.meetings.went(any_meeting(life).id, f.MeetingOutcome.HELD)


def times_are_possible(life: Life) -> bool:
    """Meetings end after they begin, have not taken place before, and nothing was sent in the future."""
    now, store = life.clock.now(), life.workspace.store
    meetings = life.meetings()
    return (
        all(meeting.plan.start < meeting.plan.end for meeting in meetings)
        and all(meeting.plan.start <= now for meeting in meetings if meeting.state is MeetingState.HELD)
        and all(fact.at <= now for fact in store.facts.everything() if isinstance(fact, f.Sent | f.Thanked))
        and all(
            message.at <= now
            for person in store.people.everyone()
            for message in store.messages.of(person)
            if message.state is MessageState.SENT
        )
    )


@FEW
@given(st.data())
def test_no_time_on_record_is_one_that_cannot_be(data: st.DataObject) -> None:
    with living(data.draw) as life:
        add_person(life)
        for _ in range(data.draw(st.integers(5, 20))):
            act = life.does(plan_anything, say_anything, *SAYS_SENT, *MEETINGS, *HISTORY)
            assert times_are_possible(life), act


@FEW
@given(st.data())
def test_a_meeting_that_moves_keeps_everything_but_its_time(data: st.DataObject) -> None:
    with living(data.draw) as life:
        add_person(life)
        book(life)
        live(life, (write_about_meeting, tell_how_it_went, *MEETINGS))
        attempt(write_about_meeting, life)
        before = any_meeting(life)
        start, end = any_time(life), any_time(life)
        with suppress(OtnetError):
            if life.whether():
                life.workspace.meetings.edit(before.id, replace(before.plan, start=start, end=end))
            else:
                life.workspace.meetings.move(before.id, start, end)
        after = life.workspace.meetings.get(before.id)
        moved = after.plan != before.plan
        assert moved == (before.plan.start != start and start < end <= start + timedelta(days=1))
        assert (after.uid, after.ref, after.kept) == (before.uid, before.ref, before.kept)
        assert after.sequence == before.sequence + moved
        assert f"UID:{before.ref}" in life.workspace.scheduling.calendar_text(after, "")
        life.restart()
        assert life.workspace.meetings.get(before.id) == after
        if moved:
            life.workspace.history.undo()
            assert life.workspace.meetings.get(before.id) == before
