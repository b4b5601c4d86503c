"""Sizes that follow the system's font, so that nothing is cut when somebody reads at 200 %.

Public: ``TextSize`` (the six steps of type), ``Metrics(font)`` with ``font``, ``line``, ``measure``, ``shape``,
``row_height``, ``face``, ``width``, ``elide``, ``shorten``; ``scaled_font``; the fixed spacing ``STEP`` and radii
``RADIUS``, ``CARD_RADIUS``. All lengths are device-independent pixels.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from PySide6 import QtCore
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics

from otnet_desktop.ui.theme.literal import isolated, one_line

STEP = 4
"""Spacing comes in steps of this."""
RADIUS = 8
CARD_RADIUS = 12
TARGET = 24
"""No target is smaller than this, in either direction."""

ROOM_FOR_A_NAME = 240
"""So that the button fits into the narrowest pane at any size of the text."""

_BODY = 14.0
"""The size the proportions were drawn at; the system's own font takes its place."""


class TextSize(StrEnum):
    """The six steps of type. ``BODY`` is the system's font itself; ``DISPLAY`` is read from an arm's length."""

    SMALL = "small"
    CAPTION = "caption"
    BODY = "body"
    TITLE = "title"
    HEADING = "heading"
    DISPLAY = "display"

    @property
    def ratio(self) -> float:
        """Of the system's font."""
        return _DRAWN[self] / _BODY


_DRAWN = {
    TextSize.SMALL: 12.0,
    TextSize.CAPTION: 13.0,
    TextSize.BODY: _BODY,
    TextSize.TITLE: 16.0,
    TextSize.HEADING: 22.0,
    TextSize.DISPLAY: 30.0,
}


def scaled_font(font: QFont, scale: float) -> QFont:
    """``font`` so many times as large."""
    made = QFont(font)
    if scale == 1.0:
        return made
    if made.pixelSize() > 0:
        made.setPixelSize(max(1, round(made.pixelSize() * scale)))
    else:
        made.setPointSizeF(made.pointSizeF() * scale)
    return made


class Metrics:
    """Fonts and lengths for one base font. Fonts and what measures them are made once: constants."""

    def __init__(self, base: QFont) -> None:
        self.base = QFont(base)
        self.ratio = max(1.0, QFontInfo(base).pixelSize() / _BODY)
        """How much larger than drawn; never smaller, so that targets keep their size beside a small font."""
        self._fonts: dict[tuple[TextSize, bool], QFont] = {}
        self._measures: dict[tuple[TextSize, bool], QFontMetrics] = {}
        self._lines: dict[TextSize, int] = {}
        self._elided: dict[tuple[str, int, TextSize, bool], str] = {}
        self._widths: dict[tuple[str, TextSize, bool], int] = {}

    def font(self, size: TextSize = TextSize.BODY, bold: bool = False) -> QFont:
        """The font of a step of type."""
        key = (size, bold)
        if key not in self._fonts:
            font = scaled_font(self.base, size.ratio)
            if bold:
                font.setWeight(QFont.Weight.DemiBold)
            self._fonts[key] = font
        return self._fonts[key]

    def measure(self, size: TextSize = TextSize.BODY, bold: bool = False) -> QFontMetrics:
        """What measures text in that font."""
        key = (size, bold)
        if key not in self._measures:
            self._measures[key] = QFontMetrics(self.font(size, bold))
        return self._measures[key]

    def line(self, size: TextSize = TextSize.BODY) -> int:
        """The height of a line, bold or not."""
        if size not in self._lines:
            self._lines[size] = max(self.measure(size).height(), self.measure(size, True).height())
        return self._lines[size]

    def width(self, text: str, size: TextSize = TextSize.BODY, bold: bool = False) -> int:
        """How wide ``text`` is on one line. Remembered: delegates ask for the same texts again and again."""
        key = (text, size, bold)
        if key not in self._widths:
            _forget_some(self._widths)
            # eliding counts fractions of pixels that the advance rounds away
            self._widths[key] = self.measure(size, bold).horizontalAdvance(one_line(text)) + 2
        return self._widths[key]

    def elide(self, text: str, width: int, size: TextSize = TextSize.BODY, bold: bool = False) -> str:
        """``text`` on one line of ``width``, cut with an ellipsis if it must be, for painting. Remembered as well."""
        key = (text, width, size, bold)
        if key not in self._elided:
            _forget_some(self._elided)
            measure = self.measure(size, bold)
            self._elided[key] = isolated(measure.elidedText(one_line(text), QtCore.Qt.TextElideMode.ElideRight, width))
        return self._elided[key]

    def shorten(self, name: str) -> str:
        """A name on a button, which cannot cut it by itself; the room does not grow with the text."""
        return self.measure().elidedText(one_line(name), QtCore.Qt.TextElideMode.ElideRight, ROOM_FOR_A_NAME)

    def css(self, size: TextSize) -> str:
        """The same size for a style sheet."""
        font = self.font(size)
        return f"{font.pixelSize()}px" if font.pixelSize() > 0 else f"{font.pointSizeF():.2f}pt"

    def shape(self, drawn: int) -> int:
        """A length of the drawing (an icon, a face, a dot) grown with the font."""
        return round(drawn * self.ratio)

    def row_height(self, lines: int = 2) -> int:
        """The height of a person's row: a name and ``lines - 1`` softer lines; 56 as drawn."""
        text = self.line() + (lines - 1) * (self.line(TextSize.CAPTION) + 1)
        return max(self.shape(56), text + 4 * STEP)

    @property
    def face(self) -> int:
        """The diameter of a face in a list; a person's own page shows ``shape(60)``."""
        return self.shape(38)


_REMEMBERED = 4096


def _forget_some(memory: dict[Any, Any]) -> None:
    """Keep a memory small: at its limit the older half goes."""
    if len(memory) >= _REMEMBERED:
        for key in list(memory)[: _REMEMBERED // 2]:
            del memory[key]
