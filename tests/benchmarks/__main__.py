"""``python3 -m tests benchmarks [NAME]... [--readme]``: measures everything, or what is named, and prints a table.

Each benchmark measures its own limit in the same run, in turns, so that ratios hold on a busy machine too. Whatever
they find, the status is 0.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence

import PySide6

from tests.benchmarks import alive, cards, due, first_frame, idle, memory, moving, saving, twins, typing_and_scrolling
from tests.benchmarks.report import Line, table
from tests.house.source import CHECKOUT

BENCHMARKS: dict[str, Callable[[], Iterator[Line]]] = {
    "start": first_frame.measure,
    "memory": memory.measure,
    "typing": typing_and_scrolling.measure,
    "saving": saving.measure,
    "due": due.measure,
    "idle": idle.measure,
    "cards": cards.measure,
    "moving": moving.measure,
    "twins": twins.measure,
    "alive": alive.measure,
}
README = CHECKOUT / "README.md"
TABLE = re.compile(r"^\| What .*\n(\|.*\n)+", re.MULTILINE)


def main(arguments: Sequence[str]) -> int:
    """Measure, tell while going on, and at the end as a table."""
    parser = argparse.ArgumentParser(prog="python3 -m tests benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{', '.join(BENCHMARKS)} (default: all)")
    parser.add_argument("--readme", action="store_true", help="put the table into README.md")
    given = parser.parse_args(arguments)
    if unknown := set(given.names) - set(BENCHMARKS):
        parser.error(f"there is no benchmark called {', '.join(sorted(unknown))}")
    lines: list[Line] = []
    for name in given.names or BENCHMARKS:
        for line in BENCHMARKS[name]():
            print(f"{line.verdict:>3}  {line.what}: {line.measured}  {line.goal}", flush=True)
            lines.append(line)
    load = f"load {os.getloadavg()[2]:.1f} on {os.cpu_count()} cores"
    versions = f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, SQLite {sqlite3.sqlite_version}"
    print(f"\n{versions}, {load}\n\n{table(lines)}")
    if given.readme:
        text = README.read_text(encoding="utf-8")
        README.write_text(TABLE.sub(lambda _match: table(lines), text), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
