"""A data file that cannot be opened, met by the real program: refused or a backup offered, and byte for byte as before.

By every command of the terminal, and by the window in a process of its own; plain files and protected ones.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest

from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.locking import key_by_passphrase
from otnet_desktop.services.workspace import open_workspace
from otnet_desktop.store.keys import Key
from otnet_desktop.store.passport import FILE_NAME
from tests.app.terminal import Terminal, terminal_in
from tests.campaigns.test_hard_places import READERS, WRITERS
from tests.campaigns.witnessed import set_clock, witnessed
from tests.factories import NOW, school_ot
from tests.services.clocks import BOSTON, SettableClock
from tests.services.use_cases import CARD
from tests.store.spoilt import DAMAGED, PROTECTED_DAMAGED, PROTECTED_REFUSED, REFUSED, Spoil, SpoilProtected

PASSPHRASE = "heron violin kettle moss lantern"
DONE, DATA_UNAVAILABLE = 0, 4
LOG = f"{FILE_NAME}-wal"
LOOKED = {LOG, f"{FILE_NAME}-shm"}
"""What SQLite leaves, or takes away, where a file was looked into; the log must be empty."""
OF_THE_WINDOW = {"instance.lock", "trouble.log", "window.ini"}
"""What a window that cannot open the data may leave beside them."""
ALL_BUT_RESTORE = (READERS | WRITERS).keys() - {"backups", "restore"}
FEW = ("people", "import")
"""For protected data, at which each command takes the third of a second of a passphrase."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One person, one backup, and beside them what the commands are given."""
    workspace = open_workspace(tmp_path / "data", SettableClock(NOW), lambda: BOSTON)
    assert workspace.people.add(school_ot()).id == PersonId(1)
    workspace.care.back_up()
    workspace.care.back_up(tmp_path / "old.db")
    workspace.close()
    (tmp_path / "fay.vcf").write_text(CARD)
    set_clock(tmp_path / "data", NOW)
    return tmp_path / "data"


@pytest.fixture
def protected(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same with a passphrase."""
    workspace = open_workspace(folder, SettableClock(NOW), lambda: BOSTON)
    workspace.locking.set_passphrase(PASSPHRASE)
    workspace.close()
    monkeypatch.setenv("OTNET_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("WITNESS_SAYS", PASSPHRASE)
    return folder


@pytest.fixture
def terminal(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("OTNET_NEW_PASSPHRASE", "a long and quiet afternoon")
    return terminal_in(folder, capsys)


def key_of(folder: Path) -> Key:
    key = key_by_passphrase(folder, PASSPHRASE)
    assert key is not None
    return key


def content(folder: Path) -> dict[str, bytes]:
    """Every file in it."""
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name not in LOOKED}


def expect_untouched(folder: Path, before: dict[str, bytes], allowed: Collection[str] = ()) -> None:
    now = content(folder)
    assert {name: now.get(name) for name in before} == before
    assert now.keys() - before.keys() <= set(allowed)
    assert not (folder / LOG).exists() or not (folder / LOG).read_bytes()


def expect_refused_in_terminal(terminal: Terminal, folder: Path, said: str, names: Collection[str]) -> None:
    """By each of these commands."""
    before = content(folder)
    for name in names:
        words = [word.format(beside=folder.parent) for word in (READERS | WRITERS)[name]]
        told = terminal(*words)
        assert told.status == DATA_UNAVAILABLE, (name, told)
        assert said in told.err, (name, told)
        assert len(told.err.splitlines()) <= 2, (name, told)
        expect_untouched(folder, before)


def window_says(folder: Path) -> list[str]:
    """What the window says of the data until it has an end; it ends with the status for data that cannot be opened."""
    before = content(folder)
    with witnessed(folder) as program:
        told = program.until("trouble")
        damaged = told[-1].startswith("trouble DataDamaged")
        told += program.until("offered") if damaged else []
        assert program.end() == DATA_UNAVAILABLE
    expect_untouched(folder, before, OF_THE_WINDOW)
    return told


@pytest.mark.parametrize("spoil", REFUSED, ids=lambda spoil: spoil.__name__)
def test_what_is_not_ours_is_refused(folder: Path, spoil: Spoil, terminal: Terminal) -> None:
    spoil(folder / FILE_NAME)
    expect_refused_in_terminal(terminal, folder, REFUSED[spoil], ALL_BUT_RESTORE)
    expect_not_restored_into(folder, terminal)
    assert REFUSED[spoil] in window_says(folder)[-1]


@pytest.mark.parametrize("spoil", DAMAGED, ids=lambda spoil: spoil.__name__)
def test_what_is_damaged_is_kept_and_a_backup_offered(folder: Path, spoil: Spoil, terminal: Terminal) -> None:
    spoil(folder / FILE_NAME)
    damaged = (folder / FILE_NAME).read_bytes()
    expect_refused_in_terminal(terminal, folder, "", ALL_BUT_RESTORE)
    assert window_says(folder)[-1] == "offered Restore this backup"
    expect_restored(folder, terminal, damaged)


@pytest.mark.parametrize("spoil", PROTECTED_REFUSED, ids=lambda spoil: spoil.__name__)
def test_what_is_protected_and_not_ours_is_refused(protected: Path, spoil: SpoilProtected, terminal: Terminal) -> None:
    spoil(protected / FILE_NAME, key_of(protected))
    expect_refused_in_terminal(terminal, protected, PROTECTED_REFUSED[spoil], FEW)
    expect_not_restored_into(protected, terminal)
    assert PROTECTED_REFUSED[spoil] in window_says(protected)[-1]


@pytest.mark.parametrize("spoil", PROTECTED_DAMAGED, ids=lambda spoil: spoil.__name__)
def test_what_is_protected_and_damaged_is_kept(protected: Path, spoil: SpoilProtected, terminal: Terminal) -> None:
    spoil(protected / FILE_NAME, key_of(protected))
    damaged = (protected / FILE_NAME).read_bytes()
    expect_refused_in_terminal(terminal, protected, "", FEW)
    assert window_says(protected)[-1] == "offered Restore this backup"
    expect_restored(protected, terminal, damaged)


def test_a_wrong_passphrase_opens_and_changes_nothing(
    protected: Path, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OTNET_PASSPHRASE", "WITNESS_SAYS"):
        monkeypatch.setenv(name, "somebody else's")
    expect_refused_in_terminal(terminal, protected, "passphrase", FEW)
    expect_not_restored_into(protected, terminal)
    before = content(protected)
    with witnessed(protected) as program:
        assert program.until("refused")[-1].startswith("refused That did not open it.")
        assert program.end() == DONE
    expect_untouched(protected, before, OF_THE_WINDOW)
    monkeypatch.setenv("WITNESS_SAYS", PASSPHRASE)
    with witnessed(protected) as program:
        program.until("open")
        assert program.end() == DONE


def expect_not_restored_into(folder: Path, terminal: Terminal) -> None:
    """Nor does a backup take the place of what is not ours."""
    before = content(folder)
    assert terminal("restore", str(folder.parent / "old.db")).status == DATA_UNAVAILABLE
    expect_untouched(folder, before)


def expect_restored(folder: Path, terminal: Terminal, damaged: bytes) -> None:
    """When asked to; what was there is kept aside even then."""
    assert terminal("restore", str(folder.parent / "old.db")).status == DONE
    (kept,) = folder.glob(f"{FILE_NAME}.damaged-*")
    assert kept.read_bytes() == damaged
    assert "Renata" in terminal("people").out
