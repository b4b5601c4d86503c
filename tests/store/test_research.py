"""Notes, key points and purposes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from otnet_desktop.domain.facts import Gate
from otnet_desktop.domain.research import KeyPoint, Purpose, PurposeState, Research
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_person

LATER = NOW + timedelta(days=3)


def test_nothing_is_known_at_first(store: Store) -> None:
    assert store.research.of(add_person(store)) == Research()


def test_notes_are_kept_and_empty_notes_are_no_row(store: Store) -> None:
    person = add_person(store)
    store.people.save_note(person, "One", NOW)
    store.people.save_note(person, "Two", LATER)
    assert store.research.of(person) == Research("Two", reviewed_at=LATER)
    store.people.save_note(person, "", LATER)
    assert store.database.sql("SELECT count(*) FROM note").fetchone() == (0,)


def test_key_points_keep_their_order_and_the_time_they_were_noted(store: Store) -> None:
    person, other = add_person(store), add_person(store, "Bo")
    points = (KeyPoint("a", "her page", "https://a.example", date(2026, 3, 1)), KeyPoint("b"))
    store.research.save_key_points(other, (KeyPoint("theirs"),), NOW)
    store.research.save_key_points(person, points, NOW)
    first, second = store.research.of(person).key_points
    assert (replace(first, id=0), replace(second, id=0)) == points
    store.research.save_key_points(person, (replace(second, text="B"), KeyPoint("c"), first), LATER)
    kept = store.research.of(person)
    assert [point.text for point in kept.key_points] == ["B", "c", "a"]
    noted = dict(store.database.sql("SELECT id, noted_at FROM key_point"))
    assert noted[first.id] == noted[second.id] == int(NOW.timestamp())
    assert kept.reviewed_at == LATER
    store.research.save_key_points(person, (first,), LATER)
    assert [point.text for point in store.research.of(person).key_points] == ["a"]
    assert [point.text for point in store.research.of(other).key_points] == ["theirs"]


def test_the_open_and_newest_purpose_comes_first(store: Store) -> None:
    person = add_person(store)
    old = store.research.save_purpose(person, Purpose("learn", "Old"), NOW)
    store.research.save_purpose(person, Purpose("placement", "New", gate=Gate.ASKED, gate_on=date(2026, 3, 1)), NOW)
    done = store.research.save_purpose(person, Purpose("mentor", "Done"), NOW)
    store.research.save_purpose(person, Purpose("mentor", "Done", PurposeState.MET, id=done), NOW)
    purposes = store.research.of(person).purposes
    assert [purpose.statement for purpose in purposes] == ["New", "Old", "Done"]
    assert (purposes[0].gate, purposes[0].gate_on, purposes[1].id) == (Gate.ASKED, date(2026, 3, 1), old)
    assert purposes[2].state is PurposeState.MET
