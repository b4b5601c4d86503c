"""The log of the program's own mistakes: bounded, for its owner's eyes only, and nobody's name in it.

Public: ``TroubleLog(folder)`` with ``write(at, text)``; ``FILE_NAME`` beside the data, and the one before it as
``EARLIER``.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path

FILE_NAME, EARLIER = "trouble.log", "trouble.1.log"
LARGEST = 256 * 1024
"""Bytes of one file; there are at most two."""


class TroubleLog:
    """Writes reports, in whatever thread."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE_NAME

    def write(self, at: datetime, text: str) -> None:
        """Add a report; a log that cannot be written must not be the next trouble."""
        try:
            self._turn_over()
            no_link = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
            descriptor = os.open(self._file, no_link, 0o600)
            with os.fdopen(descriptor, "a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(f"{at.isoformat(timespec='seconds')}\n{text[:LARGEST]}\n\n")
            self._file.chmod(0o600)
        except OSError as error:
            if sys.stderr is not None:
                print(f"The log cannot be written ({error.strerror or type(error).__name__}).", file=sys.stderr)

    def _turn_over(self) -> None:
        """A full one becomes the earlier one, whose own predecessor goes."""
        if self._file.exists() and self._file.stat().st_size > LARGEST:
            self._file.replace(self._file.with_name(EARLIER))
