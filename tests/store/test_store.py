"""Idle moments: what may wait is done, and nothing is lost by it."""

from __future__ import annotations

from datetime import timedelta

from otnet_desktop.store.content import content_hash
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_person, profile


def segments(store: Store) -> int:
    """Pieces the index of words is made of: one row of ``_idx`` each at least."""
    return int(store.database.sql("SELECT count(DISTINCT segid) FROM find_words_idx").fetchone()[0])


def test_the_index_is_merged_in_idle_moments_only(store: Store) -> None:
    people = [add_person(store, profile(f"Ann {n}", note=f"first {n}")) for n in range(12)]
    for person in people:
        with store.transaction("Edit notes", NOW):
            store.people.save_note(person, f"sensory path {person}", NOW)
    before = content_hash(store.database)
    assert segments(store) >= 12
    store.tidy(NOW)
    assert segments(store) < 6
    assert len(store.search.search("sensory")) == 12
    assert store.check.in_search() == []
    assert content_hash(store.database) == before


def test_the_log_is_folded_back(store: Store) -> None:
    add_person(store)
    log = store.database.path.with_name("otnet.db-wal")
    assert log.stat().st_size > 0
    before = store.database.path.stat().st_size
    store.tidy(NOW)
    assert store.database.path.stat().st_size >= before
    (_busy, pages, folded) = store.database.sql("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    assert pages == folded


def test_old_steps_and_notices_go(store: Store) -> None:
    person = add_person(store)
    for number in range(30):
        with store.transaction("Edit notes", NOW):
            store.people.save_note(person, str(number), NOW)
    store.notices.mark([("old", NOW)])
    store.tidy(NOW + timedelta(days=100))
    assert store.notices.shown(NOW) == set()
    assert store.database.sql("SELECT count(*) FROM journal_group").fetchone() == (20,)
