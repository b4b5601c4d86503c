"""Asks for the passphrase of a backup, or the code of its sheet, right where the backup is looked at.

Public: ``KeyAsk(tasks, opens)`` with ``ask()``, ``forget()`` and the signal ``opened(answer)``. ``opens(secret)`` is
called in a worker and answers what is handed on, or raises OtnetError.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otnet_desktop.domain.errors import OtnetError, WrongPassphrase
from otnet_desktop.ui.locking.secret_line import CapsNote, PlainBox, SecretLine
from otnet_desktop.ui.said import said
from otnet_desktop.ui.tasks import Task, Tasks
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.labelled_field import LabelledField

Opens = Callable[[str], object]


class KeyAsk(QWidget):
    """A field and a button; hidden while nothing is asked."""

    opened = Signal(object)

    def __init__(self, tasks: Tasks, opens: Opens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._opens = opens
        self._task: Task | None = None
        self.secret = SecretLine()
        self.secret.returnPressed.connect(self._try)
        self.field = LabelledField(self.tr("Its passphrase, or the code of its recovery sheet"), self.secret)
        self.plain = PlainBox([self.secret])
        self.caps = CapsNote([self.secret])
        self.open_button = plain_button(self.tr("Open it"), "shield")
        self.open_button.clicked.connect(self._try)
        row = QWidget()
        flow = FlowLayout(row)
        flow.addWidget(self.open_button)
        flow.addWidget(self.plain)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(self.field)
        column.addWidget(self.caps)
        column.addWidget(row)
        self.setFocusProxy(self.secret)
        self.hide()

    def ask(self) -> None:
        """Show it, empty."""
        self.forget()
        self.show()

    def forget(self) -> None:
        """Nothing typed stays, and nobody waits for what was tried."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.secret.setText("")  # after ``clear`` it could be read with Ctrl+Z
        self.caps.hide()
        self.plain.setChecked(False)
        self.open_button.setEnabled(True)
        self.field.say("")
        self.hide()

    def _try(self) -> None:
        secret = self.secret.text()
        if not secret:
            self.field.say(self.tr("Type it, then press Enter."))
            self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._task is None:
            self.open_button.setEnabled(False)
            self.field.say(self.tr("Opening…"))
            opens = self._opens

            def work(_task: Task) -> object:
                return opens(secret)

            self._task = self._tasks.run(work, self._take, self._tell)

    def _take(self, answer: object) -> None:
        self.forget()
        self.opened.emit(answer)

    def _tell(self, error: Exception) -> None:
        """Kindly; what is no OtnetError goes on to the trouble report."""
        self._task = None
        self.open_button.setEnabled(True)
        if not isinstance(error, OtnetError):
            self.field.say("")
            raise error
        why = said(error.told)
        if isinstance(error, WrongPassphrase):
            why = self.tr("That did not open it. It may be the one you had when the backup was made.")
        self.field.say(why, wrong=True)
        self.secret.selectAll()
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, why))
