"""On which drive the data lie, as the system tells."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath, PurePosixPath

from otnet_desktop.domain.drives import Drive, DriveKind

MOUNTS = Path("/proc/mounts")


def risky_drive(folder: Path) -> Drive | None:
    """The drive of a folder where a database is not safe; none for any other, and where nothing can be told."""
    try:
        mounts = MOUNTS.read_text("utf-8", "surrogateescape")
    except OSError:
        mounts = ""
    return drive_of(folder.resolve(), mounts, os.environ)


def is_one_drive(one: Path, other: Path) -> bool:
    """Whether two folders would be lost together. Raises OSError."""
    return one.stat().st_dev == other.stat().st_dev


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
