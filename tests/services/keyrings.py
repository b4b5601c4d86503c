"""Keyrings for tests, in place of the system's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import PasswordDeleteError


class Ring(KeyringBackend):
    """A keyring in memory."""

    priority = -1  # keyring finds every class of backends: below that of none at all, it is never chosen

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError(username)


@contextmanager
def no_keyring() -> Iterator[None]:
    """A system without one, so that no password outlives a test."""
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        keyring.set_keyring(before)


@contextmanager
def one_keyring() -> Iterator[Ring]:
    """A system that has one."""
    before = keyring.get_keyring()
    keyring.set_keyring(made := Ring())
    try:
        yield made
    finally:
        keyring.set_keyring(before)
