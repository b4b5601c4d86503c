"""The few shapes that painted widgets and rows share.

Public: ``paint_panel`` (a rounded ground with an edge), ``paint_ring`` (the focus), ``SINGLE_LINE`` (flags for text).
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import RADIUS
from otnet_desktop.ui.theme.tokens import Role

RING = 2
"""The width of the ring that shows the focus."""

SINGLE_LINE = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
"""For ``QPainter.drawText``: one line, literally, from the leading edge (mirrored with the painter's direction)."""


def paint_panel(
    painter: QPainter, rect: QRect | QRectF, fill: Role, edge: Role | None = None, radius: float = RADIUS
) -> None:
    """A rounded rectangle with an edge of one pixel, wholly within ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(look()[fill])
    painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(look()[edge], 1))
    inset = 0.0 if edge is None else 0.5
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)


def paint_ring(painter: QPainter, rect: QRect | QRectF, radius: float = RADIUS, role: Role = Role.ACCENT) -> None:
    """The ring of the focus, wholly within ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look()[role], RING))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)
