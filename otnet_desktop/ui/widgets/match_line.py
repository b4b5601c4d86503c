"""Why a row was found: a snippet with the matched letters marked.

Public: ``paint_match(painter, rect, match, direction)``.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from otnet_desktop.ui.theme.look import Look, look
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.match import Match

_BEFORE = 12
"""How many letters before the first match stay visible when the snippet is too long."""


def paint_match(painter: QPainter, rect: QRect, match: Match, direction: Qt.LayoutDirection) -> None:
    """One line: the snippet soft, the matched letters bold in the accent and underlined."""
    layout = _laid_out(match, rect.width(), direction, look())
    painter.setPen(look()[Role.SOFT])
    layout.draw(painter, QPointF(rect.topLeft()))


@lru_cache(maxsize=256)
def _laid_out(match: Match, width: int, direction: Qt.LayoutDirection, wearing: Look) -> QTextLayout:
    shown = _windowed(match, width, wearing)
    layout = QTextLayout(shown.text, wearing.metrics.font(TextSize.CAPTION))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    mirrored = direction is Qt.LayoutDirection.RightToLeft
    edge = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    layout.setFormats([_marked(start, end, wearing) for start, end in shown.spans])
    layout.beginLayout()
    layout.createLine().setLineWidth(width)
    layout.endLayout()
    return layout


def _windowed(match: Match, width: int, wearing: Look) -> Match:
    """The part of the snippet that fits: from a little before the first hit, with ellipses where something is cut."""
    text = "".join(" " if sign.isspace() else sign for sign in match.text)
    measure = wearing.metrics.measure(TextSize.CAPTION, True)
    start = 0
    if match.spans and measure.horizontalAdvance(text[: match.spans[0][1]]) > width:
        start = max(0, match.spans[0][0] - _BEFORE)
    lead = "…" if start else ""
    shown = measure.elidedText(lead + text[start:], Qt.TextElideMode.ElideRight, width)
    shift = len(lead) - start
    spans = ((max(0, first + shift), min(len(shown), last + shift)) for first, last in match.spans)
    return Match(shown, tuple((first, last) for first, last in spans if first < last))


def _marked(start: int, end: int, wearing: Look) -> QTextLayout.FormatRange:
    letters = QTextCharFormat()
    letters.setForeground(wearing[Role.ACCENT])
    letters.setFontWeight(QFont.Weight.DemiBold)
    letters.setFontUnderline(True)
    mark = QTextLayout.FormatRange()
    mark.start, mark.length, mark.format = start, end - start, letters
    return mark
