"""Backups once more in a second place: the same bytes, read again there, and never in the way of the first."""

from __future__ import annotations

import errno
import os
from datetime import timedelta
from pathlib import Path

import pytest

from otnet_desktop.domain.errors import NotSaved
from otnet_desktop.store import backup_files as files
from otnet_desktop.store import second_place
from otnet_desktop.store.backup import Backups
from otnet_desktop.store.backup_files import Reason
from otnet_desktop.store.second_place import SecondPlace, Unwanted
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_person
from tests.store.test_backup import placed


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick that is in."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def second(store: Store, stick: Path) -> SecondPlace:
    return SecondPlace(store.backups, stick / "OTnet backups abcd")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_every_backup_is_there_too_and_whole(store: Store, second: SecondPlace) -> None:
    add_person(store, "Ann")
    made = [store.backups.make(reason, NOW) for reason in (Reason.ASKED, Reason.IMPORT)]
    assert second.catch_up(NOW) == 2
    assert names(second.folder) == names(store.backups.folder)
    assert [second.backups.verify(backup) for backup in second.backups.all()] == ["", ""]
    assert {backup.note for backup in second.backups.all()} == {backup.note for backup in made}
    assert second.catch_up(NOW) == 0


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")
def test_only_the_owner_may_read_them(store: Store, second: SecondPlace) -> None:
    store.backups.make(Reason.ASKED, NOW)
    second.catch_up(NOW)
    assert second.folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in second.folder.iterdir()} == {0o600}


def test_a_place_that_is_not_there_is_not_made(store: Store, tmp_path: Path) -> None:
    assert not SecondPlace(store.backups, tmp_path / "drawer" / "OTnet backups").is_there()
    assert not (tmp_path / "drawer").exists()


def test_what_reads_otherwise_there_is_no_backup(
    store: Store, second: SecondPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.backups.make(Reason.ASKED, NOW)
    monkeypatch.setattr(second_place, "copy_while", lambda _wanted, _here, there: there.write_bytes(b"worn out"))
    with pytest.raises(NotSaved, match="reads otherwise"):
        second.catch_up(NOW)
    assert names(second.folder) == []


def test_a_damaged_backup_is_not_carried_on(store: Store, second: SecondPlace) -> None:
    store.backups.make(Reason.ASKED, NOW).path.write_bytes(b"damaged")
    assert second.catch_up(NOW) == 0
    assert names(second.folder) == []


def test_a_backup_made_anew_takes_the_place_of_the_old_one(store: Store, second: SecondPlace) -> None:
    made = store.backups.make(Reason.ASKED, NOW)
    second.catch_up(NOW)
    add_person(store, "Ann")
    store.backups.write(made.path)
    assert second.catch_up(NOW) == 1
    assert [backup.people for backup in second.backups.all()] == [1]


@pytest.mark.parametrize("worn", [None, b"half of it"])
def test_what_is_lost_there_though_its_note_is_not_is_copied_again(
    store: Store, second: SecondPlace, worn: bytes | None
) -> None:
    made = store.backups.make(Reason.ASKED, NOW)
    second.catch_up(NOW)
    copy = second.folder / made.path.name
    copy.unlink() if worn is None else copy.write_bytes(worn)
    assert second.catch_up(NOW) == 1
    assert copy.read_bytes() == made.path.read_bytes()


def test_what_is_lost_in_the_first_place_stays_in_the_second(store: Store, second: SecondPlace) -> None:
    made = store.backups.make(Reason.ASKED, NOW)
    second.catch_up(NOW)
    for path in (made.path, files.note_path(made.path)):
        path.unlink()
    second.catch_up(NOW)
    assert [backup.path.name for backup in second.backups.all()] == [made.path.name]


def test_it_is_thinned_by_the_same_rules(store: Store, second: SecondPlace) -> None:
    second.folder.mkdir()
    second.folder.with_name("first").mkdir()
    end, first = NOW + timedelta(days=99), Backups(store.database.path, folder=second.folder.with_name("first"))
    for day in range(100):
        for backups in (first, second.backups):
            placed(backups, NOW + timedelta(days=day))
    first.thin(end)
    second.catch_up(end)
    assert names(second.folder) == names(first.folder)
    assert len(names(first.folder)) < 100


def test_what_was_to_be_forgotten_goes_there_too(store: Store, second: SecondPlace) -> None:
    old = store.backups.make(Reason.ASKED, NOW - timedelta(days=3))
    second.catch_up(NOW)
    store.backups.renew(NOW)
    second.catch_up(NOW, purges=True)
    assert old.path.name not in names(second.folder)
    assert names(second.folder) == names(store.backups.folder)


def test_a_clock_that_was_ahead_hides_nothing_that_was_to_be_forgotten(store: Store, second: SecondPlace) -> None:
    ahead = store.backups.make(Reason.ASKED, NOW + timedelta(days=365))
    second.catch_up(NOW)
    store.backups.renew(NOW)
    second.catch_up(NOW, purges=True)
    assert ahead.path.name not in names(second.folder)


def test_the_only_ones_there_are_are_never_purged(store: Store, second: SecondPlace) -> None:
    made = store.backups.make(Reason.ASKED, NOW)
    second.catch_up(NOW)
    made.path.unlink()
    second.catch_up(NOW, purges=True)
    assert made.path.name in names(second.folder)


def test_what_the_rules_would_take_there_is_not_copied_again_and_again(store: Store, second: SecondPlace) -> None:
    """There lie newer ones that the first place lost: by them alone the older would have to go."""
    made = [store.backups.make(Reason.IMPORT, NOW - timedelta(days=400, minutes=n)) for n in range(3)]
    second.folder.mkdir()
    for n in range(3):
        placed(second.backups, NOW - timedelta(hours=n), Reason.IMPORT)
    assert second.catch_up(NOW) == 3
    assert {backup.path.name for backup in made} <= set(names(second.folder))
    assert second.catch_up(NOW) == 0


def test_a_slow_stick_keeps_nobody_waiting_and_the_next_time_goes_on(store: Store, second: SecondPlace) -> None:
    made = store.backups.make(Reason.ASKED, NOW)
    asked: list[bool] = []

    def wanted() -> bool:
        asked.append(True)
        return False

    with pytest.raises(Unwanted):
        second.catch_up(NOW, is_wanted=wanted)
    assert len(asked) == 1
    assert names(second.folder) == []
    assert second.catch_up(NOW) == 1
    assert [backup.path.name for backup in second.backups.all()] == [made.path.name]


def test_a_full_stick_is_said_and_keeps_what_it_has(
    store: Store, second: SecondPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = store.backups.make(Reason.ASKED, NOW)
    second.catch_up(NOW)
    store.backups.make(Reason.IMPORT, NOW)

    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(second_place, "copy_while", full)
    with pytest.raises(NotSaved, match="No space left"):
        second.catch_up(NOW)
    assert [backup.path.name for backup in second.backups.all()] == [first.path.name]
    assert second.backups.verify(second.backups.all()[0]) == ""


def test_a_place_that_cannot_be_written_is_said(store: Store, stick: Path) -> None:
    store.backups.make(Reason.ASKED, NOW)
    (stick / "OTnet backups").write_text("a file in its place")
    with pytest.raises(NotSaved, match="cannot be used"):
        SecondPlace(store.backups, stick / "OTnet backups").catch_up(NOW)


def test_the_first_place_needs_no_second(store: Store) -> None:
    assert Backups(store.database.path).folder == store.backups.folder
