"""What a protected file of ours begins with: the only bytes of it that are not encrypted, of which its key is made."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MARK_BYTES = 16
MARK_SIGN = b"OTn\x01"
"""The first bytes of the mark; ``keys`` tells the rest."""


def mark_of(path: Path) -> bytes | None:
    """What a protected file begins with, of which its key is made; none for any other, and for none at all."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        with path.open("rb") as file:
            header = file.read(MARK_BYTES)
    except OSError:
        return None
    return header if len(header) == MARK_BYTES and header.startswith(MARK_SIGN) else None
