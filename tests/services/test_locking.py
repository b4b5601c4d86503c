"""A passphrase over the data, the lock of the window, and the sheet for the day it is forgotten."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from zoneinfo import ZoneInfo

import pytest
from keyring.errors import KeyringLocked

from otnet_desktop.domain.errors import BadInput, NotAllowed, NotSaved, PassphraseNeeded, WrongPassphrase
from otnet_desktop.services import locking
from otnet_desktop.services.locking import OldBackups
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.store import keys
from otnet_desktop.store.keys import Key
from tests.factories import profile
from tests.services.clocks import SettableClock
from tests.services.keyrings import Ring, no_keyring, one_keyring

PASSPHRASE, OTHER = "salty café at noon", "another one entirely"


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes a third of a second takes none."""
    monkeypatch.setattr(keys, "_COSTS", {"n": 2, "r": 8, "p": 1})


@pytest.fixture
def ring() -> Iterator[Ring]:
    with one_keyring() as made:
        yield made


@pytest.fixture
def folder(workspace: Workspace, tmp_path: Path) -> Path:
    """Where a workspace with somebody in it is."""
    workspace.people.add(profile("Renata Canary"))
    workspace.care.back_up()
    return tmp_path / "data"


@pytest.fixture
def protected(folder: Path, workspace: Workspace, ring: Ring) -> Workspace:
    workspace.locking.set_passphrase(PASSPHRASE)
    return workspace


def reopened(workspace: Workspace, folder: Path, key: Key | None) -> int:
    """How many people are there for who opens the data anew."""
    workspace.close()
    again = open_workspace(folder, SettableClock(workspace.clock.now()), lambda: ZoneInfo("UTC"), key=key)
    count = len(again.exporting.everyone())
    again.close()
    return count


def test_without_a_passphrase_there_is_nothing_to_lock(workspace: Workspace, ring: Ring) -> None:
    assert not workspace.locking.is_protected
    workspace.locking.lock()
    assert not workspace.locking.is_locked
    with pytest.raises(NotAllowed):
        workspace.locking.recovery_sheet()
    assert not workspace.locking.remember()
    assert ring.kept == {}


def test_data_without_a_passphrase_need_no_key(folder: Path, tmp_path: Path) -> None:
    assert not locking.is_protected(folder)
    assert locking.key_by_passphrase(folder, "any") is None
    assert locking.key_by_recovery(folder, "any") is None
    assert locking.remembered_key(folder) is None
    assert not locking.is_protected(tmp_path / "nowhere")


def test_with_one_nobody_opens_them_without_it(protected: Workspace, folder: Path) -> None:
    assert protected.locking.is_protected
    assert locking.is_protected(folder)
    with pytest.raises(WrongPassphrase):
        locking.key_by_passphrase(folder, PASSPHRASE.title())
    with pytest.raises(PassphraseNeeded):
        reopened(protected, folder, None)
    assert reopened(protected, folder, locking.key_by_passphrase(folder, PASSPHRASE)) == 1


def test_what_is_saved_and_undone_afterwards_is_protected_too(protected: Workspace, folder: Path) -> None:
    protected.people.add(profile("Bo Canary"))
    protected.care.back_up()
    assert protected.history.undo() is not None
    assert len(protected.roster.find("renata")) == 1
    assert protected.care.check() == []
    assert not any(b"Canary" in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_locked_window_opens_again_by_passphrase_or_sheet(protected: Workspace) -> None:
    sheet = protected.locking.recovery_sheet()
    for unlock, wrong, right in (
        (protected.locking.unlock, OTHER, PASSPHRASE),
        (protected.locking.unlock_by_code, sheet.code[:-1], sheet.code),
    ):
        protected.locking.lock()
        with pytest.raises((WrongPassphrase, BadInput)):
            unlock(wrong)
        assert protected.locking.is_locked
        unlock(right)
        assert not protected.locking.is_locked


def test_who_forgot_the_passphrase_comes_in_with_the_sheet(protected: Workspace, folder: Path) -> None:
    code = protected.locking.recovery_sheet().code
    assert reopened(protected, folder, locking.key_by_recovery(folder, code)) == 1


def test_another_passphrase_is_set_only_by_who_knows_the_old(protected: Workspace, folder: Path) -> None:
    with pytest.raises(WrongPassphrase):
        protected.locking.set_passphrase(OTHER, "not it")
    with pytest.raises(BadInput):
        protected.locking.set_passphrase("short", PASSPHRASE)
    done = protected.locking.set_passphrase(OTHER, PASSPHRASE, OldBackups.NEWEST_ONLY)
    assert (done.backups, done.left, done.removed) == (1, (), ())
    with pytest.raises(WrongPassphrase):
        locking.key_by_passphrase(folder, PASSPHRASE)
    assert reopened(protected, folder, locking.key_by_passphrase(folder, OTHER)) == 1


def test_it_is_taken_away_only_by_who_knows_it(protected: Workspace, folder: Path) -> None:
    with pytest.raises(WrongPassphrase):
        protected.locking.remove_passphrase("")
    protected.locking.lock()
    protected.locking.remove_passphrase(PASSPHRASE)
    assert not protected.locking.is_locked
    assert reopened(protected, folder, None) == 1


def test_who_forgot_the_passphrase_sets_another_with_the_sheet(protected: Workspace, folder: Path) -> None:
    code = protected.locking.recovery_sheet().code
    protected.locking.set_passphrase(OTHER, code.lower())
    assert reopened(protected, folder, locking.key_by_passphrase(folder, OTHER)) == 1


def test_who_stepped_aside_comes_back_however_it_ends(protected: Workspace) -> None:
    protected.locking.step_aside()
    with pytest.raises(WrongPassphrase):
        protected.locking.set_passphrase(OTHER, "not it")
    assert len(protected.exporting.everyone()) == 1


def test_remembered_only_where_somebody_asked(protected: Workspace, folder: Path, ring: Ring) -> None:
    assert ring.kept == {}
    assert not protected.locking.is_remembered()
    assert protected.locking.can_remember()
    assert protected.locking.remember()
    assert protected.locking.is_remembered()
    assert PASSPHRASE not in str(ring.kept)
    assert reopened(protected, folder, locking.remembered_key(folder)) == 1


def test_what_is_remembered_goes_with_the_passphrase(protected: Workspace, folder: Path, ring: Ring) -> None:
    protected.locking.remember()
    (first,) = ring.kept
    protected.locking.set_passphrase(OTHER, PASSPHRASE)
    assert len(ring.kept) == 1
    assert first not in ring.kept
    assert locking.remembered_key(folder) == locking.key_by_passphrase(folder, OTHER)
    protected.locking.remove_passphrase(OTHER)
    assert ring.kept == {}


def test_what_the_keyring_says_is_looked_at(protected: Workspace, folder: Path, ring: Ring) -> None:
    protected.locking.remember()
    ring.kept = dict.fromkeys(ring.kept, "00" * 32)
    assert locking.remembered_key(folder) is None


def test_without_a_keyring_it_is_asked_each_time(protected: Workspace) -> None:
    with no_keyring():
        assert not protected.locking.can_remember()
        assert not protected.locking.remember()
        assert not protected.locking.is_remembered()


def test_what_is_not_gone_from_the_keyring_is_not_called_gone(
    protected: Workspace, ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: str) -> None:
        raise KeyringLocked("nobody unlocks it")

    protected.locking.remember()
    with monkeypatch.context() as broken:
        broken.setattr(ring, "delete_password", refuse)
        assert not protected.locking.forget()
    assert protected.locking.forget()
    assert ring.kept == {}


def test_what_somebody_took_out_of_the_keyring_is_not_remembered(protected: Workspace, ring: Ring) -> None:
    protected.locking.remember()
    ring.kept.clear()
    assert not protected.locking.is_remembered()


def test_a_new_passphrase_waits_for_a_keyring_that_is_just_remembering_the_old_one(
    protected: Workspace, folder: Path, ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, goes_on, take = Event(), Event(), ring.set_password

    def slow(service: str, username: str, password: str) -> None:
        begun.set()
        goes_on.wait(10)
        take(service, username, password)

    monkeypatch.setattr(ring, "set_password", slow)
    remembering = Thread(target=protected.locking.remember)
    remembering.start()
    assert begun.wait(10)
    monkeypatch.setattr(locking, "KEYRING_PATIENCE_S", 0.01)
    with pytest.raises(NotSaved, match="keyring does not answer"):
        protected.locking.set_passphrase(OTHER, PASSPHRASE)
    goes_on.set()
    remembering.join()
    protected.locking.set_passphrase(OTHER, PASSPHRASE)
    assert locking.remembered_key(folder) == locking.key_by_passphrase(folder, OTHER)
    assert len(ring.kept) == 1


@pytest.mark.parametrize(
    ("passphrase", "others"),
    [
        ("s\u00e9same ouvre-toi", ("sesame ouvre-toi", "S\u00e9same ouvre-toi")),
        ("se\u0301same ouvre-toi", ("se same ouvre-toi",)),
        ("ends with a blank ", ("ends with a blank", " ends with a blank")),
        ("tab\tand  two blanks", ("tab and two blanks",)),
        ("🦉🎻🫖🌿🧶🪨🧭🕯️", ("🦉🎻🫖🌿🧶🪨🧭🕯",)),
        ("שלום עולם טוב", ("טוב עולם שלום",)),
        ("ключ от дома", ("rk.x jn ljvf",)),
        ("x" * 1_000, ("x" * 999, "x" * 1_001)),
        ("null\x00inside it", ("null",)),
        ("' OR 1=1; --", ("'' OR 1=1; --",)),
    ],
)
def test_any_text_is_a_passphrase_and_only_that(
    workspace: Workspace, folder: Path, ring: Ring, passphrase: str, others: tuple[str, ...]
) -> None:
    workspace.locking.set_passphrase(passphrase)
    for other in others:
        with pytest.raises(WrongPassphrase):
            workspace.locking.unlock(other)
    for form in ("NFC", "NFD"):
        assert locking.key_by_passphrase(folder, unicodedata.normalize(form, passphrase)) is not None
    assert reopened(workspace, folder, locking.key_by_passphrase(folder, passphrase)) == 1


def test_the_same_passphrase_once_more_makes_another_sheet(protected: Workspace, folder: Path) -> None:
    before = protected.locking.recovery_sheet().code
    protected.locking.set_passphrase(PASSPHRASE, PASSPHRASE)
    assert protected.locking.recovery_sheet().code != before
    with pytest.raises(WrongPassphrase):
        locking.key_by_recovery(folder, before)
    protected.locking.unlock(PASSPHRASE)


@pytest.mark.parametrize("nothing", ["", " ", " " * 20, "  seven77  ", "e\u0301" * 7])
def test_nothing_is_no_passphrase(workspace: Workspace, ring: Ring, nothing: str) -> None:
    with pytest.raises(BadInput):
        workspace.locking.set_passphrase(nothing)
    assert not workspace.locking.is_protected


@pytest.mark.parametrize("error", [KeyringLocked("nobody unlocks it"), RuntimeError("no bus"), OSError("gone")])
def test_a_keyring_that_fails_lets_one_type(
    protected: Workspace, folder: Path, ring: Ring, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_given: str) -> None:
        raise error

    protected.locking.remember()
    monkeypatch.setattr(ring, "get_password", fail)
    assert locking.remembered_key(folder) is None
    assert not protected.locking.is_remembered()
    protected.locking.set_passphrase(OTHER, PASSPHRASE)
    assert locking.key_by_passphrase(folder, OTHER) is not None
