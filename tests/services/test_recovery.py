"""The way back where the data cannot be opened any more."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from otnet_desktop.domain.errors import BadInput, DataDamaged, PassphraseNeeded, WrongPassphrase
from otnet_desktop.services.care import backups_in
from otnet_desktop.services.recovery import Recovery
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.store.backup_files import Reason, note_path
from otnet_desktop.store.keys import Key, code_of, new_key
from otnet_desktop.store.mark import mark_of
from otnet_desktop.store.passport import FILE_NAME
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_person, profile
from tests.store.keys import quick_key


@pytest.fixture
def damaged(workspace: Workspace, tmp_path: Path) -> Path:
    """A folder with two backups, of one and of two people, and data that are none."""
    for name in ("Ann Ash", "Bo Ek"):
        workspace.people.add(profile(name))
        workspace.care.back_up()
        workspace.clock.advance(hours=1)  # type: ignore[attr-defined]
    workspace.close()
    folder = tmp_path / "data"
    (folder / FILE_NAME).write_bytes(b"nothing")
    return folder


def names(folder: Path) -> list[str]:
    store = Store.open(folder)
    found = [person.profile.given for person in store.people.many(store.people.everyone())]
    store.close()
    return sorted(found)


def test_the_newest_good_backup_comes_back_and_the_damaged_file_is_kept(damaged: Path) -> None:
    recovery = Recovery(damaged)
    good = recovery.last_good_backup(NOW)
    assert good is not None
    assert good.people == 2
    restored = recovery.bring_back(good.path, NOW)
    assert restored.kept is not None
    assert restored.kept.read_bytes() == b"nothing"
    assert names(damaged) == ["Ann", "Bo"]


def test_a_backup_that_is_not_whole_is_passed_over(damaged: Path) -> None:
    newest = max((damaged / "backups").glob("*.db"))
    newest.write_bytes(newest.read_bytes()[:-1])
    good = Recovery(damaged).last_good_backup(NOW)
    assert good is not None
    assert good.people == 1


def test_without_a_good_one_there_is_none_and_nothing_is_touched(damaged: Path) -> None:
    for backup in (damaged / "backups").glob("*.db"):
        note_path(backup).unlink()
    assert Recovery(damaged).last_good_backup(NOW) is None
    with pytest.raises(DataDamaged):
        Store.open(damaged)
    assert (damaged / FILE_NAME).read_bytes() == b"nothing"


def test_a_minute_later_it_can_be_done_again(damaged: Path) -> None:
    recovery = Recovery(damaged)
    good = recovery.last_good_backup(NOW)
    assert good is not None
    recovery.bring_back(good.path, NOW)
    (damaged / FILE_NAME).write_bytes(b"again")
    again = recovery.bring_back(good.path, NOW + timedelta(minutes=1))
    assert again.kept is not None
    assert again.kept.read_bytes() == b"again"


@pytest.mark.parametrize("left", [5 * 4096, 5 * 4096 + 1], ids=["inside", "no whole pages"])
def test_protected_data_come_back_protected(tmp_path: Path, left: int) -> None:
    key, folder = quick_key(), tmp_path / "data"
    store = Store.open(folder, key)
    add_person(store, "Ann Ash")
    store.backups.make(Reason.ASKED, NOW)
    store.close()
    data = folder / FILE_NAME
    data.write_bytes(data.read_bytes()[:left])
    recovery = Recovery(folder, key)
    good = recovery.last_good_backup(NOW)
    assert good is not None
    assert recovery.bring_back(good.path, NOW).people == 1
    assert mark_of(data) == key.mark


def protected(folder: Path, key: Key | None, name: str) -> Path:
    """A backup of data in that key."""
    store = Store.open(folder, key)
    add_person(store, name)
    path = store.backups.make(Reason.ASKED, NOW).path
    store.close()
    return path


@pytest.mark.parametrize("said", ["four or five words", "the code"])
def test_where_the_mark_itself_was_spoilt_the_passphrase_is_asked_for_and_stays(tmp_path: Path, said: str) -> None:
    """Nothing tells any more that the data had a passphrase, but their backups do."""
    key, folder = new_key("four or five words"), tmp_path / "data"
    protected(folder, key, "Ann Ash")
    data = folder / FILE_NAME
    data.write_bytes(b"x" * 16 + data.read_bytes()[16:])
    recovery = Recovery(folder)
    good = recovery.last_good_backup(NOW)
    assert good is not None
    assert recovery.is_locked(good.path)
    with pytest.raises(PassphraseNeeded):
        recovery.bring_back(good.path, NOW)
    with pytest.raises(WrongPassphrase):
        recovery.unlock(good.path, "quite another one")
    recovery.unlock(good.path, code_of(key) if said == "the code" else said)
    assert not recovery.is_locked(good.path)
    assert recovery.bring_back(good.path, NOW).is_protected
    assert mark_of(data) == key.mark


def test_it_is_known_where_a_backup_without_a_passphrase_lies_among_protected_ones(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    protected(folder, quick_key(), "Ann Ash")
    assert Recovery(folder).others_are_protected()
    assert not Recovery(tmp_path / "other").others_are_protected()


def test_a_backup_of_a_clock_that_was_ahead_is_only_the_last_resort(damaged: Path) -> None:
    first = min(backup.at for backup, _trouble in backups_in(damaged))
    later = first + timedelta(minutes=30)
    good = Recovery(damaged).last_good_backup(later)
    assert good is not None
    assert good.at == first, "the other is from half an hour later"
    (damaged / "backups" / good.path.name).unlink()
    ahead = Recovery(damaged).last_good_backup(later)
    assert ahead is not None
    assert ahead.people == 2


def test_a_file_from_elsewhere_comes_back_as_well(damaged: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "stick.db"
    max((damaged / "backups").glob("*.db")).rename(elsewhere)
    recovery = Recovery(damaged)
    with pytest.raises(BadInput):
        recovery.bring_back(tmp_path / "missing.db", NOW)
    assert recovery.bring_back(elsewhere, NOW).people == 2
