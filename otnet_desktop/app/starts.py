"""Counts the starts in a row that ended before there was a window, so that the next one can offer another way.

Public: ``Starts(folder)`` with ``begin()``, ``wait()`` and ``lived()``. A file of one figure; where it cannot be
written nothing is counted.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

FILE_NAME = "starts"
ENOUGH = 2
"""Starts in a row that came to nothing, after which safe mode is offered."""


class Starts:
    """Asked by each start, before anything that may fail."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE_NAME
        self._before = 0

    def begin(self) -> int:
        """How many starts before this one came to nothing; this one counts among them until it has lived."""
        self._before = self._failed()
        self._write(self._before + 1)
        return self._before

    def wait(self) -> None:
        """This start waits for somebody who may never come, and counts for nothing until ``begin`` is asked again."""
        self._write(self._before)

    def lived(self) -> None:
        """There is a window, or the world (and not the program) is to blame that there is none."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)

    def _write(self, count: int) -> None:
        with suppress(OSError):
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
            descriptor = os.open(self._file, flags, 0o600)
            os.write(descriptor, str(count).encode())
            os.close(descriptor)

    def _failed(self) -> int:
        try:
            return max(0, min(int(self._file.read_bytes()[:4]), 99))
        except (OSError, ValueError):
            return 0
