"""A title of a few lines, whatever is in it: a name may have three hundred letters and no blank.

Public: ``ClampedLabel(text, size, lines, bold, role)`` with ``text()`` and ``set_text()``. It wraps at words, within a
word that is wider than the line, and ends in an ellipsis after its last line. What was cut is in the tool tip, a screen
reader always gets the whole, and the menu of the right mouse button copies it.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from otnet_desktop.ui.theme.icons import dress
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.literal_label import LiteralLabel
from otnet_desktop.ui.widgets.wrapped_text import height_of, wrapped

NARROWEST = 120
"""As drawn."""


class ClampedLabel(LiteralLabel):
    """Takes the width it is given and as many lines as it needs, up to ``lines``."""

    def __init__(
        self,
        text: str = "",
        size: TextSize = TextSize.BODY,
        lines: int = 2,
        bold: bool = True,
        role: Role = Role.TEXT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(size, bold, role, parent)
        self._lines = lines
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        copy = QAction(self.tr("Copy"), self)
        copy.triggered.connect(self._copy)
        dress(copy, "copy")
        self.addAction(copy)
        self.set_text(text)

    def is_cut(self) -> bool:
        """Whether the end is not seen."""
        return self._laid_out(self.width(), self._lines).text() != self._text

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        metrics = look().metrics
        return QSize(metrics.width(self._text, self._size, self._bold) + 1, metrics.line(self._size))

    def minimumSizeHint(self) -> QSize:
        """A few words' room; never that of the longest word."""
        return QSize(min(look().metrics.shape(NARROWEST), self.sizeHint().width()), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher, up to the last line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Of the lines there are at ``width``."""
        return max(height_of(self._laid_out(width, self._lines)), look().metrics.line(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits."""
        with QPainter(self) as painter:
            painter.setPen(look()[self._role if self.isEnabled() else Role.FAINT])
            layout = self._laid_out(self.width(), self._lines)
            layout.draw(painter, QPointF(0, (self.height() - height_of(layout)) // 2))

    def _laid_out(self, width: int, lines: int) -> QTextLayout:
        return wrapped(self._text, self._size, self._bold, width, lines, self.layoutDirection())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
