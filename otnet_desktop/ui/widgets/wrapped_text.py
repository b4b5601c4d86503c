"""Text wrapped at words into a few lines, for delegates.

Public: ``wrapped(text, size, bold, width, lines, direction)`` -> a laid out ``QTextLayout`` (shared: only
draw it) and ``height_of(layout)``. What does not fit into the last line is cut with an ellipsis.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLayout, QTextOption

from otnet_desktop.ui.theme.look import Look, look
from otnet_desktop.ui.theme.metrics import TextSize


def wrapped(
    text: str, size: TextSize, bold: bool, width: int, lines: int, direction: Qt.LayoutDirection
) -> QTextLayout:
    """``text`` at most ``lines`` high, each paragraph beginning a new line, leaning to the leading edge."""
    return _wrapped(text, size, bold, max(1, width), lines, direction, look())


def height_of(layout: QTextLayout) -> int:
    """How high the lines are together."""
    return ceil(layout.boundingRect().height())


@lru_cache(maxsize=1024)
def _wrapped(
    text: str, size: TextSize, bold: bool, width: int, lines: int, direction: Qt.LayoutDirection, wearing: Look
) -> QTextLayout:
    # a line separator is a line break within one paragraph of a layout
    literal = "\u2028".join(text.splitlines())
    layout = _laid_out(literal, size, bold, width, direction, wearing)
    if layout.lineCount() <= lines:
        return layout
    start = layout.lineAt(lines - 1).textStart()
    rest = literal[start:].replace("\u2028", " ")
    last = wearing.metrics.measure(size, bold).elidedText(rest, Qt.TextElideMode.ElideRight, width - 1)
    if not last.endswith("…"):
        last += "…"
    return _laid_out(literal[:start] + last, size, bold, width, direction, wearing, lines)


def _laid_out(
    text: str,
    size: TextSize,
    bold: bool,
    width: int,
    direction: Qt.LayoutDirection,
    wearing: Look,
    lines: int = 10_000,
) -> QTextLayout:
    layout = QTextLayout(text, wearing.metrics.font(size, bold))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    edge = Qt.AlignmentFlag.AlignRight if direction is Qt.LayoutDirection.RightToLeft else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout
