"""How long from a key to the painted list, and how long a frame takes while one walks through it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator

from tests.benchmarks.dataset import NOW
from tests.benchmarks.people import MANY, VERY_MANY, copy_of
from tests.benchmarks.processes import surroundings
from tests.benchmarks.report import Line, at_most, number, share
from tests.house.source import CHECKOUT

KEY_P95 = {MANY: 4.2, VERY_MANY: 16.7}
FRAME_P99 = 8.3


def measure() -> Iterator[Line]:
    """The real window in a process of its own, used by ``window_in_use``; milliseconds."""
    for people in (MANY, VERY_MANY):
        told = used(people)
        yield limited(told, "keys", f"key to painted result, {people:,} people", 0.95, KEY_P95[people])
        if people == MANY:
            yield limited(told, "keys", f"key to painted result, {people:,} people", 0.99, 16.7)
        yield limited(told, "words", f"found in notes and meetings by a worker, {people:,} people", 0.95, 25)
        for what in ("scrolling", "jumping"):
            yield limited(told, what, f"frame while {what}, {people:,} people", 0.99, FRAME_P99)
        pause = share(told["pauses"], 0.95)
        yield Line(f"showing whom one stops at, {people:,} people, p95", f"{number(pause)} ms")


def limited(told: dict[str, list[float]], name: str, what: str, part: float, limit: float) -> Line:
    """One share of one measurement; beside it the median, and what the processor worked for that share."""
    p50, work = share(told[name], 0.5), share(told[f"{name} work"], part)
    note = f" (p50 {number(p50)}; work alone {number(work)})"
    return at_most(f"{what}, p{part * 100:.0f}", share(told[name], part), limit, " ms", note)


def used(people: int) -> dict[str, list[float]]:
    """What was measured in the window, by what was done."""
    with copy_of(people) as folder:
        command = [sys.executable, "-m", "tests.benchmarks.window_in_use", str(folder), NOW.isoformat()]
        environment = os.environ | surroundings()
        done = subprocess.run(command, cwd=CHECKOUT, check=True, stdout=subprocess.PIPE, text=True, env=environment)
    told: dict[str, list[float]] = json.loads(done.stdout)
    return told
