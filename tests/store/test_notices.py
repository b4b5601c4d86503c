"""What was shown is remembered long enough, and no longer."""

from __future__ import annotations

from datetime import timedelta

from otnet_desktop.store.notices import KEPT
from otnet_desktop.store.store import Store
from tests.factories import NOW

DAY = timedelta(days=1)


def test_what_was_shown_is_remembered_by_key_and_instant(store: Store) -> None:
    shown = [("THANKS:m:ann", NOW), ("THANKS:m:ann", NOW + DAY), ("KIT:bo:1", NOW - DAY)]
    store.notices.mark(shown)
    store.notices.mark(shown[:1])
    assert store.notices.shown(NOW) == set(shown[:2])
    assert store.notices.shown(NOW - DAY) == set(shown)


def test_when_the_app_last_looked(store: Store) -> None:
    assert store.notices.last_seen() is None
    store.notices.see(NOW)
    store.notices.see(NOW + DAY)
    assert store.notices.last_seen() == NOW + DAY


def test_old_ones_are_forgotten_in_an_idle_moment(store: Store) -> None:
    store.notices.mark([("old", NOW), ("new", NOW + timedelta(seconds=1))])
    store.tidy(NOW + KEPT)
    assert {key for key, _at in store.notices.shown(NOW)} == {"old", "new"}
    store.tidy(NOW + KEPT + timedelta(seconds=1))
    assert {key for key, _at in store.notices.shown(NOW)} == {"new"}


def test_who_is_deleted_for_good_is_named_by_no_key(store: Store) -> None:
    with store.transaction():
        store.notices.mark([("THANKS:m1:ann", NOW), ("THANKS:m1:anna", NOW), ("KIT:ann:20260401", NOW)])
        store.notices.forget(["ann"])
    assert store.notices.shown(NOW) == {("THANKS:m1:anna", NOW)}
