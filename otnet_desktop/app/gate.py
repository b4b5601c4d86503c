"""Before protected data are open: asks for the passphrase in the window, or takes the key from the system's keyring.

Public: ``Gate(app, window, kept, folder)`` with ``ask(hidden)`` and the signal ``opened(key)``. No name can be shown,
as none can be read.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from otnet_desktop.app.identity import give_icon
from otnet_desktop.app.resources import offer_to_qt
from otnet_desktop.services.locking import key_by_passphrase, key_by_recovery, remembered_key
from otnet_desktop.ui.abandonable import abandonable
from otnet_desktop.ui.geometry import Kept
from otnet_desktop.ui.locking.lock_page import LockPage, locked_title
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.tasks import Task, Tasks
from otnet_desktop.ui.theme.theme import Theme


class Gate(QObject):
    """Lives until the data can be opened."""

    opened = Signal(object)

    def __init__(self, app: QApplication, window: MainWindow, kept: Kept, folder: Path) -> None:
        super().__init__(app)
        offer_to_qt()
        give_icon(app)
        self._theme = Theme(app, kept.scheme(), kept.text_scale())
        self._theme.apply()
        self._window = window
        self._folder = folder
        self._is_open = False
        self._tasks = Tasks(self)
        self.page = LockPage(self._tasks, self._key_by)
        self.page.opened.connect(self._let_in)

    def ask(self, *, hidden: bool) -> None:
        """Show the page; a hidden start shows it only where the keyring knows nothing."""
        self._window.setCentralWidget(self.page)
        self._window.setWindowTitle(locked_title())
        if not hidden:
            self._show()
        self._tasks.run(self._ask_keyring, self._take_remembered, self._keyring_failed)

    def close(self) -> None:
        """Nobody waits any more."""
        self._tasks.close()

    def _show(self) -> None:
        self._window.show()
        self.page.secret.setFocus()

    def _key_by(self, secret: str, by_code: bool) -> object:
        return (key_by_recovery if by_code else key_by_passphrase)(self._folder, secret)

    def _ask_keyring(self, task: Task) -> object:
        return abandonable(task, lambda: remembered_key(self._folder))

    def _take_remembered(self, key: object) -> None:
        if key is not None:
            self._let_in(key)
        elif not self._window.isVisible():
            self._show()

    def _keyring_failed(self, error: Exception) -> None:
        """The passphrase opens all the same; what failed goes on to the trouble report."""
        self._take_remembered(None)
        raise error

    def _let_in(self, key: object) -> None:
        if not self._is_open:
            self._is_open = True
            self.opened.emit(key)
