"""Drives a database is not safe on: those of a network, and folders a cloud service copies while they are written.

Locks and the write-ahead log need one machine with one disk (SQLite, "Over a Network, Never"); a service that copies
the file and its log at different moments has neither whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DriveKind(StrEnum):
    """Why it is not safe."""

    NETWORK = "network"
    CLOUD = "cloud"


@dataclass(frozen=True, slots=True)
class Drive:
    """A drive somebody should know of; ``name`` is the service's or the file system's."""

    kind: DriveKind
    name: str


def said(drive: Drive, folder: str) -> str:
    """What to know and to do, in words for a terminal."""
    where = "on a network drive" if drive.kind is DriveKind.NETWORK else "in a folder that is copied to a cloud"
    return (
        f"The data lie {where} ({drive.name}): {folder}. They may be damaged there. Move the folder to this "
        "computer's own disk and name it with --data-dir; a second place for backups may stay there."
    )
