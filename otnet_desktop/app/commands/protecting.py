"""Sets, changes and removes the passphrase, and tells the code for the recovery sheet."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from otnet_desktop.app.commands.answer import Answer
from otnet_desktop.app.commands.passphrases import PRESENT, said, said_twice
from otnet_desktop.services.locking import LockingService, OldBackups, Rewritten
from otnet_desktop.services.workspace import Workspace

LOST = (
    "Without the passphrase and without this code nobody can open the data, not even us. Write the code down and keep",
    "it where nobody looks; it changes with the passphrase. Exports and archives are still plain.",
    "What lay on the disk before was written over, which a solid-state drive or a backup of the machine may undo.",
)


def protect(workspace: Workspace, given: argparse.Namespace) -> Answer:
    """Protect the data by a passphrase, or by another; status 1 where files could not be taken along."""
    locking = workspace.locking
    old = said(PRESENT, "Present passphrase: ") if locking.is_protected else ""
    if given.recovery_code:
        sheet = locking.recovery_sheet()
        locking.unlock(old)
        return Answer({"protected": True, "recovery_code": sheet.code}, (sheet.code,))
    backups = OldBackups.NEWEST_ONLY if given.newest_backup_only else OldBackups.TAKE_ALONG

    def progress(done: int, of: int) -> None:
        if sys.stderr.isatty():
            print(f"\r{done} of {of} files", end="\n" if done == of else "", file=sys.stderr, flush=True)

    if given.remove:
        done = locking.remove_passphrase(old, backups, progress)
    else:
        done = locking.set_passphrase(said_twice(), old, backups, progress)
    return told(locking, done)


def told(locking: LockingService, done: Rewritten) -> Answer:
    """What was done, and what is to be written down."""
    code = locking.recovery_sheet().code if locking.is_protected else None
    data = {
        "protected": locking.is_protected,
        "backups": done.backups,
        "left": [str(path) for path in done.left],
        "removed": [str(path) for path in done.removed],
        "recovery_code": code,
    }
    if code is None:
        lines: tuple[str, ...] = (f"The data and {done.backups} backups can be read without a passphrase now.",)
    else:
        lines = (f"The data and {done.backups} backups are protected now.", f"Recovery code: {code}", *LOST)
    complaints = (*map(says_left, done.left), *map(says_removed, done.removed))
    return Answer(data, lines, complaints, status=1 if done.left else 0)


def says_left(path: Path) -> str:
    """Of a backup that stays as it was."""
    return f"{path} is protected by another passphrase, or damaged, and was left as it is."


def says_removed(path: Path) -> str:
    """Of a file that is gone."""
    return f"{path} was removed."
