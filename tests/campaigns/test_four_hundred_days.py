"""Real backups on four hundred days, with imports and restores between, and the clock set back a year half-way."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.store.backup_files import Backup, Reason
from tests.factories import NOW, profile
from tests.services.clocks import BOSTON, SettableClock

DAYS = 400
SET_BACK_ON = 200
A_YEAR = 365
IMPORTS_EVERY, RESTORES_EVERY = 23, 37

Kept = tuple[datetime, str]
"""When a backup was made, and its reason."""


def on_disk(workspace: Workspace) -> set[Kept]:
    return {as_kept(backup) for backup in workspace.store.backups.all()}


def as_kept(backup: Backup) -> Kept:
    return backup.at, backup.reason.value


def newest_of(made: Iterable[Kept], span: Callable[[Kept], object], most: int) -> set[Kept]:
    """The last one of each of the latest spans that have any."""
    last = {span(one): one for one in sorted(made)}  # a later one takes the place of an earlier one
    return set(sorted(last.values())[-most:])


def to_be_kept(made: set[Kept], now: datetime) -> set[Kept]:
    """The rule: 7 days, 4 weeks, 6 months, the newest 3 of each reason but the daily ones; the future is left alone."""
    past = {one for one in made if one[0] <= now}
    kept = made - past
    kept |= newest_of(past, lambda one: one[0].strftime("%j of %Y"), 7)
    kept |= newest_of(past, lambda one: one[0].strftime("%G week %V"), 4)
    kept |= newest_of(past, lambda one: one[0].strftime("%B %Y"), 6)
    for reason in {reason for _, reason in past} - {"daily"}:
        kept |= set(sorted(one for one in past if one[1] == reason)[-3:])
    return kept


def change(workspace: Workspace, person: PersonId, chance: random.Random) -> bool:
    """Two days of three something is done, once or several times."""
    times = chance.choice((0, 1, 2))
    for number in range(times):
        workspace.people.keep_in_touch(person, 30 + 30 * ((number + chance.randrange(2)) % 2))
    return times > 0


def test_what_must_be_kept_is_kept_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _file: None)  # no power is cut here, and it is most of the time
    clock, chance = SettableClock(NOW), random.Random(20260318)
    workspace = open_workspace(tmp_path / "data", clock, lambda: BOSTON)
    workspace.store.database.sql("PRAGMA synchronous = OFF")
    person = workspace.people.add(profile("Renata Núñez")).id
    backups = workspace.store.backups
    expected: set[Kept] = set()
    future: set[Kept] = set()
    made_since_set_back = 0
    for day in range(DAYS):
        clock.advance(days=1)
        if day == SET_BACK_ON:
            clock.advance(days=-A_YEAR)
            future = set(expected)
            assert len(future) > 10
        now = clock.now()
        has_changed = change(workspace, person, chance)
        if day % IMPORTS_EVERY == 5:
            expected.add(as_kept(backups.make(Reason.IMPORT, now - timedelta(hours=1))))
        if day % RESTORES_EVERY == 11:
            bring_back_the_newest(workspace, now)
            expected.add((now, "restore"))
        made = workspace.care.back_up_if_due()
        last_is_old = not any(now - timedelta(days=1) < at <= now for at, _ in expected)
        assert (made is not None) or not (has_changed and last_is_old), f"no backup on day {day}"
        if made is not None:
            assert backups.verify(made) == ""
            expected = to_be_kept(expected | {as_kept(made)}, now)
            made_since_set_back += day >= SET_BACK_ON
        assert on_disk(workspace) == expected, f"day {day}"
        assert {one for one in future if one[0] > now} <= on_disk(workspace), f"day {day}: one from the future is gone"
    assert made_since_set_back > (DAYS - SET_BACK_ON) // 2
    workspace.close()


def bring_back_the_newest(workspace: Workspace, now: datetime) -> None:
    """As somebody does who regrets what they did since."""
    newest = next(backup for backup in workspace.store.backups.all() if backup.at < now)
    workspace.care.restore(newest.path)
