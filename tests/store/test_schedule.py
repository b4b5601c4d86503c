"""What was painted and what was offered."""

from __future__ import annotations

from datetime import date, timedelta

from otnet_desktop.domain.availability import FreeDay, FreeTime, Hours, Span
from otnet_desktop.domain.offers import OfferState
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_person

DAY = date(2026, 4, 1)
TUESDAY, THURSDAY = FreeTime(1, 600, 720), FreeTime(3, 840, 1440)


def span(hours: int) -> Span:
    return Span(NOW + timedelta(hours=hours), NOW + timedelta(hours=hours, minutes=20))


def test_a_week_takes_the_place_of_the_one_before(store: Store) -> None:
    store.free_times.paint([TUESDAY, FreeTime(2, 600, 660)])
    kept = store.database.sql("SELECT id FROM free_time WHERE weekday = 1").fetchone()
    store.free_times.paint([THURSDAY, TUESDAY])
    assert store.free_times.hours() == Hours((TUESDAY, THURSDAY))
    assert store.database.sql("SELECT id FROM free_time WHERE weekday = 1").fetchone() == kept


def test_days_that_differ_come_and_go(store: Store) -> None:
    off, evening = FreeDay(DAY), FreeDay(DAY, 1080, 1200, is_free=True)
    for own in (evening, off, evening):
        store.free_times.add_day(own)
    assert store.free_times.hours().days == (off, evening)
    store.free_times.drop_day(off)
    assert store.free_times.hours().days == (evening,)


def test_offers_are_kept_answered_and_taken_back(store: Store) -> None:
    ann, bo = add_person(store, "Ann"), add_person(store, "Bo")
    store.offered_times.add(ann, [span(30), span(6)], "America/New_York", "Europe/London", NOW)
    store.offered_times.add(bo, [span(7)], "America/New_York", "", NOW)
    first, second = store.offered_times.of(ann)
    assert (first.span, first.zone, first.their_zone, first.state, first.offered_at) == (
        span(6), "America/New_York", "Europe/London", OfferState.PROPOSED, NOW
    )  # fmt: skip
    store.offered_times.mark([second.id], OfferState.DECLINED)
    assert [offer.state for offer in store.offered_times.of(ann)] == [OfferState.PROPOSED, OfferState.DECLINED]
    open_ones = store.offered_times.open_between(NOW, NOW + timedelta(days=9))
    assert [(offer.person, offer.span) for offer in open_ones] == [(ann, span(6)), (bo, span(7))]
    assert store.offered_times.open_between(span(6).end, span(7).start) == []
    store.offered_times.drop([first.id, second.id])
    assert store.offered_times.of(ann) == []


def test_offers_go_with_the_person_and_come_back_with_them(store: Store) -> None:
    ann = add_person(store, "Ann")
    store.offered_times.add(ann, [span(6)], "UTC", "", NOW)
    with store.transaction("Delete person", NOW):
        store.people.remove(ann)
    assert store.database.sql("SELECT count(*) FROM offered_time").fetchone() == (0,)
    store.journal.undo(NOW)
    assert [offer.span for offer in store.offered_times.of(ann)] == [span(6)]
