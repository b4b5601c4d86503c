"""A folder for what is needed for a moment only: archives unpacked, and copies of what may be protected elsewhere.

At its end everything in it is written over. One that a stopped machine left is taken away at the next start.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from otnet_desktop.store.overwriting import take_folder_away
from otnet_desktop.store.private_files import HALF_MADE
from otnet_desktop.store.turns import is_taken, taking_turns

PREFIX = ".otnet-"


@contextmanager
def passing_folder(beside: Path | None = None) -> Iterator[Path]:
    """A private folder in another one, or where the system keeps such. Raises OSError."""
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=beside))
    try:
        with taking_turns(folder):  # so that another start does not take it for one that was left
            yield folder
    finally:
        take_folder_away(folder)


def clear_left(folder: Path) -> None:
    """Take away what nobody holds any more."""
    for left in folder.glob(f"{PREFIX}*"):
        if left.match(HALF_MADE):
            continue  # of whoever writes a file there
        if left.is_dir() and not left.is_symlink() and not is_taken(left):
            with suppress(OSError):  # again at the next start
                take_folder_away(left)
