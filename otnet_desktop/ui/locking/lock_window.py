"""The locked window: it stands where the other one stood, and names nobody.

Public: ``LockWindow(tasks, opens)`` with ``page``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otnet_desktop.ui.locking.lock_page import LockPage, Opens, locked_title
from otnet_desktop.ui.tasks import Tasks


class LockWindow(QWidget):
    """A window of its own, so that no menu, no key and no dialog of the other one can be reached."""

    def __init__(self, tasks: Tasks, opens: Opens) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(locked_title())
        self.page = LockPage(tasks, opens)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard is in the field."""
        super().showEvent(event)
        self.page.secret.setFocus()
