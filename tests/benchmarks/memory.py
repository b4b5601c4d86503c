"""What the open window needs of the memory, beside a bare one, and what each further person adds."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from tests.benchmarks.dataset import NOW
from tests.benchmarks.people import FEW, MANY, VERY_MANY, copy_of
from tests.benchmarks.processes import BARE, OURS, settle, started
from tests.benchmarks.report import Line, at_most

ROUNDS = 3
MB = 1e6


def measure() -> Iterator[Line]:
    """Medians of processes that were left alone until they had nothing more to do."""
    with copy_of(FEW) as few, copy_of(MANY) as many, copy_of(VERY_MANY) as very_many:
        folders = {FEW: few, MANY: many, VERY_MANY: very_many}
        bare, ours = [], {count: [] for count in folders}  # type: tuple[list[int], dict[int, list[int]]]
        for _turn in range(ROUNDS):
            bare.append(settled(BARE))
            for count, folder in folders.items():
                ours[count].append(settled(OURS, "--data-dir", str(folder), "--now", NOW.isoformat()))
    limit = statistics.median(bare)
    needs = {count: statistics.median(taken) for count, taken in ours.items()}
    note = f" ({needs[FEW] / MB:.0f} MB; bare {limit / MB:.0f} MB)"
    yield at_most(f"memory with the window open, {FEW:,} people / bare window", needs[FEW] / limit, 1.5, "", note)
    for count in (MANY, VERY_MANY):
        each = (needs[count] - needs[FEW]) / (count - FEW)
        yield at_most(f"memory for each further person up to {count:,}", each, 64, " bytes")


def settled(program: str, *arguments: str) -> int:
    """Bytes (PSS) of a program that has come to rest."""
    with started(program, *arguments) as running:
        running.go_on()
        settle(running.process.pid)
        return running.memory
