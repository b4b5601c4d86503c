"""Who opens a data folder first makes the file or brings it up to date; others wait for that.

Without it two commands on a fresh folder would each make a file, and what went into one of them would be gone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def taking_turns(folder: Path) -> Iterator[None]:
    """One at a time for each folder, across threads and processes. The kernel lets go with the process.

    Where a file system knows no locks, nobody waits. Raises OSError for a folder that cannot be opened.
    """
    if sys.platform == "win32":
        import msvcrt

        file = os.open(folder / "opening.lock", os.O_RDWR | os.O_CREAT, 0o600)
        with suppress(OSError):
            msvcrt.locking(file, msvcrt.LK_LOCK, 1)
    else:
        import fcntl

        file = os.open(folder, os.O_RDONLY)
        with suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(file)


def is_taken(folder: Path) -> bool:
    """Whether it is anybody's turn just now. Where a file system knows no locks, it always is. Raises OSError."""
    if sys.platform == "win32":
        return False  # and what somebody has open there cannot be removed
    import fcntl

    file = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(file)
    return False
