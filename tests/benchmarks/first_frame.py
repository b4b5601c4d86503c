"""How long until people are on the screen, turn by turn with a bare ``QMainWindow``, and what is loaded for it."""

from __future__ import annotations

import compileall
import random
import statistics
import subprocess
import sys
from collections.abc import Iterator

from tests.benchmarks.dataset import NOW
from tests.benchmarks.people import FEW, MANY, VERY_MANY, copy_of, folder_with
from tests.benchmarks.processes import BARE, OURS, WHOLE, started
from tests.benchmarks.report import Line, at_most, number
from tests.house.source import CHECKOUT

ROUNDS = 21
COUNTS = (FEW, MANY, VERY_MANY)
TOO_HEAVY = ("peewee", "icalendar", "keyring", "dateutil", "asyncio", "urllib.request", "importlib.metadata")

IMPORTING = """
import builtins, sys, time
from PySide6 import QtCore, QtGui, QtWidgets
from importlib import import_module
builtins.__import__ = builtins.__orig_import__  # as the program does
class Window(QtWidgets.QMainWindow):
    pass
began = time.process_time()
for name in sys.argv[1:]:
    import_module(name)
print(time.process_time() - began)
"""


def measure() -> Iterator[Line]:
    """Medians of processes started in turns."""
    for package in ("otnet_desktop", "tests/benchmarks"):
        compileall.compile_dir(CHECKOUT / package, quiet=1)
    programs = {"bare": (BARE,)} | {f"{n:,}": (OURS, "--data-dir", str(folder_with(n))) for n in COUNTS}
    with copy_of(FEW) as place:
        yield from compare(programs | {"whole": (WHOLE, "--data-dir", str(place), "--now", NOW.isoformat())})


def compare(programs: dict[str, tuple[str, ...]]) -> Iterator[Line]:
    """One start of each a turn, in another order each time."""
    walls: dict[str, list[float]] = {name: [] for name in programs}
    cpus: dict[str, list[float]] = {name: [] for name in programs}
    loaded: dict[str, list[str]] = {}
    for turn in range(ROUNDS):
        for name in random.Random(turn).sample([*programs], len(programs)):
            with started(*programs[name]) as program:
                walls[name].append(program.wall)
                cpus[name].append(program.cpu)
                loaded[name] = program.go_on()
    wall, cpu = ({name: statistics.median(taken) for name, taken in times.items()} for times in (walls, cpus))
    few, many, very_many = (f"{count:,}" for count in COUNTS)
    note = f" ({wall[few] * 1e3:.0f} ms; bare {wall['bare'] * 1e3:.0f} ms)"
    yield at_most(f"start to first frame, {few} people / bare window", wall[few] / wall["bare"], 1.25, "", note)
    note = f" ({cpu[few] * 1e3:.0f} ms; bare {cpu['bare'] * 1e3:.0f} ms)"
    yield at_most("the same in processor time", cpu[few] / cpu["bare"], 1.25, "", note)
    yield at_most(f"start, {many} / {few} people", wall[many] / wall[few], 1.05, "")
    yield at_most(f"start, {very_many} / {few} people", wall[very_many] / wall[few], 1.15, "")
    whole = f"{number(wall['whole'] / wall['bare'])} ({wall['whole'] * 1e3:.0f} ms)"
    yield Line(f"start until every pane is there and painted, {few} people / bare window", whole)
    yield from measure_imports([name for name in loaded[few] if name not in set(loaded["bare"])])


def measure_imports(modules: list[str]) -> Iterator[Line]:
    """What importing costs that a bare window need not import."""
    taken = []
    for _turn in range(ROUNDS):
        command = [sys.executable, "-c", IMPORTING, *modules]
        done = subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True, text=True)
        taken.append(float(done.stdout) * 1e3)
    heavy = [name for name in TOO_HEAVY if name in modules]
    note = f" ({len(modules)} modules{'; ' + ', '.join(heavy) if heavy else ', none of the heavy ones'})"
    yield at_most("modules loaded before it beyond Qt", statistics.median(taken), 12, " ms", note)
