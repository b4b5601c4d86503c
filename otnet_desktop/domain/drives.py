"""Drives a database is not safe on: those of a network, and folders a cloud service copies while they are written.

Locks and the write-ahead log need one machine with one disk (SQLite, "Over a Network, Never"); a service that copies
the file and its log at different moments has neither whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath, PurePosixPath


class DriveKind(StrEnum):
    """Why it is not safe."""

    NETWORK = "network"
    CLOUD = "cloud"


@dataclass(frozen=True, slots=True)
class Drive:
    """A drive somebody should know of; ``name`` is the service's or the file system's."""

    kind: DriveKind
    name: str


NETWORKS = {
    "nfs": "NFS",
    "nfs4": "NFS",
    "cifs": "SMB",
    "smb3": "SMB",
    "smbfs": "SMB",
    "afpfs": "AFP",
    "afs": "AFS",
    "davfs": "WebDAV",
    "fuse.davfs": "WebDAV",
    "fuse.davfs2": "WebDAV",
    "fuse.sshfs": "sshfs",
    "fuse.gvfsd-fuse": "GVfs",
    "fuse.glusterfs": "GlusterFS",
    "ceph": "Ceph",
    "fuse.ceph": "Ceph",
    "lustre": "Lustre",
}
CLOUDS = {"fuse.rclone": "rclone", "fuse.onedriver": "OneDrive", "fuse.google-drive-ocamlfuse": "Google Drive"}
"""Types of file systems, as the kernel names them."""

FOLDERS = (
    (re.compile(r"dropbox( \(.+\))?|dropbox-.+", re.IGNORECASE), "Dropbox"),
    (re.compile(r"onedrive( - .+)?|onedrive-.+", re.IGNORECASE), "OneDrive"),
    (re.compile(r"google ?drive|googledrive-.+|drivefs", re.IGNORECASE), "Google Drive"),
    (re.compile(r"icloud ?drive|com~apple~clouddocs|mobile documents", re.IGNORECASE), "iCloud Drive"),
    (re.compile(r"nextcloud", re.IGNORECASE), "Nextcloud"),
    (re.compile(r"owncloud", re.IGNORECASE), "ownCloud"),
)
"""What these services call the folder they copy."""

VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""Environment variables by which a service tells where its folder is."""

ESCAPED = re.compile(r"\\([0-7]{3})")


def drive_of(folder: PurePath, mounts: str, environment: Mapping[str, str]) -> Drive | None:
    """The drive of a folder where it is one of those; ``mounts`` is what /proc/mounts says, "" where there is none."""
    if str(folder).startswith("\\\\"):
        return Drive(DriveKind.NETWORK, "SMB")
    kind = type_of(folder, mounts)
    if kind in NETWORKS:
        return Drive(DriveKind.NETWORK, NETWORKS[kind])
    if kind in CLOUDS:
        return Drive(DriveKind.CLOUD, CLOUDS[kind])
    for part in folder.parts:
        for pattern, name in FOLDERS:
            if pattern.fullmatch(part):
                return Drive(DriveKind.CLOUD, name)
    if any(is_inside(folder, environment.get(name, "")) for name in VARIABLES):
        return Drive(DriveKind.CLOUD, "OneDrive")
    return None


def type_of(folder: PurePath, mounts: str) -> str:
    """The type of the file system that was mounted deepest, and there last, around a folder."""
    around = [(len(point.parts), kind) for point, kind in mounted(mounts.splitlines()) if is_inside(folder, point)]
    deepest = max((depth for depth, _kind in around), default=0)
    return next((kind for depth, kind in reversed(around) if depth == deepest), "")


def mounted(lines: Iterable[str]) -> Iterable[tuple[PurePosixPath, str]]:
    """Where something is mounted, and its type (proc(5): blanks are written in octal)."""
    for line in lines:
        fields = line.split(" ")
        if len(fields) > 2:
            point = ESCAPED.sub(lambda octal: chr(int(octal[1], 8)), fields[1])
            yield PurePosixPath(point), fields[2]


def is_inside(folder: PurePath, place: PurePath | str) -> bool:
    """Whether a folder is that place or lies in it; "" is none."""
    return bool(str(place)) and folder.is_relative_to(place)


def said(drive: Drive, folder: PurePath) -> str:
    """What to know and to do, in words for a terminal."""
    where = "on a network drive" if drive.kind is DriveKind.NETWORK else "in a folder that is copied to a cloud"
    return (
        f"The data lie {where} ({drive.name}): {folder}. They may be damaged there. Move the folder to this "
        "computer's own disk and name it with --data-dir; a second place for backups may stay there."
    )
