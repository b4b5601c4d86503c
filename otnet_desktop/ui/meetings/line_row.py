"""One sentence that is kept as it is typed, with a way to take it out.

Public: ``LineRow(text, name, save)`` with the signals ``removed`` and ``entered`` (Enter: on to the next).
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otnet_desktop.ui.research.autosave import Autosave, Kept
from otnet_desktop.ui.research.growing_text import GrowingText
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.buttons import icon_button


class SentenceField(GrowingText):
    """Wraps like a text; Enter ends it like a line."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on; a line break has no place in a sentence."""
        if Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class LineRow(QWidget):
    """``save(sitting)`` writes the whole list this line belongs to."""

    removed = Signal()
    entered = Signal()

    def __init__(
        self,
        text: str,
        name: str,
        save: Callable[[int | None], Kept | None],
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._save = save
        self.field = SentenceField(name, placeholder, least=1)
        self.field.setPlainText(text)
        self.autosave = Autosave(self.field, self._keep)
        self.field.entered.connect(self.entered)
        self.setFocusProxy(self.field)
        self._remove = icon_button("close", self.tr("Take out"))
        self._remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self.field, 1)
        row.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return self.field, self._remove

    def text(self) -> str:
        """The sentence."""
        return " ".join(self.field.toPlainText().split())

    def _keep(self, _text: str, sitting: int | None) -> Kept | None:
        return self._save(sitting)
