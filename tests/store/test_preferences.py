"""Settings: what JSON can hold, by key."""

from __future__ import annotations

from datetime import date

import pytest

from otnet_desktop.store.store import Store


@pytest.mark.parametrize(
    "value", [None, True, 5, "text", [1, "a"], {"zone": "Europe/Berlin", "days": [5, 6]}, "Ünïcode"]
)
def test_a_value_comes_back(store: Store, value: object) -> None:
    store.preferences.set("key", "before")
    store.preferences.set("key", value)
    assert store.preferences.get("key", "default") == value


def test_days_are_kept_as_text(store: Store) -> None:
    store.preferences.set("holidays", [date(2026, 12, 25)])
    assert store.preferences.get("holidays") == ["2026-12-25"]


def test_what_was_never_set_or_is_forgotten_is_the_default(store: Store) -> None:
    assert store.preferences.get("key", 7) == 7
    store.preferences.set("key", 1)
    store.preferences.forget("key")
    assert store.preferences.get("key") is None


def test_settings_are_no_steps_to_undo(store: Store) -> None:
    with store.transaction():
        store.preferences.set("key", 1)
    assert store.journal.undo_title() is None
