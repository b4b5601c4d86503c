"""Where something could not be saved: what was written stays on the screen, and can be saved elsewhere as a plain text.

Public: ``Rescue(window, workspace, bridge)`` with ``ask()`` (where to) and ``write(file)``.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from otnet_desktop.domain.errors import NotSaved, OtnetError
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.saving_a_copy import ask_where_to_save, unsaved_page
from otnet_desktop.ui.set_aside import SetAside
from otnet_desktop.ui.unsaved import unsaved_texts


class Rescue(QObject):
    """Lives and dies with its window."""

    def __init__(self, window: MainWindow, workspace: Workspace, bridge: Bridge) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._has_failed = self._was_left = False
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(0)  # until the keepers have heard that it failed, too
        self._look.timeout.connect(self._look_around)
        window.intents.failed.connect(self._heed)
        window.banner.copy.clicked.connect(self.ask)
        bridge.changed.connect(self._saved)

    def ask(self) -> None:
        """Where to?"""
        ask_where_to_save(self._window, self.write)

    def write(self, file: str) -> None:
        """Write what stands unsaved in any field into a file."""
        page = unsaved_page()
        write = self._workspace.exporting.write_page
        if succeeded(self._window.intents, lambda: write(Path(file), page.encode("utf-8", "replace"))):
            self._window.intents.said.emit(self.tr("A copy of what you wrote is in {file}").format(file=file))

    def _heed(self, error: Exception) -> None:
        if isinstance(error, OtnetError):
            self._has_failed |= isinstance(error, NotSaved)
            self._look.start()

    def _saved(self) -> None:
        """Something can be saved again."""
        if self._has_failed:
            for aside in self._window.findChildren(SetAside):
                aside.try_soon()
            self._look.start()

    def _look_around(self) -> None:
        """Offer a copy as long as something is not saved; when all of it is, the failure is over."""
        is_left = bool(unsaved_texts())
        self._window.banner.offer_copy(is_left)
        if self._has_failed and self._was_left and not is_left:
            self._has_failed = False
            self._window.banner.forget_failure()
        self._was_left = is_left
