"""Preferences on disk."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.errors import OtnetError
from otnet_desktop.domain.preferences import Preferences, ThemeChoice
from otnet_desktop.services.preferences import KEY, PreferencesService
from otnet_desktop.services.workspace import Workspace


def test_what_a_newer_version_kept_besides_is_passed_over(workspace: Workspace) -> None:
    newer = {"discreet": True, "mood": "calm", "me": {"name": "Jordan", "pronouns": "they"}}
    with workspace.store.transaction():
        workspace.store.preferences.set(KEY, newer)
    again = PreferencesService(workspace.store, workspace.announcer, workspace.preferences.machine_zone).current
    assert (again.discreet, again.me.name, again.text_percent) == (True, "Jordan", 100)


def in_safe_mode(workspace: Workspace) -> PreferencesService:
    return PreferencesService(workspace.store, workspace.announcer, workspace.preferences.machine_zone, safe=True)


def test_safe_mode_leaves_the_look_aside_and_writes_only_what_is_changed(workspace: Workspace) -> None:
    workspace.preferences.change(theme=ThemeChoice.DARK, text_percent=200, discreet=True, asks_per_week=3)
    safe = in_safe_mode(workspace)
    shown = safe.current
    assert (shown.theme, shown.text_percent) == (ThemeChoice.SYSTEM, 100)
    assert (shown.discreet, shown.asks_per_week) == (True, 3)
    assert safe.change(asks_per_week=4).text_percent == 100
    workspace.preferences.reload()
    kept = workspace.preferences.current
    assert (kept.theme, kept.text_percent, kept.asks_per_week) == (ThemeChoice.DARK, 200, 4)
    safe.change(text_percent=125)
    workspace.preferences.reload()
    assert (workspace.preferences.current.text_percent, safe.current.text_percent) == (125, 125)


@pytest.mark.parametrize(
    "broken", [{"theme": "plaid"}, {"zone": "Atlantis"}, {"timing": {"nudge_days": "often"}}, {"me": 7}]
)
def test_safe_mode_starts_with_settings_that_cannot_be_understood(
    workspace: Workspace, broken: dict[str, object]
) -> None:
    with workspace.store.transaction():
        workspace.store.preferences.set(KEY, broken)
    with pytest.raises((OtnetError, ValueError, TypeError)):
        PreferencesService(workspace.store, workspace.announcer, workspace.preferences.machine_zone).timing()
    safe = in_safe_mode(workspace)
    assert safe.current == Preferences()
    assert safe.timing().zone == workspace.preferences.machine_zone()


def test_safe_mode_keeps_whatever_can_be_understood(workspace: Workspace) -> None:
    kept = {"discreet": True, "zone": "Atlantis", "second_place": "/stick", "me": {"name": "Jordan"}, "theme": "plaid"}
    with workspace.store.transaction():
        workspace.store.preferences.set(KEY, kept)
    in_safe_mode(workspace).change(lock_after=5)
    workspace.preferences.reload()
    again = workspace.preferences.current
    assert (again.discreet, again.second_place, again.me.name, again.lock_after) == (True, "/stick", "Jordan", 5)
    assert (again.zone, again.theme) == ("", ThemeChoice.SYSTEM)
