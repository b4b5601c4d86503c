"""Looking at what was painted."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

NOTHING = QColor("#ff00ff")
"""A colour that no theme has."""

MARGIN = 20


def paint_row(
    delegate: QStyledItemDelegate,
    model: QAbstractItemModel,
    row: int,
    width: int,
    height: int,
    *,
    state: QStyle.StateFlag = QStyle.StateFlag.State_Enabled,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> QImage:
    """The row with a margin of ``NOTHING`` around it."""
    image = QImage(width + 2 * MARGIN, height + 2 * MARGIN, QImage.Format.Format_RGB32)
    image.fill(NOTHING)
    option = QStyleOptionViewItem()
    option.rect = QRect(MARGIN, MARGIN, width, height)
    option.state = state
    option.direction = direction
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(row, 0))
    painter.end()
    return image


def colours(image: QImage, rect: QRect) -> set[str]:
    """The colours within ``rect``."""
    return {
        image.pixelColor(x, y).name()
        for x in range(rect.left(), rect.right() + 1)
        for y in range(rect.top(), rect.bottom() + 1)
    }


def is_clean_outside(image: QImage) -> bool:
    """Whether the margin is untouched."""
    width, height = image.width(), image.height()
    edges = (
        QRect(0, 0, width, MARGIN),
        QRect(0, height - MARGIN, width, MARGIN),
        QRect(0, 0, MARGIN, height),
        QRect(width - MARGIN, 0, MARGIN, height),
    )
    return all(colours(image, edge) == {NOTHING.name()} for edge in edges)


def ink_span(image: QImage, rect: QRect, ground: QColor) -> tuple[int, int]:
    """The first and last column in ``rect`` with anything clearly darker than ``ground``; (0, -1) without any."""
    columns = [
        x
        for x in range(rect.left(), rect.right() + 1)
        if any(
            image.pixelColor(x, y).lightness() < ground.lightness() - 60 for y in range(rect.top(), rect.bottom() + 1)
        )
    ]
    return (columns[0], columns[-1]) if columns else (0, -1)
