"""Paints a cell of the compass: a tint, a picture and words, so that no meaning hangs on colour alone.

Public: ``CellDelegate()``.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from otnet_desktop.domain.compass import Field, Mark, Standing
from otnet_desktop.ui.compass.words import said_field
from otnet_desktop.ui.theme.icons import pixmap
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import RADIUS, STEP, TextSize
from otnet_desktop.ui.theme.painting import SINGLE_LINE, paint_panel, paint_ring
from otnet_desktop.ui.theme.tokens import Role, Tone
from otnet_desktop.ui.widgets.accessible_rows import OBJECT_ROLE

PICTURE = 14
GAP = 3
"""Between a cell and its neighbours."""
DOT = 3

LOOKS = {
    Standing.MET: (Tone.ACCENT, "check-circle"),
    Standing.PLANNED: (Tone.BLUE, "calendar"),
    Standing.CURIOUS: (Tone.PLUM, "question"),
    Standing.RULED_OUT: (Tone.QUIET, "close"),
    Standing.KNOWN: (Tone.QUIET, "person"),
}


class CellDelegate(QStyledItemDelegate):
    """One cell, wholly within its rectangle."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for a picture and a few words."""
        metrics = look().metrics
        return QSize(metrics.shape(96), metrics.line(TextSize.SMALL) + 5 * STEP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground, then what is said, then choice and focus."""
        field: Field | None = index.data(OBJECT_ROLE)
        rect: QRect = option.rect
        inner = rect.adjusted(GAP, GAP, -GAP, -GAP)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setClipRect(rect)
        if field is not None:
            _paint_field(painter, inner, field, option.direction)
        if state & QStyle.StateFlag.State_Selected:
            paint_ring(painter, inner, role=Role.ACCENT if state & QStyle.StateFlag.State_HasFocus else Role.CONTROL)
        painter.restore()


def _paint_field(painter: QPainter, rect: QRect, field: Field, direction: Qt.LayoutDirection) -> None:
    if field.standing is Standing.OPEN:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look()[Role.CONTROL])
        middle = QRectF(rect).center()
        painter.drawEllipse(middle, DOT / 2, DOT / 2)
        return
    tone, name = LOOKS[field.standing]
    bare = field.standing is Standing.KNOWN
    paint_panel(painter, rect, Role.PANEL if bare else tone.tint, Role.HAIRLINE if bare else None)
    if field.standing is Standing.RULED_OUT:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(look()[Role.HAIRLINE], Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(QRectF(rect), RADIUS, RADIUS)
    _paint_words(painter, rect, field, direction, tone, name)


def _paint_words(
    painter: QPainter, rect: QRect, field: Field, direction: Qt.LayoutDirection, tone: Tone, name: str
) -> None:
    metrics = look().metrics
    size = metrics.shape(PICTURE)
    text = said_field(field)
    curious_too = field.standing in (Standing.MET, Standing.PLANNED) and field.mark is not None
    room = rect.width() - 2 * STEP - size - ((size + STEP) if curious_too else 0)
    shown = metrics.elide(text, room, TextSize.SMALL)
    width = min(metrics.width(text, TextSize.SMALL), room)
    whole = size + STEP + width + ((STEP + size) if curious_too else 0)
    x = rect.x() + (rect.width() - whole) // 2

    def place(left: int, wide: int, high: int) -> QRect:
        top = rect.y() + (rect.height() - high) // 2
        return QStyle.visualRect(direction, rect, QRect(left, top, wide, high))

    painter.setLayoutDirection(direction)
    painter.drawPixmap(place(x, size, size), pixmap(name, tone.ink, size))
    painter.setFont(metrics.font(TextSize.SMALL))
    painter.setPen(QPen(look()[Role.SOFT if tone is Tone.QUIET else tone.ink]))
    painter.drawText(place(x + size + STEP, width, metrics.line(TextSize.SMALL)), SINGLE_LINE, shown)
    if curious_too and field.mark is not None and field.mark.mark is Mark.CURIOUS:
        painter.drawPixmap(place(x + size + 2 * STEP + width, size, size), pixmap("question", Role.PLUM, size))
