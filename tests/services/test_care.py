"""Looking after open data: what a restore brings back."""

from __future__ import annotations

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.people import Status
from otnet_desktop.services.workspace import Workspace
from tests.services.acquaintances import renata, somebody
from tests.services.clocks import SettableClock


def test_a_restore_brings_back_preferences_too_and_tells_everyone(workspace: Workspace) -> None:
    workspace.preferences.change(text_percent=125)
    path, _note = workspace.care.back_up()
    renata(workspace)
    workspace.preferences.change(text_percent=200)
    heard: list[Changed] = []
    workspace.announcer.subscribe(heard.append)
    workspace.care.restore(path)
    assert workspace.preferences.current.text_percent == 125
    assert not workspace.people.is_anybody_here()
    assert heard[-1] == Changed(frozenset(Room), None)


def test_a_clock_before_everything_known_is_no_damage(workspace: Workspace, clock: SettableClock) -> None:
    ann = somebody(workspace, "Ann")
    workspace.people.channel(ann.id, ok=True)
    workspace.people.set_status(renata(workspace).id, Status.DO_NOT_CONTACT)
    for at in ("2019-03-18T10:00", "2026-03-18T09:59", "2026-03-18T10:00"):
        clock.set(at)
        workspace.reminders.refresh()
        assert workspace.care.check() == [], at
    clock.set("2019-03-18T10:00")
    with workspace.store.transaction():
        workspace.store.people.set_status(ann.id, Status.ARCHIVED, clock.now())
    assert workspace.care.check() == ["Stage or reminders of ann do not follow from the facts."]
