"""How long the window keeps whoever uses it waiting while a worker has much to do."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from otnet_desktop.exchange.vcard.outgoing import write_cards
from tests.benchmarks.dataset import NOW, profiles
from tests.benchmarks.people import FEW, copy_of
from tests.benchmarks.processes import surroundings
from tests.benchmarks.report import Line, at_most, number, share
from tests.house.source import CHECKOUT

LONGEST_MS = 50
MANY = 100_000
KNOWN = FEW // 2
"""So many in the file are here already: they must be compared."""


def measure() -> Iterator[Line]:
    """The real window in a process of its own, kept busy by ``window_kept_busy``; milliseconds between turns."""
    for cards, rest in ((FEW, ("--all",)), (MANY, ())):
        for activity, gaps in kept_busy(cards, *rest).items():
            if activity != "idle":
                yield told(f"window away at most while {cards:,} are {activity}", gaps)
            elif cards == FEW:
                yield told(f"window away at most while {activity}", gaps)


@dataclass(frozen=True, slots=True)
class Gaps:
    """Of one activity: every gap, and the longest with where its time went."""

    walls: list[float]
    long: list[dict[str, Any]]


def told(what: str, gaps: Gaps) -> Line:
    """The longest gap; beside it what nearly all keep to, and how long the window's thread and all threads worked."""
    worst = max(gaps.long, key=lambda gap: float(gap["wall"]), default=None)
    work = f"; work {number(worst['own'])}, of all threads {number(worst['all'])}" if worst else ""
    place = f"; {worst['places'][0]}" if worst and worst["wall"] > LONGEST_MS and worst["places"] else ""
    return at_most(what, max(gaps.walls), LONGEST_MS, " ms", f" (p99 {number(share(gaps.walls, 0.99))}{work}{place})")


def kept_busy(cards: int, *rest: str) -> dict[str, Gaps]:
    """What was measured, by what was done: with a window of ten thousand people, and a file of so many cards."""
    with copy_of(FEW) as folder:
        file = folder.parent / "people.vcf"
        write_file(file, cards)
        command = [sys.executable, "-m", "tests.benchmarks.window_kept_busy", str(folder), NOW.isoformat(), str(file)]
        environment = os.environ | surroundings()
        done = subprocess.run(
            [*command, *rest], cwd=CHECKOUT, check=True, stdout=subprocess.PIPE, text=True, env=environment
        )
    return {activity: Gaps(**gaps) for activity, gaps in json.loads(done.stdout).items()}


def write_file(file: Path, cards: int) -> None:
    """Cards of people, the first of whom are here already."""
    people = profiles(cards, FEW - KNOWN, random.Random(cards + 1), brief=False)
    with file.open("w", encoding="utf-8", newline="") as out:
        out.writelines(write_cards(people, include_private=True))
