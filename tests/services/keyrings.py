"""Keyrings for tests, in place of the system's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backends.fail import Keyring as NoKeyring


@contextmanager
def no_keyring() -> Iterator[None]:
    """A system without one, so that no password outlives a test."""
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        keyring.set_keyring(before)
