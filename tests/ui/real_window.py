"""The real window on a real data folder, for tests of what is laid into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from otnet_desktop.app.panes import real_panes
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.geometry import Kept
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.tasks import Tasks
from otnet_desktop.ui.window_life import WindowLife
from tests.services.clocks import BOSTON


class RealWindow:
    """The window with everything that lives in it."""

    def __init__(self, qtbot: QtBot, workspace: Workspace, folder: Path) -> None:
        self.qtbot = qtbot
        self.workspace = workspace
        self.folder = folder
        self.window = MainWindow(Kept(folder))
        self.window.furnish(lambda: (workspace.clock.now(), BOSTON))
        qtbot.addWidget(self.window)
        self.window.show_first(workspace.roster.rows(list(workspace.store.people.everyone())[:1]), 0)
        self.window.resize(1280, 800)
        self.window.show()
        self.tasks = Tasks()
        self.life = WindowLife(self.window, workspace, self.tasks, real_panes())
        self.window.activateWindow()
        self.said: list[str] = []
        self.failed: list[Exception] = []
        self.window.intents.said.connect(self.said.append)
        self.window.intents.undoable.connect(self.said.append)
        self.window.intents.failed.connect(self.failed.append)

    def wait(self, until: Callable[[], object]) -> None:
        """Until something is so."""
        self.qtbot.waitUntil(lambda: bool(until()), timeout=10_000)


@contextmanager
def real_window(qtbot: QtBot, workspace: Workspace, folder: Path) -> Iterator[RealWindow]:
    """A window that lets go of everything at the end."""
    made = RealWindow(qtbot, workspace, folder)
    try:
        yield made
    finally:
        made.tasks.close()
        made.window.close()
