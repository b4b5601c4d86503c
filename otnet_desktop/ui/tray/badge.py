"""The tray's picture: the program's icon, with the number of due things in its corner."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap

SIZES = (16, 22, 24, 32, 48, 64)
"""Pixels, as panels ask for them."""

GROUND = QColor("#9c4a08")
INK = QColor("#ffffff")
"""The warm tone of what is due, on light and dark panels alike; 6.5 : 1 against each other."""


def badged(icon: QIcon, count: int) -> QIcon:
    """``icon`` with ``count`` in its corner; as it is when nothing is due."""
    if count <= 0:
        return icon
    text = str(count) if count < 10 else "9+"
    made = QIcon()
    for size in SIZES:
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            icon.paint(painter, picture.rect())
            _paint_badge(painter, size, text)
        made.addPixmap(picture)
    return made


def _paint_badge(painter: QPainter, side: int, text: str) -> None:
    # Six tenths of the side: at 16 pixels just enough for a digit that can be read.
    height = round(side * 0.62)
    width = height if len(text) == 1 else round(height * 1.3)
    corner = QRectF(side - width, side - height, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # Cut the badge out of the icon first, so that it stands apart whatever lies under it.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    gap = max(1.0, side / 24)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    painter.drawRoundedRect(corner.adjusted(-gap, -gap, 0, 0), height / 2, height / 2)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setBrush(GROUND)
    painter.drawRoundedRect(corner, height / 2, height / 2)
    font = QFont()
    font.setBold(True)
    font.setPixelSize(max(7, round(height * 0.86)))
    painter.setFont(font)
    painter.setPen(QPen(INK))
    painter.drawText(corner, Qt.AlignmentFlag.AlignCenter, text)
