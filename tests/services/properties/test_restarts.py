"""Whatever was done survives a restart: what is put off stays put off, what is put away stays away."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.facts import Side
from tests.services.properties.every_act import live
from tests.services.properties.lives import FEW, listed, living
from tests.services.properties.people_acts import add_person
from tests.services.properties.program_acts import LIST


@FEW
@given(st.data())
def test_what_is_put_off_or_away_stays_so(data: st.DataObject) -> None:
    with living(data.draw) as life:
        live(life)
        if not listed(life.workspace):
            life.workspace.promises.make(add_person(life).id, Side.ME, "a promise")
        key, until = life.reminder().key, life.ahead()
        put_away = life.whether()
        if put_away:
            life.workspace.reminders.dismiss(key)
        else:
            life.workspace.reminders.snooze(key, until)
        life.restart()
        if put_away:
            life.clock.advance(minutes=data.draw(st.integers(0, 100_000)))
            life.workspace.reminders.tick()
            assert key not in {reminder.key for reminder in listed(life.workspace)}
        else:
            seconds = (until - life.clock.now()) // timedelta(seconds=1)
            life.clock.advance(seconds=data.draw(st.integers(0, seconds - 1)))
            assert key not in {reminder.key for reminder in life.workspace.reminders.due()}


@FEW
@given(st.data())
def test_the_list_is_the_same_after_a_restart(data: st.DataObject) -> None:
    with living(data.draw) as life:
        live(life)
        for act in LIST:
            life.does(act)
        before = listed(life.workspace)
        life.restart()
        assert listed(life.workspace) == before
        life.workspace.reminders.look_at_everyone()
        assert listed(life.workspace) == before
        assert life.workspace.care.check() == []
