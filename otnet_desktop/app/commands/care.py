"""Backups, restoring one, and checking that everything is whole."""

from __future__ import annotations

import argparse
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from otnet_desktop.app.commands.answer import Answer
from otnet_desktop.app.commands.clocks import clock_for, zone
from otnet_desktop.app.commands.passphrases import key_at_hand, key_of_backup, key_of_data
from otnet_desktop.app.commands.times import local_text
from otnet_desktop.app.paths import data_folder
from otnet_desktop.domain.errors import DataDamaged, NotSaved
from otnet_desktop.services.care import backups_in, restore_into
from otnet_desktop.services.workspace import Workspace


def backup(workspace: Workspace, given: argparse.Namespace) -> Answer:
    """Make a verified backup."""
    path, note = workspace.care.back_up(Path(given.out) if given.out else None)
    data = {"path": str(path), "people": note.people, "sha256": note.sha256, "verified": True}
    complaint = "" if given.out else second_place(workspace)
    said = (f"{path}: {note.people} people, verified",)
    return Answer(data, said, (complaint,) if complaint else (), status=int(bool(complaint)))


def second_place(workspace: Workspace) -> str:
    """Catch up with the second place, where there is one; why that could not be, "" for nothing."""
    try:
        caught = workspace.second_place.catch_up()
    except NotSaved as error:
        return str(error)
    return "" if caught.is_there else "The second place for backups is not there now; nothing was written to it."


def backups(given: argparse.Namespace) -> Answer:
    """The backups, newest first."""
    data = []
    folder = data_folder(given.data_dir)
    for found, trouble in backups_in(folder, key_at_hand(folder)):
        data.append(
            {
                "path": str(found.path),
                "people": found.people,
                "sha256": found.note.sha256 if found.note else None,
                "verified": not trouble,
                "at": local_text(found.at, zone()),
                "reason": found.reason.value,
                "trouble": trouble,
            }
        )
    lines = [
        f"{row['at']}  {row['reason']}  {row['people']} people  {row['trouble'] or 'verified'}  {row['path']}"
        for row in data
    ]
    good = next((row["at"] for row in data if row["verified"]), None)
    last = f"Last good backup: {good}, verified" if good else "There is no good backup yet."
    return Answer(data, (last, *lines))


def restore(given: argparse.Namespace) -> Answer:
    """Bring a backup back; what is there now is kept."""
    now: datetime = clock_for(given).now()
    folder, source = data_folder(given.data_dir), Path(given.file)
    key = key_of_data(folder)
    restored = restore_into(folder, source, now, key, key_of_backup(source, key))
    kept = str(restored.kept) if restored.kept else None
    said = f"{restored.people} people restored" + (f"; the data of before are in {kept}" if kept else "")
    data = {"path": given.file, "people": restored.people, "kept": kept, "verified": True}
    return Answer(data | {"protected": restored.is_protected}, (said, protection(restored.is_protected)))


def protection(is_protected: bool) -> str:
    """Whether a passphrase is needed to open the data."""
    return "The data are protected by a passphrase." if is_protected else "The data have no passphrase."


def check(workspace: Workspace, given: argparse.Namespace) -> Answer:
    """What is wrong, in sentences; status 1 when anything is. Where it is to be mended: what still is, and what was."""
    with suppress(DataDamaged):  # what is damaged is found below, and named
        workspace.reminders.refresh()
    before = findings = workspace.care.check()
    if given.repair and before:
        findings = workspace.care.check(repair=True)
    mended = [finding for finding in before if finding not in findings]
    is_protected = workspace.locking.is_protected
    data = {"ok": not findings, "findings": findings, "protected": is_protected}
    return Answer(
        data | {"mended": mended} if given.repair else data,
        (
            *(f"Mended: {finding}" for finding in mended),
            *(findings or ("Everything is whole.",)),
            protection(is_protected),
        ),
        status=int(bool(findings)),
    )
