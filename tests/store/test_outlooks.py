"""Outlooks: kept exactly, outdated in time, listed in order."""

from __future__ import annotations

from datetime import timedelta

import pytest

from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.domain.reminders import Ball, Kind, Outlook, Reminder, Stage
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_meeting, add_person

HOUR = timedelta(hours=1)


def reminder(key: str, kind: Kind, ref: str, *, active: bool = True, hours: int = 0) -> Reminder:
    return Reminder(key, kind, ref, NOW + hours * HOUR, active=active)


@pytest.fixture
def ann(store: Store) -> PersonId:
    """Somebody."""
    return add_person(store, "Ann", "ann")


def test_an_outlook_comes_back_as_it_went_in(store: Store, ann: PersonId) -> None:
    ref = store.meetings.get(add_meeting(store, ann)).ref
    full = Reminder(
        f"THANKS:{ref}:ann", Kind.THANK_YOU, "ann", NOW, active=True, variant="meeting", meeting=ref,
        deadline=NOW + HOUR, expires=NOW + 2 * HOUR, overdue=True, snoozes=2, popups=(NOW, NOW + HOUR),
        values={"days": "3", "ref": "x"},
    )  # fmt: skip
    outlook = Outlook(
        "ann", Stage.MET, Status.ACTIVE, Ball.ME, 2, 1,
        reminders=(full, reminder("KIT:ann:1", Kind.KEEP_IN_TOUCH, "ann", active=False, hours=9)),
        held_back=(reminder("LOOP:ann:bo", Kind.CLOSE_LOOP, "ann"),),
        last_reached_out=NOW - HOUR, last_in_touch=NOW, next_meeting=NOW + HOUR, valid_until=NOW + HOUR,
    )  # fmt: skip
    store.outlooks.save({ann: outlook}, NOW)
    assert store.outlooks.of([ann]) == {ann: outlook}
    assert store.outlooks.by_key("KIT:ann:1") == outlook.reminders[1]
    assert store.outlooks.by_key("LOOP:ann:bo") == outlook.held_back[0]
    assert store.outlooks.by_key("NONE") is None


def test_nobody_who_was_never_written_to_needs_a_row(store: Store, ann: PersonId) -> None:
    store.outlooks.save({ann: Outlook("ann", Stage.IDEA)}, NOW)
    assert store.database.sql("SELECT count(*) FROM outlook").fetchone() == (0,)
    assert store.outlooks.of([ann, PersonId(99)]) == {ann: Outlook("ann", Stage.IDEA)}


def test_only_what_may_still_be_told_is_read_for_notifications(store: Store, ann: PersonId) -> None:
    def thing(key: str, kind: Kind, hours: int, *popups: int) -> Reminder:
        at = tuple(NOW + hour * HOUR for hour in popups)
        return Reminder(key, kind, "ann", NOW + hours * HOUR, active=hours <= 0, popups=at)

    told = thing("told", Kind.THANK_YOU, -50, -50, -30)
    once_more = thing("once more", Kind.APOLOGY, -5, -5, 3)
    silent = thing("silent", Kind.PROMISE_DUE, -1)
    next_one = thing("next", Kind.MEETING_SOON, 2, 2)
    same_day = thing("same day", Kind.MEETING_PREP, 2 + 48, 2 + 48)
    much_later = thing("much later", Kind.KEEP_IN_TOUCH, 3 + 48, 3 + 48)
    kept = (told, once_more, silent, next_one, same_day, much_later)
    store.outlooks.save({ann: Outlook("ann", Stage.MET, reminders=kept)}, NOW)
    assert store.outlooks.to_tell(NOW - HOUR) == [once_more, next_one, same_day]
    assert store.outlooks.to_tell(NOW - 40 * HOUR) == [once_more, told, next_one, same_day]
    assert store.outlooks.due(1) == [once_more]
    assert store.outlooks.upcoming(2) == [next_one, same_day]


def test_what_is_replaced_is_gone(store: Store, ann: PersonId) -> None:
    due = Outlook("ann", Stage.MET, reminders=(reminder("a", Kind.THANK_YOU, "ann"),))
    store.outlooks.save({ann: due}, NOW)
    store.outlooks.save({ann: Outlook("ann", Stage.THANKED)}, NOW)
    assert store.outlooks.due() == []
    assert store.outlooks.of([ann])[ann].stage is Stage.THANKED


def test_what_is_equal_is_not_written_again(store: Store, ann: PersonId) -> None:
    outlook = Outlook("ann", Stage.MET, reminders=(reminder("a", Kind.THANK_YOU, "ann"),))
    store.outlooks.save({ann: outlook}, NOW)
    before = store.database.connection.total_changes
    store.outlooks.save({ann: outlook}, NOW + HOUR)
    assert store.database.connection.total_changes == before


def test_a_row_is_right_from_when_it_was_looked_at_until_its_end(store: Store, ann: PersonId) -> None:
    store.outlooks.save({ann: Outlook("ann", Stage.MET, valid_until=NOW + HOUR)}, NOW)
    assert store.outlooks.next_change() == NOW + HOUR
    assert store.outlooks.outdated(NOW) == []
    assert store.outlooks.outdated(NOW + HOUR) == [ann]
    assert store.outlooks.outdated(NOW - timedelta(seconds=1)) == [ann]
    store.outlooks.save({ann: Outlook("ann", Stage.MET, valid_until=NOW + 3 * HOUR)}, NOW + HOUR)
    assert store.outlooks.distrust([ann, PersonId(99)]) == [ann]
    assert store.outlooks.outdated(NOW + HOUR) == [ann]


def test_what_is_due_comes_by_priority_and_what_is_coming_by_time(store: Store, ann: PersonId) -> None:
    bo = add_person(store, "Bo", "bo")
    mine = (
        reminder("kit", Kind.KEEP_IN_TOUCH, "ann", hours=-9),
        reminder("thanks", Kind.THANK_YOU, "ann", hours=-1),
        reminder("prep", Kind.MEETING_PREP, "ann", active=False, hours=5),
    )
    theirs = (
        reminder("sooner", Kind.THANK_YOU, "bo", hours=-2),
        reminder("kit2", Kind.KEEP_IN_TOUCH, "bo", active=False, hours=1),
    )
    store.outlooks.save(
        {ann: Outlook("ann", Stage.MET, reminders=mine), bo: Outlook("bo", Stage.MET, reminders=theirs)}, NOW
    )
    assert [told.key for told in store.outlooks.due()] == ["sooner", "thanks", "kit"]
    assert [told.key for told in store.outlooks.upcoming()] == ["kit2", "prep"]


def test_whoever_something_happened_to_can_have_something_due(store: Store, ann: PersonId) -> None:
    bo, cid = add_person(store, "Bo"), add_person(store, "Cid")
    assert store.outlooks.with_facts() == []
    store.people.save_note(cid, "only a note", NOW)
    add_meeting(store, ann)
    store.opportunities.save("o", "Award", None, None, [bo])
    assert store.outlooks.with_facts() == [ann, bo]
