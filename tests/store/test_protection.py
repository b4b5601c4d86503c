"""A passphrase is set, changed and taken away: nothing is lost, and nothing plain is left."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest

from otnet_desktop.domain.errors import NotSaved
from otnet_desktop.domain.sentences import Sentence
from otnet_desktop.store import backup_files, changeover, protection
from otnet_desktop.store.backup_files import Reason
from otnet_desktop.store.changeover import PLAN
from otnet_desktop.store.content import content_hash
from otnet_desktop.store.engine import connect
from otnet_desktop.store.keys import Key
from otnet_desktop.store.mark import mark_of
from otnet_desktop.store.passport import FILE_NAME
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_person, profile
from tests.store.keys import quick_key

FIRST, SECOND = quick_key(), quick_key()
CANARY = b"Canary"
WAYS = pytest.mark.parametrize(
    ("old", "new"), [(None, FIRST), (FIRST, SECOND), (FIRST, None)], ids=["set", "changed", "removed"]
)


class Stopped(BaseException):
    """The machine goes off."""


def unheard(_done: int, _of: int) -> None:
    """Nobody asks how far it is."""


def filled(folder: Path, key: Key | None) -> Store:
    """A folder with two backups, a file that was set aside, and one half made."""
    store = Store.open(folder, key)
    add_person(store, profile("Renata Canary", note="Canary " * 3_000))
    store.backups.make(Reason.DAILY, NOW - timedelta(days=2))
    add_person(store, "Bo Canary")
    store.backups.make(Reason.ASKED, NOW)
    if key is None:
        (folder / f"{FILE_NAME}-wal.stray").write_bytes(CANARY)
        (folder / f"{FILE_NAME}.damaged-20260318-101500").write_bytes(CANARY)
        (folder / "backups" / ".otnet-x.part").write_bytes(CANARY)
    return store


def plain(folder: Path) -> set[str]:
    """The files in which a name can be read."""
    return {path.name for path in folder.rglob("*") if path.is_file() and CANARY in path.read_bytes()}


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = filled(tmp_path / "data", None)
    yield opened
    opened.close()


@WAYS
def test_data_and_backups_are_written_anew(tmp_path: Path, old: Key | None, new: Key | None) -> None:
    folder = tmp_path / "data"
    store = filled(folder, old)
    content, told = content_hash(store.database), []
    outcome = store.protection.change(new, newest_only=False, progress=lambda *step: told.append(step))
    assert (outcome.backups, outcome.left) == (2, ())
    assert told[-1] == (3, 3)
    assert content_hash(store.database) == content
    assert [store.backups.verify(backup) for backup in store.backups.all()] == ["", ""]
    assert [backup.people for backup in store.backups.all()] == [2, 1]
    add_person(store, "Ann Canary")
    store.close()
    kept = {mark_of(path) for path in folder.rglob("*.db")}
    assert kept == {new.mark if new else None}
    assert len(plain(folder)) == (0 if new else 3)
    assert not any(name.endswith((".anew", PLAN)) for name in names(folder))
    again = Store.open(folder, new)
    assert len(again.people.everyone()) == 3
    again.close()


def test_what_was_set_aside_goes_with_the_plain_data(store: Store, tmp_path: Path) -> None:
    wanted = store.protection.set_aside()
    assert {path.suffix for path in wanted} == {".stray", ".part", ".damaged-20260318-101500"}
    outcome = store.protection.change(FIRST, newest_only=False, progress=unheard)
    assert set(outcome.removed) == set(wanted)
    assert not any(path.exists() for path in wanted)
    assert store.protection.set_aside() == []


def test_only_the_newest_backup_comes_along_if_asked(store: Store, tmp_path: Path) -> None:
    old = store.backups.all()[1].path
    outcome = store.protection.change(FIRST, newest_only=True, progress=unheard)
    assert outcome.backups == 1
    assert old in outcome.removed
    assert [backup.reason for backup in store.backups.all()] == [Reason.ASKED]
    assert plain(tmp_path / "data") == set()


def test_a_backup_of_another_passphrase_is_left_as_it_is(tmp_path: Path) -> None:
    store = filled(tmp_path / "data", FIRST)
    other = filled(tmp_path / "other", SECOND)
    foreign = tmp_path / "data" / "backups" / "otnet-20250101-000000-asked.db"
    shutil.copy(other.backups.all()[0].path, foreign)
    outcome = store.protection.change(None, newest_only=False, progress=unheard)
    assert outcome.left == (foreign,)
    assert mark_of(foreign) == SECOND.mark
    store.close()
    other.close()


def test_a_damaged_plain_backup_goes_and_is_named(store: Store, tmp_path: Path) -> None:
    damaged = store.backups.all()[0].path
    damaged.write_bytes(damaged.read_bytes()[:4096] + CANARY * 1_000)
    outcome = store.protection.change(FIRST, newest_only=False, progress=unheard)
    assert outcome.backups == 1
    assert damaged in outcome.removed
    assert plain(tmp_path / "data") == set()


def test_nothing_happens_while_somebody_else_has_the_data(store: Store, tmp_path: Path) -> None:
    before = names(tmp_path / "data")
    with closing(connect(store.database.path)) as other:
        other.execute("SELECT count(*) FROM person").fetchone()
        with pytest.raises(NotSaved, match="something else is using the data") as refused:
            store.protection.change(FIRST, newest_only=False, progress=unheard)
    told = [text for text in (refused.value.title, refused.value.hint) if isinstance(text, Sentence)]
    assert [isinstance(part, Sentence) for text in told for _name, part in text.parts] == [True, True]
    assert names(tmp_path / "data") | {f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"} >= before
    assert mark_of(store.database.path) is None
    assert len(store.people.everyone()) == 2


def test_who_wants_the_data_meanwhile_waits(store: Store) -> None:
    counted: list[int] = []

    def count() -> None:
        counted.append(len(store.people.everyone()))
        store.database.let_go()

    asking = Thread(target=count)

    def ask(done: int, of: int) -> None:
        if not done:
            asking.start()
        elif done < of:
            assert not counted

    store.protection.change(FIRST, newest_only=False, progress=ask)
    asking.join()
    assert counted == [2]


def test_without_room_for_both_nothing_is_begun(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage("/")._replace(free=1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage)
    with pytest.raises(NotSaved, match="needs 2 MB of free space"):
        store.protection.change(FIRST, newest_only=False, progress=unheard)
    assert not (store.database.path.parent / PLAN).exists()
    assert len(store.people.everyone()) == 2


@WAYS
@pytest.mark.parametrize("stop", range(1, 14))
def test_wherever_it_is_stopped_one_of_the_two_opens_and_nothing_is_left(
    tmp_path: Path, old: Key | None, new: Key | None, stop: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the n-th thing it does to the disk the machine goes off; the next start knows which way to go."""
    folder = tmp_path / "data"
    store = filled(folder, old)
    content = content_hash(store.database)
    stop_before(stop, monkeypatch)
    with suppress(Stopped):
        store.protection.change(new, newest_only=False, progress=unheard)
    monkeypatch.undo()
    store.database.let_go()
    key = new if mark_of(folder / FILE_NAME) == (new.mark if new else None) else old
    again = Store.open(folder, key)
    assert content_hash(again.database) == content
    assert [again.backups.verify(backup) for backup in again.backups.all()] == ["", ""]
    again.close()
    assert {mark_of(path) for path in folder.rglob("*.db")} == {key.mark if key else None}
    assert not any(name.endswith((".anew", PLAN, ".part")) for name in names(folder)) or key is None
    if key is not None:
        assert plain(folder) == set()


def stop_before(nth: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever writes, moves or removes a file is counted; nothing at all happens from the n-th on."""
    done = 0

    def counting(module: object, name: str) -> None:
        real = getattr(module, name)

        def stopping(*given: object) -> object:
            nonlocal done
            done += 1
            if done >= nth:
                raise Stopped
            return real(*given)

        monkeypatch.setattr(module, name, stopping)

    counting(protection, "rewrite")
    for module, moves in ((protection, ("supplant", "go_back")), (changeover, ("supplant", "take_away", "end"))):
        for move in moves:
            counting(module, move)
    counting(backup_files, "write_note")
