"""One set-up at a time."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO


@contextlib.contextmanager
def alone(file: Path, waiting: str) -> Iterator[None]:
    """Hold a lock on ``file``; say ``waiting`` when another has it.

    It ends with the process, however that ends, and with those of its children that were given its files.
    """
    with file.open("rb") as opened:
        os.set_inheritable(opened.fileno(), True)
        if not _lock(opened, wait=False):
            print(waiting, file=sys.stderr, flush=True)
            _lock(opened, wait=True)
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes], *, wait: bool) -> bool:
        file.seek(1 << 30)  # locks forbid reading there: far behind the end nobody reads
        while True:
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            except OSError:  # LK_LOCK gives up after ten seconds
                if not wait:
                    return False
            else:
                return True
else:
    import fcntl

    def _lock(file: IO[bytes], *, wait: bool) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
