"""What is on the screen first: the grounds of the window and the top of the list, painted in one go.

Public: ``FirstFrame(look, people, chosen, place)`` and its signal ``painted``. The real window stands in its place a
moment later, with the same people at the same spots.

Nothing here may touch Qt's own namespace, whose enumerations take longer than all of this. So there are no pens, as
setting one asks for them: each ink is a layer of its own, a widget whose text has that colour. Grounds are brushes out
of a palette. A test watches over it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPalette
from PySide6.QtWidgets import QWidget

from otnet_desktop.ui.theme.literal import isolated, one_line
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.initials import initials_of, tint_of

if TYPE_CHECKING:
    from PySide6.QtGui import QBrush, QColor, QFont, QPaintEvent, QResizeEvent

    from otnet_desktop.domain.first_person import FirstPerson
    from otnet_desktop.ui.geometry import Place
    from otnet_desktop.ui.theme.look import Look

MARGIN = 3 * STEP
LEADING, CENTRED = 0x181, 0x184
"""``Qt.AlignmentFlag`` as numbers: one line in the middle of its height, at the leading edge or centred."""


class FirstFrame(QWidget):
    """Who is there, until there is a list. ``place`` is where it was last; ``chosen`` is somebody's id or 0."""

    painted = Signal()
    """It is on the screen; told once."""

    def __init__(self, look: Look, people: Sequence[FirstPerson], chosen: int, place: Place | None) -> None:
        super().__init__()
        self.people = people
        self._look = look
        self._chosen = chosen
        self._place = place
        self._inks: dict[Role, _Ink] = {}
        self._is_painted = False

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Write what has room in this size."""
        for ink in self._inks.values():
            ink.lines.clear()
        for rect, person in self._rows():
            self._write(rect, person)
        for ink in self._inks.values():
            ink.resize(self.size())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What is under the writing."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._fill(painter, self.rect(), Role.SIDE)
            if self.people:
                x, y, width, height, _first = self._where()
                left, right = (0, x + width) if self.isRightToLeft() else (x, self.width())
                self._fill(painter, QRect(left, y, right - left, height), Role.GROUND)
                self._fill(painter, QRect(x, y, width, height), Role.PANEL)
            for rect, person in self._rows():
                if person.id == self._chosen:
                    self._fill(painter, rect, Role.ACCENT_TINT)
                self._fill(painter, QRect(rect.x(), rect.bottom(), rect.width(), 1), Role.HAIRLINE)
                disc = QPainterPath()
                disc.addEllipse(QRectF(self._face(rect)))
                painter.fillPath(disc, self._brush(tint_of(person.ref).tint))
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def _where(self) -> Place:
        """Where the list is; as drawn in a window that nobody has changed yet."""
        if self._place is not None:
            return self._place
        x, y, width, first, below = map(self._look.metrics.shape, (75, 73, 330, 147, 88))
        return (self.width() - x - width if self.isRightToLeft() else x), y, width, self.height() - y - below, first

    def _rows(self) -> Iterator[tuple[QRect, FirstPerson]]:
        x, y, width, height, first = self._where()
        row = self._look.metrics.row_height()
        for number, person in enumerate(self.people[: max(0, y + height - first) // row]):
            yield QRect(x, first + number * row, width, row), person

    def _face(self, row: QRect) -> QRect:
        side = self._look.metrics.face
        x = row.right() + 1 - MARGIN - side if self.isRightToLeft() else row.x() + MARGIN
        return QRect(x, row.y() + (row.height() - side) // 2, side, side)

    def _write(self, row: QRect, person: FirstPerson) -> None:
        """The initials in the face, and beside it a line or two."""
        metrics, face = self._look.metrics, self._face(row)
        self._line(tint_of(person.ref).ink, face, CENTRED, metrics.font(bold=True), initials_of(person.name))
        title, headline = (person.name, person.headline) if person.name else (person.headline, "")
        upper, lower = metrics.line(), metrics.line(TextSize.CAPTION)
        y = row.y() + (row.height() - upper - (lower + 1 if headline else 0)) // 2
        x, room = row.x() + 2 * MARGIN + face.width(), row.width() - 3 * MARGIN - face.width()
        if self.isRightToLeft():
            x = row.x() + MARGIN
        self._line(Role.TEXT, QRect(x, y, room, upper), LEADING, metrics.font(bold=person.due), title)
        below = QRect(x, y + upper + 1, room, lower)
        self._line(Role.SOFT, below, LEADING, metrics.font(TextSize.CAPTION), headline)

    def _line(self, ink: Role, rect: QRect, flags: int, font: QFont, text: str) -> None:
        if ink not in self._inks:
            self._inks[ink] = _Ink(self, self._look[ink])
        self._inks[ink].lines.append((rect, flags, font, isolated(one_line(text))))

    def _fill(self, painter: QPainter, rect: QRect, ground: Role) -> None:
        painter.setBackground(self._brush(ground))
        painter.eraseRect(rect)

    def _brush(self, ground: Role) -> QBrush:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, self._look[ground])
        return palette.brush(QPalette.ColorRole.Base)


class _Ink(QWidget):
    """Lines of text in one colour: where, with which flags, in which font, what. What has no room is cut off."""

    def __init__(self, frame: FirstFrame, colour: QColor) -> None:
        super().__init__(frame)
        self.lines: list[tuple[QRect, int, QFont, str]] = []
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        self.setPalette(palette)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write them."""
        with QPainter(self) as painter:
            for rect, flags, font, text in self.lines:
                painter.setFont(font)
                painter.drawText(rect, flags, text)
