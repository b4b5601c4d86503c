"""Preferences on disk."""

from __future__ import annotations

from otnet_desktop.services.preferences import KEY, PreferencesService
from otnet_desktop.services.workspace import Workspace


def test_what_a_newer_version_kept_besides_is_passed_over(workspace: Workspace) -> None:
    newer = {"discreet": True, "mood": "calm", "me": {"name": "Jordan", "pronouns": "they"}}
    with workspace.store.transaction():
        workspace.store.preferences.set(KEY, newer)
    again = PreferencesService(workspace.store, workspace.announcer, workspace.preferences.machine_zone).current
    assert (again.discreet, again.me.name, again.text_percent) == (True, "Jordan", 100)
