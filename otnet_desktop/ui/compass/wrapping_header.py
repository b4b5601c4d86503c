"""A header whose names wrap into a few lines, as Qt's own are cut after one.

Public: ``WrappingHeader(orientation)``.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.wrapped_text import height_of, wrapped

LINES = 3


class WrappingHeader(QHeaderView):
    """Names only: nothing is sorted or moved by it."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:  # noqa: N802
        """Paint the name: in the middle above columns, at the leading edge beside rows."""
        painter.save()
        painter.fillRect(rect, look()[Role.GROUND])
        across = self.orientation() is Qt.Orientation.Horizontal
        text = str(self.model().headerData(logical_index, self.orientation()) or "")
        room = rect.width() - STEP
        lines = LINES if across else 2
        layout = wrapped(text, TextSize.SMALL, False, room, lines, self.layoutDirection())
        painter.setPen(look()[Role.TEXT])
        used = min(room, round(layout.boundingRect().width()))
        left = rect.x() + STEP + ((room - used) // 2 if across else 0)
        top = rect.y() + (
            (rect.height() - height_of(layout)) // 2 if not across else rect.height() - height_of(layout) - STEP
        )
        painter.setClipRect(rect)
        layout.draw(painter, QPointF(left, top))
        painter.restore()
