"""How long an edit takes until it is safe on the disk and can be searched for, beside the disk itself."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.messages import Draft
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.clock import FixedClock
from otnet_desktop.services.workspace import Workspace, open_workspace
from tests.benchmarks.dataset import NOW
from tests.benchmarks.people import FEW, MANY, copy_of
from tests.benchmarks.report import Line, at_most, number, share

EDITS = 400


def measure() -> Iterator[Line]:
    """Each kind of edit in turns with a page written to the same disk."""
    for people in (FEW, MANY):
        with copy_of(people) as folder:
            workspace = open_workspace(folder, FixedClock(NOW), lambda: ZoneInfo("UTC"))
            try:
                times = timed({"disk": page_writer(folder), **edits(workspace, people)})
            finally:
                workspace.close()
        disk = share(times.pop("disk"), 0.5)
        for name, taken in times.items():
            p50, p99 = share(taken, 0.5), share(taken, 0.99)
            note = f" ({number(p50)} ms; disk {number(disk)} ms)"
            yield at_most(f"{name}, {people:,} people, p50 / 4 KiB written and synced", p50 / disk, 3, "", note)
            yield at_most(f"{name}, {people:,} people, p99", p99, 16.7, " ms")


def timed(works: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    """Milliseconds of each piece of work, done in turns."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for _turn in range(EDITS):
        for name, work in works.items():
            began = time.perf_counter()
            work()
            times[name].append((time.perf_counter() - began) * 1e3)
    return times


def page_writer(folder: Path) -> Callable[[], object]:
    """Writes 4 KiB behind the last ones and waits until the disk has them."""
    file = os.open(folder / "pages", os.O_CREAT | os.O_WRONLY, 0o600)

    def write() -> None:
        os.write(file, os.urandom(4096))
        os.fdatasync(file)

    return write


def edits(workspace: Workspace, people: int) -> dict[str, Callable[[], object]]:
    """What one does most: notes while typing, a person's particulars, "I sent it"."""
    chance, numbers = random.Random(people), count()

    def anybody() -> PersonId:
        return PersonId(chance.randint(1, people))

    def save_notes() -> None:
        workspace.research.save_notes(anybody(), f"Noted for the {next(numbers)}th time: wrist splints, sensory paths.")

    def save_person() -> None:
        person = workspace.people.get(anybody())
        workspace.people.save(person.id, replace(person.profile, nickname=f"Nick {next(numbers)}"))

    def log_sent() -> None:
        workspace.outreach.log_sent(Draft(anybody(), OutKind.NUDGE))

    return {"saving notes": save_notes, "saving a person": save_person, "logging a message": log_sent}
