"""On which drive the data lie, as the system tells."""

from __future__ import annotations

import os
from pathlib import Path

from otnet_desktop.domain.drives import Drive, drive_of

MOUNTS = Path("/proc/mounts")


def risky_drive(folder: Path) -> Drive | None:
    """The drive of a folder where a database is not safe; none for any other, and where nothing can be told."""
    try:
        mounts = MOUNTS.read_text("utf-8", "surrogateescape")
    except OSError:
        mounts = ""
    return drive_of(folder.resolve(), mounts, os.environ)
