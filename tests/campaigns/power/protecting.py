"""A passphrase is set, changed and removed while the power may go. ``done`` marks that the user was told so."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from otnet_desktop.store.backup_files import Reason
from otnet_desktop.store.content import content_hash
from otnet_desktop.store.keys import Key
from otnet_desktop.store.mark import MARK_SIGN
from otnet_desktop.store.passport import FILE_NAME
from otnet_desktop.store.store import Store
from tests.campaigns.power.recorder import mark
from tests.factories import NOW, add_person, profile

CANARY = b"Canary"
FIRST, SECOND = (Key(sign * 32, MARK_SIGN + sign * 12) for sign in (b"1", b"2"))
"""The same in the process that is recorded and in the one that looks."""

WAYS: dict[str, tuple[Key | None, Key | None]] = {
    "set_it": (None, FIRST),
    "change_it": (FIRST, SECOND),
    "remove_it": (FIRST, None),
}


def prepare(folder: Path, key: Key | None) -> str:
    """People, two backups, and beside plain data what was set aside. The hash of the content."""
    store = Store.open(folder, key)
    for number in range(20):
        add_person(store, profile(f"Renata Canary {number}", note="Canary " * 400))
    store.backups.make(Reason.DAILY, NOW - timedelta(days=1))
    add_person(store, "Bo Canary")
    store.backups.make(Reason.ASKED, NOW)
    content = content_hash(store.database)
    store.close()
    if key is None:
        (folder / f"{FILE_NAME}-wal.stray").write_bytes(CANARY)
    return content


def set_it(folder: Path) -> None:
    """The first passphrase."""
    change(folder, *WAYS["set_it"])


def change_it(folder: Path) -> None:
    """Another one."""
    change(folder, *WAYS["change_it"])


def remove_it(folder: Path) -> None:
    """None any more."""
    change(folder, *WAYS["remove_it"])


def change(folder: Path, old: Key | None, new: Key | None) -> None:
    """From one to the other, and somebody goes on writing."""
    store = Store.open(folder, old)
    store.protection.change(new, newest_only=False, progress=lambda _done, _of: None)
    mark("done")
    add_person(store, "Afterwards Canary", "afterwards")
    mark("written")
    store.close()
