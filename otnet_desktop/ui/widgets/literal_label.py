"""What labels have in common that paint literal text and may have to cut it.

Public: ``LiteralLabel(size, bold, role)`` with ``text()``, ``set_text()`` and ``is_cut()``. What was cut is in the tool
tip, and a screen reader always gets the whole. How it is laid out and painted says each kind.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from otnet_desktop.ui.theme.literal import literal_tip, one_line
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.theme.tokens import Role


class LiteralLabel(QWidget):
    """Text on one line of its own, whatever line ends are in it."""

    def __init__(self, size: TextSize, bold: bool, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._size, self._bold, self._role = size, bold, role

    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = one_line(text)
        self.setAccessibleName(self._text)
        self._tell_what_is_cut()
        self.updateGeometry()
        self.update()

    def is_cut(self) -> bool:
        """Whether the end is not seen."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Something else may be cut now."""
        super().resizeEvent(event)
        self._tell_what_is_cut()

    def _tell_what_is_cut(self) -> None:
        self.setToolTip(literal_tip(self._text) if self.is_cut() else "")
