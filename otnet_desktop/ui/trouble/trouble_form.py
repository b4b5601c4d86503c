"""Tells of a mistake of the program: what it means for what one was doing, and a report to send.

Public: ``TroubleForm(report)``; ``open()`` shows it without blocking anything.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import plain_button, primary_button
from otnet_desktop.ui.widgets.plain_label import PlainLabel

WIDTH, HEIGHT = 620, 420
"""As drawn."""


class TroubleForm(QDialog):
    """A sentence, a report, two buttons."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("That was our mistake"))
        self.setAccessibleName(self.tr("That was our mistake"))
        self._said = self.tr(
            "Something in the program failed. Whatever was saved before is safe; what you did just now may not have "
            "been saved. Please look, and do it again if need be."
        )
        self.text = QPlainTextEdit(report)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Report"))
        self.copy = plain_button(self.tr("Copy report"), "copy")
        self.copy.clicked.connect(self._copy)
        self.leave = primary_button(self.tr("Go on"))
        self.leave.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(2 * STEP)
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * STEP, 4 * STEP, 5 * STEP, 4 * STEP)
        column.setSpacing(3 * STEP)
        column.addWidget(PlainLabel(self.tr("That was our mistake"), TextSize.TITLE))
        column.addWidget(PlainLabel(self._said))
        column.addWidget(PlainLabel(self.tr("The report holds nothing about people:"), TextSize.CAPTION, "soft"))
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        self.leave.setFocus()

    def open(self) -> None:
        """Show it in front of its window without blocking that."""
        self.show()

    def showEvent(self, event: QShowEvent) -> None:
        """Take a readable size within the screen, and tell a screen reader."""
        super().showEvent(event)
        if not event.spontaneous():
            metrics, room = look().metrics, self.screen().availableGeometry()
            self.resize(min(metrics.shape(WIDTH), room.width() - 32), min(metrics.shape(HEIGHT), room.height() - 32))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._said))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
