"""The way from a text to key points: a button, a paste or a drop opens the pane of sentences.

Public: ``Lifter(points, intents, today)`` with ``watch(card)`` (text let go on it), ``watch_line(line)`` (a page pasted
where one sentence belongs), ``lift(brought)`` and ``put_away()``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from otnet_desktop.domain.lifting import sentences
from otnet_desktop.domain.research import KEY_POINT_LENGTH
from otnet_desktop.services.pasted_text import text_of
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.research.brought_text import Brought, brought_by
from otnet_desktop.ui.research.key_points import KeyPoints
from otnet_desktop.ui.research.lift_pane import LiftPane
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.buttons import quiet_button
from otnet_desktop.ui.widgets.flow_layout import FlowLayout

DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class Lifter(QWidget):
    """Closed, it is one quiet button."""

    def __init__(
        self, points: KeyPoints, intents: Intents, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._points = points
        self._intents = intents
        self._today = today
        self._lines: list[QLineEdit] = []
        self._pane: LiftPane | None = None
        self.button = quiet_button(self.tr("Lift points"), "quote")
        self.button.setAccessibleName(self.tr("Lift points out of a text"))
        self.button.setToolTip(self.tr("Paste the text of a page, or let it go here"))
        self.button.clicked.connect(self._begin)
        holder = QWidget()
        FlowLayout(holder).addWidget(self.button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(STEP)
        self._column.addWidget(holder)

    def watch(self, card: QWidget) -> None:
        """Take the text that is let go on this card."""
        card.setAcceptDrops(True)
        card.installEventFilter(self)

    def watch_line(self, line: QLineEdit) -> None:
        """Take a whole page that is pasted into this line."""
        self._lines.append(line)
        line.installEventFilter(self)

    def lift(self, brought: Brought) -> None:
        """Show the sentences of a text."""
        self._opened().show_text(brought)

    def lift_file(self, path: str) -> None:
        """Show the sentences of a text file."""
        text = attempt(self._intents, lambda: text_of(path))
        if text is not None:
            self.lift(Brought(text, Path(path).name))

    def put_away(self) -> None:
        """Close it; nothing of the text is kept but what was taken."""
        if self._pane is not None:
            self._column.removeWidget(self._pane)
            self._pane.hide()
            self._pane.deleteLater()
            self._pane = None
            self.button.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A drop on the card; a paste into the line that is more than one key point."""
        if event.type() in DRAGS and isinstance(event, QDropEvent) and watched not in self._lines:
            return self._heed_drag(event)
        if watched in self._lines and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            brought = brought_by(QGuiApplication.clipboard().mimeData()) if event.matches(PASTE) else None
            if brought is not None and _is_page(brought.text):
                self.lift(brought)
                return True
        return super().eventFilter(watched, event)

    def _heed_drag(self, event: QDropEvent) -> bool:
        brought = brought_by(event.mimeData())
        if brought is None:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            self.lift(brought)
        return True

    def _begin(self) -> None:
        """With a page copied already, it is that."""
        brought = brought_by(QGuiApplication.clipboard().mimeData())
        if brought is not None and _is_page(brought.text):
            self.lift(brought)
        else:
            self._opened().ask_for_text()

    def _opened(self) -> LiftPane:
        if self._pane is None:
            self._pane = LiftPane(self._points.add, self._today)
            self._pane.closed.connect(self._close)
            self._column.addWidget(self._pane)
            self._pane.show()  # at once, for it takes the focus
            self.button.hide()
        return self._pane

    def _close(self) -> None:
        self.put_away()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)


PASTE = QKeySequence.StandardKey.Paste


def _is_page(text: str) -> bool:
    """More than one would note on one line."""
    return len(text) > KEY_POINT_LENGTH and len(sentences(text)) > 1
