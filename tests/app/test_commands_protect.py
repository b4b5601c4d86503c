"""Protected data in the terminal: who says the passphrase comes in, who does not is told so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from otnet_desktop.app.commands import passphrases
from otnet_desktop.services.locking import key_by_passphrase
from otnet_desktop.services.workspace import open_workspace
from otnet_desktop.store import keys
from otnet_desktop.store.mark import mark_of
from tests.app.terminal import Terminal
from tests.factories import NOW
from tests.services.clocks import SettableClock
from tests.services.keyrings import Ring, one_keyring

PASSPHRASE, OTHER = "salty café at noon", "another one entirely"


@pytest.fixture(autouse=True)
def ring(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ring]:
    """A keyring, keys made quickly, and nobody at the terminal."""
    monkeypatch.setattr(keys, "_COSTS", {"n": 2, "r": 8, "p": 1})
    for name in (passphrases.PRESENT, passphrases.NEW):
        monkeypatch.delenv(name, raising=False)
    with one_keyring() as made:
        yield made


@pytest.fixture
def protected(sample: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """The sample network behind a passphrase that nobody has said yet."""
    sample("backup")
    monkeypatch.setenv(passphrases.NEW, PASSPHRASE)
    said = sample("protect", "--json")
    assert (said.status, said.data["protected"], said.data["backups"]) == (0, True, 1)
    monkeypatch.delenv(passphrases.NEW)
    return sample


def typing(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Somebody sits at the terminal and types; the questions come back."""
    asked, left = [], list(answers)

    def answer(question: str, stream: object = None) -> str:
        asked.append(question)
        return left.pop(0)

    monkeypatch.setattr(passphrases, "can_ask", lambda: True)
    monkeypatch.setattr(passphrases, "getpass", answer)
    return asked


def test_nobody_who_says_nothing_gets_in(protected: Terminal) -> None:
    for command in (["people"], ["due"], ["check"], ["backup"], ["protect"]):
        said = protected(*command)
        assert (said.status, said.out) == (4, "")
        assert said.err.count("\n") == 1
        assert "OTNET_PASSPHRASE" in said.err


def test_the_environment_says_it(protected: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(passphrases.PRESENT, PASSPHRASE)
    assert len(protected("people", "--json").data) == 60
    assert protected("check", "--json").data == {"ok": True, "findings": [], "protected": True}
    assert "protected by a passphrase" in protected("check").out
    monkeypatch.setenv(passphrases.PRESENT, OTHER)
    assert protected("people").status == 4


def test_somebody_types_it_unseen(protected: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = typing(monkeypatch, PASSPHRASE, OTHER)
    assert len(protected("people", "--json").data) == 60
    assert protected("people").status == 4
    assert asked == ["Passphrase of your data: "] * 2


def test_the_keyring_says_it_only_where_that_was_asked_for(
    protected: Terminal, tmp_path: Path, ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ring.kept == {}
    folder = tmp_path / "data"
    key = key_by_passphrase(folder, PASSPHRASE)
    workspace = open_workspace(folder, SettableClock(NOW), lambda: ZoneInfo("UTC"), key=key)
    workspace.locking.remember()
    workspace.close()
    assert len(protected("people", "--json").data) == 60


def test_it_is_changed_told_and_removed(protected: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = typing(monkeypatch, PASSPHRASE, PASSPHRASE, OTHER, OTHER)
    assert protected("protect").status == 0
    assert asked[1:] == ["Present passphrase: ", "New passphrase: ", "The same again: "]
    monkeypatch.setenv(passphrases.PRESENT, OTHER)
    code = protected("protect", "--recovery-code").out.strip()
    mark = mark_of(tmp_path / "data" / "otnet.db")
    assert mark is not None
    assert keys.key_by_code(code, mark).opens(mark)
    assert protected("protect", "--remove", "--json").data["protected"] is False
    monkeypatch.delenv(passphrases.PRESENT)
    assert len(protected("people", "--json").data) == 60


def test_two_that_are_not_alike_change_nothing(sample: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    typing(monkeypatch, PASSPHRASE, OTHER)
    assert sample("protect").status == 2
    assert sample("check", "--json").data["protected"] is False


def test_backups_are_listed_without_it_and_restored_with_it(
    protected: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (listed,) = protected("backups", "--json").data
    assert listed["verified"]
    assert protected("restore", listed["path"]).status == 4
    monkeypatch.setenv(passphrases.PRESENT, PASSPHRASE)
    assert protected("restore", listed["path"], "--json").data["people"] == 60


def test_what_another_passphrase_protects_is_named(
    protected: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (listed,) = protected("backups", "--json").data
    foreign = Path(listed["path"]).with_name("otnet-20250101-000000-asked.db")
    foreign.write_bytes(Path(listed["path"]).read_bytes())
    monkeypatch.setenv(passphrases.PRESENT, PASSPHRASE)
    monkeypatch.setenv(passphrases.NEW, OTHER)
    damaged = bytearray(foreign.read_bytes())
    damaged[4:16] = bytes(12)
    foreign.write_bytes(damaged)
    said = protected("protect", "--json")
    assert (said.status, said.data["left"]) == (1, [str(foreign)])
    assert "left as it is" in said.err
