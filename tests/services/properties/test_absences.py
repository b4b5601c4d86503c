"""The lid is closed for days: on return one notification tells of everything, once."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.services.properties.every_act import EVERY_ACT, live
from tests.services.properties.lives import FEW, listed, living
from tests.services.properties.meeting_acts import book, note_meeting, promise
from tests.services.properties.writing_acts import hear, log_sent, write_draft

MAKES_WORK = (promise, write_draft, log_sent, note_meeting, book, hear)
"""Sooner or later something is due because of it."""


@FEW
@given(st.data())
def test_one_notification_tells_of_everything_that_was_missed(data: st.DataObject) -> None:
    with living(data.draw) as life:
        live(life, (*MAKES_WORK * 3, *EVERY_ACT))
        life.workspace.noticing.resume()
        life.wake()
        life.workspace.noticing.look()
        closed = life.clock.now()
        life.wake(days=data.draw(st.integers(1, 60)))
        opened = life.clock.now()
        if life.whether():
            life.restart()
        missed = {
            reminder.key
            for reminder in life.workspace.reminders.due()
            if any(closed < popup <= opened for popup in reminder.popups)
        }
        notices = life.workspace.noticing.look()
        assert len(notices) == min(1, len(missed))
        assert {key for notice in notices for key in notice.keys} == missed
        if life.whether():
            life.restart()
        life.clock.advance(minutes=life.one(0, 1, 9))
        told = {key for notice in life.workspace.noticing.look() for key in notice.keys}
        came = {
            reminder.key
            for reminder in listed(life.workspace)
            if any(opened < popup <= life.clock.now() for popup in reminder.popups)
        }
        assert told <= came


@FEW
@given(st.data())
def test_nothing_is_told_twice_however_often_the_lid_is_closed(data: st.DataObject) -> None:
    with living(data.draw) as life:
        live(life)
        seen: set[tuple[str, str]] = set()
        for _ in range(data.draw(st.integers(2, 10))):
            life.clock.advance(minutes=data.draw(st.integers(0, 6000)))
            life.workspace.reminders.tick()
            notices = life.workspace.noticing.look()
            # One reminder has at most three instants at which it pops up, and each is told once.
            for reminder in (reminder for notice in notices for reminder in notice.reminders):
                popped = [popup for popup in reminder.popups if popup <= life.clock.now()]
                assert popped
                assert (reminder.key, str(popped[-1])) not in seen
                seen.add((reminder.key, str(popped[-1])))
            assert life.workspace.noticing.look() == ()
            if life.whether():
                life.restart()
            assert life.workspace.noticing.look() == ()
            assert timedelta(0) <= life.clock.now() - (life.workspace.store.notices.last_seen() or life.clock.now())
