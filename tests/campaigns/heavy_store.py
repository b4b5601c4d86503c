"""A data folder that weighs much: many people, five meetings with each, somebody met for years, notes of a megabyte."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

from otnet_desktop.services.clock import FixedClock
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.store.store import Store
from tests.benchmarks import dataset, people
from tests.benchmarks.dataset import NOW, add_meetings

OFTEN = 1_000
"""Meetings with one person: each week for twenty years."""
A_MEGABYTE = 1_000_000

MET_OFTEN, NOTED_MUCH, MET_AT_LENGTH, ORDINARY, ANOTHER = "p17", "p18", "p21", "p5", "p6"
"""Their refs."""


def long_text(size: int = A_MEGABYTE) -> str:
    """Paragraphs of a few lines, as somebody pastes a book."""
    return ("The wrist, the hand and what a day is made of. " * 12 + "\n\n") * (size // 566)


@contextmanager
def opened(folder: Path) -> Iterator[Workspace]:
    """To make it heavier; outside the journal."""
    workspace = Workspace(Store.open(folder), FixedClock(NOW), lambda: ZoneInfo("UTC"))
    try:
        yield workspace
    finally:
        workspace.close()


def fill(folder: Path, count: int, often: int = OFTEN) -> None:
    """So many people; copied where the benchmarks have made them already."""
    if count in (people.FEW, people.MANY):
        shutil.copytree(people.folder_with(count), folder)
    else:
        dataset.fill(folder, count)
    with opened(folder) as workspace:
        store = workspace.store
        ids = {ref: store.people.id_of(ref) for ref in (MET_OFTEN, NOTED_MUCH, MET_AT_LENGTH)}
        met, noted, at_length = (number for number in ids.values() if number is not None)
        with store.transaction():
            add_meetings(store, [(met, MET_OFTEN)], often, random.Random(count))
            workspace.steps.look_again([met])
            meeting = store.meetings.of(at_length)[0].id
            store.database.sql("UPDATE meeting SET notes = ? WHERE id = ?", (long_text(), meeting))
        workspace.research.save_notes(noted, long_text())
        workspace.reminders.look_at_everyone()
