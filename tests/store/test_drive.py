"""Drives of a network and folders of a cloud service are recognised, and no other."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from otnet_desktop.domain.drives import Drive, DriveKind, said
from otnet_desktop.store.drive import drive_of

MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw,vers=4.2 0 0
/dev/sdb1 /home/ana/disk ext4 rw 0 0
//nas/all /media/my\040share cifs rw 0 0
ana@host:/ /mnt/far fuse.sshfs rw 0 0
old /mnt/twice nfs rw 0 0
/dev/sdc1 /mnt/twice ext4 rw 0 0
drive: /mnt/drive fuse.rclone rw 0 0
tmpfs /homes tmpfs rw 0 0
""".strip()


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("/home/ana/data", "NFS"),
        ("/home/ana/disk/data", None),
        ("/homes/ana", None),
        ("/media/my share/data", "SMB"),
        ("/mnt/far", "sshfs"),
        ("/mnt/twice/data", None),
        ("/srv/data", None),
    ],
)
def test_a_network_drive_is_told_by_what_is_mounted_deepest(folder: str, name: str | None) -> None:
    found = drive_of(PurePosixPath(folder), MOUNTS, {})
    assert found == (Drive(DriveKind.NETWORK, name) if name else None)


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("/Users/ana/Dropbox/otnet", "Dropbox"),
        ("/Users/ana/Dropbox (Personal)/otnet", "Dropbox"),
        ("/Users/ana/Library/CloudStorage/OneDrive-Mill/otnet", "OneDrive"),
        ("/Users/ana/Library/CloudStorage/GoogleDrive-ana@mill.example/My Drive", "Google Drive"),
        ("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("/srv/Nextcloud/otnet", "Nextcloud"),
        ("/mnt/drive/otnet", "rclone"),
        ("/srv/My dropbox notes", None),
        ("/srv/cloud", None),
    ],
)
def test_a_synced_folder_is_told_by_its_name(folder: str, name: str | None) -> None:
    found = drive_of(PurePosixPath(folder), MOUNTS, {})
    assert found == (Drive(DriveKind.CLOUD, name) if name else None)


def test_on_windows_a_share_and_the_folder_onedrive_names() -> None:
    assert drive_of(PureWindowsPath(r"\\nas\ana\otnet"), "", {}) == Drive(DriveKind.NETWORK, "SMB")
    assert drive_of(PureWindowsPath(r"C:\Users\ana\OneDrive - Mill\otnet"), "", {}) == Drive(
        DriveKind.CLOUD, "OneDrive"
    )
    moved = {"OneDrive": r"D:\Work"}
    assert drive_of(PureWindowsPath(r"D:\Work\otnet"), "", moved) == Drive(DriveKind.CLOUD, "OneDrive")
    assert drive_of(PureWindowsPath(r"D:\Works"), "", moved) is None
    assert drive_of(PureWindowsPath(r"C:\Users\ana\AppData"), "", {"OneDrive": ""}) is None


def test_it_says_where_and_what_to_do() -> None:
    told = said(Drive(DriveKind.CLOUD, "Dropbox"), "/srv/Dropbox/otnet")
    assert "(Dropbox): /srv/Dropbox/otnet." in told
    assert "--data-dir" in told
