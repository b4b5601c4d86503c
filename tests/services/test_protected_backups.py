"""Backups and archives of protected data: what opens them, and how what they bring back is protected."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from otnet_desktop.domain.errors import DataUnavailable, PassphraseNeeded
from otnet_desktop.services.care import backups_in, restore_into
from otnet_desktop.services.exporting import ARCHIVE
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.store.keys import Key
from otnet_desktop.store.mark import mark_of
from otnet_desktop.store.passport import MAGIC
from otnet_desktop.store.rewriting import rewrite
from tests.factories import NOW, profile
from tests.services.clocks import SettableClock
from tests.store.keys import quick_key

OURS, THEIRS = quick_key(), quick_key()
HISTORY = Path(__file__).parents[1] / "history"


def opened(folder: Path, key: Key | None, *names: str) -> Workspace:
    workspace = open_workspace(folder, SettableClock(NOW), lambda: ZoneInfo("UTC"), key=key)
    for name in names:
        workspace.people.add(profile(name))
    return workspace


def backup(folder: Path, key: Key | None, *names: str) -> Path:
    """A backup of data with these people in it."""
    workspace = opened(folder, key, *names)
    path, _note = workspace.care.back_up()
    workspace.close()
    return path


def people(workspace: Workspace) -> set[str]:
    return {profile.full_name for profile in workspace.exporting.profiles(workspace.exporting.everyone())}


def assert_hidden(folder: Path) -> None:
    readable = [path for path in folder.rglob("*") if path.is_file() and b"Canary" in path.read_bytes()]
    assert readable == []


@pytest.fixture
def protected(tmp_path: Path) -> Iterator[Workspace]:
    workspace = opened(tmp_path / "data", OURS, "Renata Canary")
    yield workspace
    workspace.close()


def test_a_backup_of_ours_comes_back_without_a_question(protected: Workspace, tmp_path: Path) -> None:
    kept, _note = protected.care.back_up()
    protected.people.add(profile("Bo Canary"))
    restored = protected.care.restore(kept)
    assert people(protected) == {"Renata Canary"}
    assert restored.kept is not None
    assert mark_of(restored.kept) == OURS.mark
    assert protected.care.check() == []
    assert_hidden(tmp_path / "data")


def test_one_of_another_passphrase_asks_for_it_and_becomes_ours(protected: Workspace, tmp_path: Path) -> None:
    other = backup(tmp_path / "other", THEIRS, "Ann Canary")
    with pytest.raises(PassphraseNeeded):
        protected.care.restore(other)
    with pytest.raises(PassphraseNeeded):
        protected.bringing_back.look_into(other)
    inside = protected.bringing_back.look_into(other, THEIRS).people
    protected.bringing_back.bring(other, [person.id for person in inside], THEIRS)
    assert people(protected) == {"Renata Canary", "Ann Canary"}
    protected.care.restore(other, THEIRS)
    assert people(protected) == {"Ann Canary"}
    protected.close()
    assert mark_of(tmp_path / "data" / "otnet.db") == OURS.mark
    assert_hidden(tmp_path / "data")


def test_a_plain_one_becomes_protected(protected: Workspace, tmp_path: Path) -> None:
    protected.care.restore(backup(tmp_path / "plain", None, "Ann Canary"))
    assert people(protected) == {"Ann Canary"}
    assert_hidden(tmp_path / "data")


def test_a_protected_one_becomes_plain_where_the_data_are(tmp_path: Path) -> None:
    workspace = opened(tmp_path / "data", None, "Renata")
    workspace.care.restore(backup(tmp_path / "other", THEIRS, "Ann"), THEIRS)
    assert people(workspace) == {"Ann"}
    workspace.close()
    assert mark_of(tmp_path / "data" / "otnet.db") is None


@pytest.mark.parametrize("there", [b"", b"x" * 5_000], ids=["nothing", "garbage"])
def test_where_there_are_no_data_it_stays_protected(tmp_path: Path, there: bytes) -> None:
    other = backup(tmp_path / "other", THEIRS, "Ann Canary")
    folder = tmp_path / "data"
    folder.mkdir()
    if there:
        (folder / "otnet.db").write_bytes(there)
    restore_into(folder, other, NOW, source_key=THEIRS)
    assert_hidden(folder)
    workspace = opened(folder, THEIRS)
    assert people(workspace) == {"Ann Canary"}
    workspace.close()


@pytest.mark.parametrize("of_another", [False, True], ids=["plain backup", "backup of another passphrase"])
def test_damaged_data_keep_the_passphrase_that_was_said(protected: Workspace, tmp_path: Path, of_another: bool) -> None:
    key = THEIRS if of_another else None
    other = backup(tmp_path / "other", key, "Ann Canary")
    protected.close()
    data = tmp_path / "data" / "otnet.db"
    data.write_bytes(data.read_bytes()[: 5 * 4096])
    assert restore_into(tmp_path / "data", other, NOW, OURS, key).is_protected
    assert mark_of(data) == OURS.mark
    assert_hidden(tmp_path / "data")


def test_protected_data_are_replaced_only_by_who_can_open_them(protected: Workspace, tmp_path: Path) -> None:
    protected.close()
    data = tmp_path / "data" / "otnet.db"
    before = data.read_bytes()
    with pytest.raises(PassphraseNeeded):
        restore_into(tmp_path / "data", backup(tmp_path / "plain", None, "Ann"), NOW)
    assert data.read_bytes() == before


def test_an_archive_is_for_any_program_and_comes_back_protected(protected: Workspace, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    protected.exporting.write(ARCHIVE, out / "all.zip")
    with zipfile.ZipFile(out / "all.zip") as archive:
        assert archive.read("otnet.db").startswith(MAGIC)
    assert [path.name for path in out.iterdir()] == ["all.zip"]
    protected.people.add(profile("Bo Canary"))
    protected.care.restore(out / "all.zip")
    assert people(protected) == {"Renata Canary"}
    assert_hidden(tmp_path / "data")


def test_without_the_key_a_backup_is_known_only_by_its_hash(protected: Workspace, tmp_path: Path) -> None:
    kept, _note = protected.care.back_up()
    assert [trouble for _backup, trouble in backups_in(tmp_path / "data")] == [""]
    kept.write_bytes(kept.read_bytes()[:-4096] + bytes(4096))
    assert ["SHA-256" in trouble for _backup, trouble in backups_in(tmp_path / "data")] == [True]


def test_a_damaged_file_is_told_from_a_wrong_passphrase(tmp_path: Path) -> None:
    opened(tmp_path / "data", OURS).close()
    data = tmp_path / "data" / "otnet.db"
    data.write_bytes(data.read_bytes()[:16] + bytes(4080) + data.read_bytes()[4096:])
    with pytest.raises(DataUnavailable, match="damaged"):
        opened(tmp_path / "data", OURS)
    with pytest.raises(PassphraseNeeded):
        opened(tmp_path / "data", THEIRS)


@pytest.mark.parametrize("schema", [1, 2])
def test_an_older_schema_is_brought_up_to_date_under_its_key(tmp_path: Path, schema: int) -> None:
    old = tmp_path / "old.db"
    old.write_bytes(gzip.decompress((HISTORY / f"schema_{schema}.db.gz").read_bytes()))
    (tmp_path / "data").mkdir()
    rewrite(old, None, tmp_path / "data" / "otnet.db", OURS)
    workspace = opened(tmp_path / "data", OURS)
    check = workspace.store.check
    assert [*check.in_file(), *check.in_search(), *check.in_journal()] == []
    (kept,) = workspace.care.backups()
    assert (kept.reason, mark_of(kept.path)) == ("migration", OURS.mark)
    workspace.close()
