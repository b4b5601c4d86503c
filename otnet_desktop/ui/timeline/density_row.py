"""A month or a year, painted: its name, a bar (or twelve) for its meetings, and what is said of it.

Public: ``DensityRow`` (what is shown) and ``DensityRowDelegate(view)``.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.painting import SINGLE_LINE, paint_ring
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.accessible_rows import OBJECT_ROLE

NAME, BAR = 128, 12
"""As drawn: the room for a name, the height of a bar."""
LEAST = 3
"""A bar is never shorter than this where there was a meeting."""


@dataclass(frozen=True, slots=True)
class DensityRow:
    """``bars`` are shares of the longest (0 to 1): one for a month, twelve for a year."""

    title: str
    told: str
    names: str
    bars: tuple[float, ...]
    is_now: bool = False
    is_ahead: bool = False


class DensityRowDelegate(QStyledItemDelegate):
    """Two lines a row: the bar beside the name, the words below it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are equally high."""
        metrics = look().metrics
        return QSize(metrics.shape(280), metrics.line() + metrics.line(TextSize.CAPTION) + 5 * STEP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row, wholly within its rectangle."""
        row: DensityRow | None = index.data(OBJECT_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setClipRect(rect)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look()[Role.ACCENT_TINT])
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look()[Role.QUIET_TINT])
        if row is not None:
            _paint_row(painter, rect, row, option.direction)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect.adjusted(1, 1, -1, -1))
        painter.restore()


def _paint_row(painter: QPainter, rect: QRect, row: DensityRow, direction: Qt.LayoutDirection) -> None:
    metrics = look().metrics
    inner = rect.adjusted(3 * STEP, 2 * STEP, -3 * STEP, -2 * STEP)
    name = min(metrics.shape(NAME), inner.width() // 3)

    def place(x: int, y: int, width: int, height: int) -> QRect:
        return QStyle.visualRect(direction, inner, QRect(inner.x() + x, inner.y() + y, width, height))

    painter.setLayoutDirection(direction)
    painter.setFont(metrics.font(bold=row.is_now))
    painter.setPen(look()[Role.ACCENT if row.is_now else Role.TEXT])
    shown = metrics.elide(row.title, name, bold=row.is_now)
    painter.drawText(place(0, 0, name, metrics.line()), SINGLE_LINE, shown)
    room = inner.width() - name - 2 * STEP
    _paint_bars(painter, place(name + 2 * STEP, 0, room, metrics.line()), row, direction)
    painter.setFont(metrics.font(TextSize.CAPTION))
    painter.setPen(look()[Role.SOFT])
    told = metrics.elide(f"{row.told} · {row.names}", room, TextSize.CAPTION)
    below = place(name + 2 * STEP, metrics.line() + STEP, room, metrics.line(TextSize.CAPTION))
    painter.drawText(below, SINGLE_LINE, told)


def _paint_bars(painter: QPainter, rect: QRect, row: DensityRow, direction: Qt.LayoutDirection) -> None:
    """One lying bar, or twelve standing ones; what is still to come is only outlined."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look()[Role.ACCENT])
    painter.setBrush(Qt.BrushStyle.NoBrush if row.is_ahead else look()[Role.ACCENT])
    if len(row.bars) == 1:
        high = look().metrics.shape(BAR)
        wide = max(LEAST, round(row.bars[0] * rect.width()))
        bar = QRect(rect.x(), rect.y() + (rect.height() - high) // 2, wide, high)
        painter.drawRoundedRect(QRectF(QStyle.visualRect(direction, rect, bar)).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        return
    step = min(rect.width() // len(row.bars), 6 * STEP)
    for month, share in enumerate(row.bars):
        high = max(LEAST, round(share * rect.height())) if share else 1
        bar = QRect(rect.x() + month * step, rect.bottom() - high + 1, step - STEP, high)
        painter.drawRect(QRectF(QStyle.visualRect(direction, rect, bar)).adjusted(0.5, 0.5, -0.5, -0.5))
