"""The window, from the command line to the first frame.

The shortest way there: the lock on the folder, Qt, the theme, one page of people read by plain SQL. Everything else
(``running``: the data, the panes, tray, clock, later starts) is loaded when that frame is on the screen.
"""

from __future__ import annotations

import argparse
import gc
import sys
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from otnet_desktop.app.instance import FolderLock
from otnet_desktop.app.paths import data_folder, sample_folder
from otnet_desktop.domain.errors import DataUnavailable
from otnet_desktop.services.clock import SystemClock

if TYPE_CHECKING:
    from otnet_desktop.app.running import Running
    from otnet_desktop.ui.main_window import MainWindow
    from otnet_desktop.ui.theme.theme import Theme

UNSEEN_MS = 1500
"""A window that starts minimised or out of sight is never painted; then the program goes on all the same."""


def run_window(given: argparse.Namespace) -> int:
    """Open the window on a data folder; the exit status comes back when the program ends.

    Raises DataUnavailable when the folder cannot be used, or when another copy keeps it and does not answer.
    """
    gc.disable()  # what is made before the first frame stays anyway
    folder = folder_for(given)
    lock = FolderLock(folder)
    if not lock.acquire() and not _is_first(lock, folder, given.files):
        return 0
    try:
        return Start(given, folder).run()
    finally:
        lock.release()


class Start:
    """One start: the application, its first frame, and what comes after it."""

    def __init__(self, given: argparse.Namespace, folder: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from otnet_desktop.ui.geometry import Kept

        self._given = given
        self._folder = folder
        self._app = QApplication(sys.argv[:1])
        self._has_gone_on = False
        self._running: Running | None = None
        self._trouble: DataUnavailable | None = None
        self._kept = Kept(folder)
        self._theme = self._dressed()
        self._window = self._first_window()

    def run(self) -> int:
        """Until the program is asked to end. Raises DataUnavailable after the window has told of it."""
        from PySide6.QtCore import QTimer

        if self._given.hidden:
            self._go_on()
        else:
            self._window.painted.connect(self._go_on)
            self._window.show()
            QTimer.singleShot(UNSEEN_MS, self._go_on)
        status = self._app.exec()
        if self._trouble is not None:
            raise self._trouble
        if self._running is not None:
            self._running.end()
        return status

    def _dressed(self) -> Theme:
        from otnet_desktop.app.identity import introduce
        from otnet_desktop.app.resources import offer_to_qt
        from otnet_desktop.ui.theme.theme import Theme

        offer_to_qt()
        introduce(self._app)
        self._app.setQuitOnLastWindowClosed(False)
        theme = Theme(self._app, self._kept.scheme(), self._kept.text_scale())
        theme.apply()
        return theme

    def _first_window(self) -> MainWindow:
        from otnet_desktop.store.glance import first_page
        from otnet_desktop.ui.main_window import MainWindow

        window = MainWindow(self._kept, this_moment)
        glance = first_page(self._folder)
        window.show_first(glance.rows, glance.due)
        return window

    def _go_on(self) -> None:
        """Once, after the first frame."""
        if self._has_gone_on:
            return
        self._has_gone_on = True
        from otnet_desktop.app.running import Running

        gc.enable()
        gc.freeze()
        try:
            self._running = Running(self._app, self._window, self._theme, self._kept, self._folder, self._given)
        except DataUnavailable as error:
            self._trouble = error
            self._window.intents.quit_wanted.connect(self._app.quit)
            self._window.closed.connect(self._app.quit)
            self._window.show_trouble(error)
            self._window.show()
        else:
            self._running.begin()


def this_moment() -> tuple[datetime, tzinfo]:
    """Now, and the machine's zone, until the data say which zone the user wants."""
    now = SystemClock().now()
    zone = now.astimezone().tzinfo
    assert zone is not None, "an aware instant has a zone"
    return now, zone


def folder_for(given: argparse.Namespace) -> Path:
    """The folder the window is about, made where it is missing. Raises DataUnavailable."""
    folder = data_folder(given.data_dir)
    make_folder(folder)
    if given.sample:
        folder = sample_folder(folder)
        make_folder(folder)
    return folder


def make_folder(folder: Path) -> None:
    """The data folder, readable by its owner alone. Raises DataUnavailable."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DataUnavailable(
            f"The data folder {folder} cannot be used ({error.strerror or error}).",
            "Choose another folder with --data-dir.",
        ) from error


def _is_first(lock: FolderLock, folder: Path, files: list[str]) -> bool:
    from otnet_desktop.app.instance import address, enter
    from otnet_desktop.app.paths import runtime_folder

    return enter(lock, address(folder, runtime_folder()), map(Path, files))
