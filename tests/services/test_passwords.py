"""Passwords live in the system's keyring or in memory, never in a file of ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from otnet_desktop.services.passwords import Passwords
from otnet_desktop.services.workspace import Workspace
from tests.services.keyrings import Ring, one_keyring

WHOSE = "ada@b.example at smtp.b.example"


@pytest.fixture
def ring() -> Iterator[Ring]:
    with one_keyring() as made:
        yield made


def test_kept_where_the_system_keeps_passwords(ring: Ring) -> None:
    assert Passwords().can_keep()
    assert Passwords().keep(WHOSE, "secret")
    assert ring.kept == {("OTnet Desktop", WHOSE): "secret"}
    later = Passwords()
    assert later.get(WHOSE) == "secret"
    later.forget(WHOSE)
    assert (ring.kept, later.get(WHOSE)) == ({}, "")
    later.forget(WHOSE)


def test_without_a_keyring_only_held(ring: Ring) -> None:
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    passwords = Passwords()
    assert not passwords.can_keep()
    assert not passwords.keep(WHOSE, "secret")
    assert (passwords.get(WHOSE), Passwords().get(WHOSE), ring.kept) == ("secret", "", {})
    passwords.forget(WHOSE)
    assert passwords.get(WHOSE) == ""


def test_a_keyring_that_fails_keeps_nobody_from_sending(ring: Ring, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: str) -> None:
        raise RuntimeError("no bus")

    for name in ("get_password", "set_password", "delete_password"):
        monkeypatch.setattr(ring, name, fail)
    passwords = Passwords()
    assert passwords.get(WHOSE) == ""
    assert not passwords.keep(WHOSE, "secret")
    assert passwords.get(WHOSE) == "secret"
    passwords.forget(WHOSE)
    assert passwords.get(WHOSE) == ""


def test_no_file_of_ours_holds_one(ring: Ring, workspace: Workspace, tmp_path: Path) -> None:
    workspace.sending.passwords.keep(WHOSE, "open-sesame-7")
    workspace.care.back_up()
    held = [path for path in tmp_path.rglob("*") if path.is_file() and b"open-sesame-7" in path.read_bytes()]
    assert ring.kept
    assert held == []
