"""Faces: a disc with initials in one of four quiet tints.

Public: ``paint_face(painter, rect, initials, tint)``, ``FaceLabel(drawn)`` with ``show_person(name, tint)``. A
face is decoration: the name always stands beside it, so it has no accessible name.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from otnet_desktop.ui.theme.icons import pixmap
from otnet_desktop.ui.theme.look import Look, look
from otnet_desktop.ui.theme.tokens import Tone
from otnet_desktop.ui.widgets.initials import initials_of


def paint_face(painter: QPainter, rect: QRect, initials: str, tint: Tone) -> None:
    """Paint the face in the middle of ``rect``. Without initials it shows a figure."""
    side = min(rect.width(), rect.height())
    picture = _face(initials, tint, side, painter.device().devicePixelRatio(), look())
    painter.drawPixmap(QPointF(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2), picture)


class FaceLabel(QWidget):
    """A face as a widget; ``drawn`` is its diameter as drawn and grows with the font."""

    def __init__(self, drawn: int = 60, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawn = drawn
        self._initials = ""
        self._tint = Tone.ACCENT
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, name: str, tint: Tone) -> None:
        """Show somebody's initials."""
        self._initials, self._tint = initials_of(name), tint
        self.update()

    def sizeHint(self) -> QSize:
        """The diameter both ways."""
        side = look().metrics.shape(self._drawn)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the face."""
        with QPainter(self) as painter:
            paint_face(painter, self.rect(), self._initials, self._tint)


@lru_cache(maxsize=512)
def _face(initials: str, tint: Tone, side: int, ratio: float, wearing: Look) -> QPixmap:
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(Qt.GlobalColor.transparent))
    ink = wearing[tint.ink]
    edge = QColor(ink)
    edge.setAlphaF(0.35)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(wearing[tint.tint])
        # a fine edge keeps the disc a disc on a selected row of the same tint
        painter.setPen(QPen(edge, 1))
        painter.drawEllipse(QRectF(0.5, 0.5, side - 1, side - 1))
        if initials:
            font = QFont(wearing.metrics.base)
            font.setPixelSize(max(1, round(side * (0.37 if len(initials) > 1 else 0.42))))
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, initials)
        else:
            inner = round(side * 0.58)
            painter.drawPixmap(QPointF((side - inner) / 2, (side - inner) / 2), pixmap("person", tint.ink, inner))
    return picture
