"""Damaged data met while the program ran: everything lets go of them, and a window of its own brings a backup back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from otnet_desktop.app.zone import this_moment
from otnet_desktop.domain.errors import DataDamaged
from otnet_desktop.services.recovery import Recovery
from otnet_desktop.ui.geometry import Kept
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.tasks import Tasks
from otnet_desktop.ui.trouble.recovery_page import RecoveryPage

if TYPE_CHECKING:
    from otnet_desktop.store.keys import Key


def recovery_window(
    kept: Kept, folder: Path, key: Key | None, unsaved: str, start_again: Callable[[], None]
) -> MainWindow:
    """The window, shown; the program ends with it. ``key`` opens backups, ``unsaved`` is what could not be saved."""
    app = QApplication.instance()
    assert isinstance(app, QApplication), "there was a window"
    app.setQuitOnLastWindowClosed(True)
    window = MainWindow(kept)
    title = QCoreApplication.translate("RecoveryPage", "Your data file is damaged.")
    tasks = Tasks(window)
    app.aboutToQuit.connect(tasks.close)  # its window goes with the interpreter, and no thread may outlast that
    page = RecoveryPage(DataDamaged(title), Recovery(folder, key), tasks, this_moment, unsaved)
    page.restored.connect(start_again)
    window.show_only(page)
    window.show()
    return window
