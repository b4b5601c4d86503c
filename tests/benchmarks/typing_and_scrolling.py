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
        keys, words = told["keys"], told["words"]
        note = f" (p50 {number(share(keys, 0.5))} ms)"
        yield at_most(f"key to painted result, {people:,} people, p95", share(keys, 0.95), KEY_P95[people], " ms", note)
        if people == MANY:
            yield at_most("the same, p99", share(keys, 0.99), 16.7, " ms")
        yield at_most(f"found in notes and meetings by a worker, {people:,} people, p95", share(words, 0.95), 25, " ms")
        for what in ("scrolling", "jumping"):
            frames = told[what]
            note = f" (p50 {number(share(frames, 0.5))} ms)"
            yield at_most(f"frame while {what}, {people:,} people, p99", share(frames, 0.99), FRAME_P99, " ms", note)
        yield Line(f"showing whom one stops at, {people:,} people, p95", f"{number(share(told['pauses'], 0.95))} ms")


def used(people: int) -> dict[str, list[float]]:
    """What was measured in the window, by what was done."""
    with copy_of(people) as folder:
        command = [sys.executable, "-m", "tests.benchmarks.window_in_use", str(folder), NOW.isoformat()]
        environment = os.environ | surroundings()
        done = subprocess.run(command, cwd=CHECKOUT, check=True, stdout=subprocess.PIPE, text=True, env=environment)
    told: dict[str, list[float]] = json.loads(done.stdout)
    return told
