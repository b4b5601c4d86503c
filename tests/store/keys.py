"""Keys for tests, made without the third of a second a passphrase takes."""

from __future__ import annotations

import secrets

from otnet_desktop.store.keys import Key
from otnet_desktop.store.mark import MARK_BYTES, MARK_SIGN


def quick_key() -> Key:
    """A key no passphrase leads to."""
    return Key(secrets.token_bytes(32), MARK_SIGN + secrets.token_bytes(MARK_BYTES - len(MARK_SIGN)))
