"""How long from a key to the painted list: ``python -m tests.benchmarks.typing_and_scrolling FOLDER``.

FOLDER holds data made by ``tests.benchmarks.dataset``. Types names and words letter by letter into the list of the
window, walks through it and jumps about, and prints milliseconds (p50, p95, p99) from the call to the painted row.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections.abc import Callable, Iterable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from otnet_desktop.app import resources
from otnet_desktop.app.commands.clocks import zone
from otnet_desktop.services.clock import FixedClock
from otnet_desktop.services.workspace import open_workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.list_pane import ListPane
from otnet_desktop.ui.tasks import Tasks
from otnet_desktop.ui.theme.theme import Scheme, Theme
from tests.benchmarks.dataset import NOW

QUERIES = ("renata nunez", "o'brien", "school ot", "tomas", "xu", "hand therapist zhang", "sensory", "müller anna", "q")


def main() -> None:
    """Open the list on a folder and use it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    application = QApplication([])
    resources.offer_to_qt()
    Theme(application, Scheme.LIGHT).apply()
    workspace = open_workspace(folder, FixedClock(NOW), zone, resources.load_material())
    bridge, tasks = Bridge(workspace.announcer), Tasks()
    pane = ListPane(Intents(), lambda: (NOW, zone()))
    pane.resize(360, 800)
    pane.show()
    began = time.perf_counter()
    pane.attach(workspace, bridge, tasks)
    pane.view.viewport().repaint()
    print(
        f"{pane.view.model().rowCount():,} people; list opened and painted {(time.perf_counter() - began) * 1e3:.1f} ms"
    )
    timed("a key in the search", pane, typed(pane))
    pane.search("")
    timed("a jump anywhere", pane, jumps(pane))
    timed("a page down", pane, pages(pane))
    tasks.close()
    bridge.close()
    workspace.close()


def typed(pane: ListPane) -> Iterable[Callable[[], None]]:
    """Every beginning of every query."""
    for query in QUERIES * 3:
        for end in range(1, len(query) + 1):
            yield lambda text=query[:end]: pane.search(text)  # type: ignore[misc]


def jumps(pane: ListPane) -> Iterable[Callable[[], None]]:
    """To somebody anywhere in the list."""
    chance = random.Random(1)
    for row in chance.choices(range(pane.view.model().rowCount()), k=300):
        yield lambda row=row: pane.view.go_to(row)  # type: ignore[misc]


def pages(pane: ListPane) -> Iterable[Callable[[], None]]:
    """Down, page by page, from the top."""
    bar = pane.view.verticalScrollBar()
    bar.setValue(0)
    for _ in range(300):
        yield lambda: bar.setValue(bar.value() + bar.pageStep())


def timed(name: str, pane: ListPane, steps: Iterable[Callable[[], None]]) -> None:
    """Do each step, paint, and print how long it took."""
    taken = []
    for step in steps:
        began = time.perf_counter()
        step()
        pane.view.viewport().repaint()
        taken.append((time.perf_counter() - began) * 1e3)
        QApplication.processEvents()
    taken.sort()
    p50, p95, p99 = (taken[int(len(taken) * share)] for share in (0.5, 0.95, 0.99))
    print(f"{name:>22}  p50 {p50:6.2f}  p95 {p95:6.2f}  p99 {p99:6.2f} ms  ({len(taken)} times)")


if __name__ == "__main__":
    main()
