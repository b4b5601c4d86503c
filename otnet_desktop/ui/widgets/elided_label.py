"""One line of literal text that gives way when there is no room.

Public: ``ElidedLabel(text, size, bold, role)`` with ``text()`` and ``set_text()``. What was cut is in the tool tip; a
screen reader always gets the whole.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.theme.painting import SINGLE_LINE
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.literal_label import LiteralLabel


class ElidedLabel(LiteralLabel):
    """A line that ends in an ellipsis rather than push its neighbours away."""

    def __init__(
        self,
        text: str = "",
        size: TextSize = TextSize.BODY,
        bold: bool = False,
        role: Role = Role.TEXT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(size, bold, role, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def is_cut(self) -> bool:
        """Whether the end is not seen."""
        return self.width() < look().metrics.width(self._text, self._size, self._bold)

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        metrics = look().metrics
        return QSize(metrics.width(self._text, self._size, self._bold), metrics.line(self._size))

    def minimumSizeHint(self) -> QSize:
        """A few letters and the ellipsis."""
        return QSize(min(look().metrics.shape(48), self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits."""
        metrics = look().metrics
        with QPainter(self) as painter:
            painter.setFont(metrics.font(self._size, self._bold))
            painter.setPen(look()[self._role if self.isEnabled() else Role.FAINT])
            shown = metrics.elide(self._text, self.width(), self._size, self._bold)
            painter.drawText(self.rect(), SINGLE_LINE, shown)
