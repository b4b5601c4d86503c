"""A small pill that says a state: "thank today", "waiting 2 d".

Public: ``tag_size(text)``, ``paint_tag(painter, rect, text, tone)`` for delegates, and the widget ``Tag(text, tone)``
with ``show_state(text, tone)``. The tone supports the text; it never stands for it.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.painting import paint_panel
from otnet_desktop.ui.theme.tokens import Tone

_PADDING = 2 * STEP


def tag_size(text: str, tone: Tone = Tone.QUIET) -> QSize:
    """How much room the pill wants; nothing for an empty text."""
    metrics = look().metrics
    if not text:
        return QSize(0, 0)
    width = metrics.width(text, TextSize.SMALL, _is_bold(tone))
    return QSize(width + 2 * _padding(tone), metrics.line(TextSize.SMALL) + STEP)


def paint_tag(painter: QPainter, rect: QRect, text: str, tone: Tone) -> None:
    """Paint the pill over the whole of ``rect``; a longer text is cut with an ellipsis. A quiet one has no ground."""
    if not text:
        return
    metrics = look().metrics
    if tone is not Tone.QUIET:
        paint_panel(painter, rect, tone.tint, radius=6)
    inner = rect.adjusted(_padding(tone), 0, -_padding(tone), 0)
    painter.setFont(metrics.font(TextSize.SMALL, _is_bold(tone)))
    painter.setPen(look()[tone.ink])
    shown = metrics.elide(text, inner.width(), TextSize.SMALL, _is_bold(tone))
    painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, shown)


class Tag(QWidget):
    """The pill as a widget. Its text is its accessible name."""

    def __init__(self, text: str = "", tone: Tone = Tone.QUIET, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_state(text, tone)

    def show_state(self, text: str, tone: Tone = Tone.QUIET) -> None:
        """Say another state; an empty one hides the pill."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        return tag_size(self._text, self._tone)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill."""
        with QPainter(self) as painter:
            paint_tag(painter, self.rect(), self._text, self._tone)


def _is_bold(tone: Tone) -> bool:
    return tone is Tone.DUE


def _padding(tone: Tone) -> int:
    return 0 if tone is Tone.QUIET else _PADDING
