"""A person in the contact list, painted.

Public: ``Match(text, spans)`` (why a row was found), ``PersonRow`` (what is shown), ``PersonRowDelegate(view)`` with
``row_height(searching)`` for the view's fixed rows, and ``spoken(row)`` for ``AccessibleTextRole``.

The model gives a ``PersonRow`` under ``accessible_rows.OBJECT_ROLE``. In a row high enough for three lines the reason
of a match has its own line; in a lower one it takes the place of the headline.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from otnet_desktop.ui.theme.literal import literal_tip
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.painting import SINGLE_LINE, paint_ring
from otnet_desktop.ui.theme.tokens import Role, Tone
from otnet_desktop.ui.widgets.accessible_rows import OBJECT_ROLE, sentence
from otnet_desktop.ui.widgets.face import paint_face
from otnet_desktop.ui.widgets.initials import initials_of
from otnet_desktop.ui.widgets.match import Match
from otnet_desktop.ui.widgets.tag import paint_tag, tag_size

_BAR = STEP
_MARGIN = 3 * STEP
_WIDE = 190
"""As drawn: with less room beside the face the pill goes under the name, so that the name stays readable."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """What a row says. ``headline`` is "role · place"; the pill says stage or next step; all of it may be empty.

    ``face`` is whose initials are shown, where the row's name is not a person's.
    """

    id: int
    name: str
    initials_tint: Tone
    headline: str = ""
    pill_text: str = ""
    pill_tone: Tone = Tone.QUIET
    due: bool = False
    matched: Match | None = None
    face: str = ""


def spoken(row: PersonRow) -> str:
    """The row as one sentence."""
    return sentence(row.name, row.headline, row.pill_text)


class PersonRowDelegate(QStyledItemDelegate):
    """Paints ``PersonRow`` with its own selection, hover and focus."""

    def row_height(self, searching: bool = False) -> int:
        """For the view: all rows are equally high, higher while a search shows its reasons."""
        return look().metrics.row_height(3 if searching else 2)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """For views that ask row by row; the list itself sets one height for all."""
        row: PersonRow | None = index.data(OBJECT_ROLE)
        searching = row is not None and row.matched is not None
        return QSize(look().metrics.shape(240), self.row_height(searching))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row, wholly within its rectangle."""
        row: PersonRow | None = index.data(OBJECT_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        direction: Qt.LayoutDirection = option.direction
        painter.save()
        painter.setClipRect(rect)
        painter.setLayoutDirection(direction)
        _paint_ground(painter, rect, state, direction)
        if row is not None:
            _paint_row(painter, rect, row, direction)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell in full what the row has no room for."""
        row: PersonRow | None = index.data(OBJECT_ROLE)
        if event.type() is not QEvent.Type.ToolTip or row is None or not is_cut(row, option.rect):
            return super().helpEvent(event, view, option, index)
        told = "\n".join(text for text in (row.name, row.headline) if text)
        QToolTip.showText(event.globalPos(), literal_tip(told), view)
        return True


def is_cut(row: PersonRow, rect: QRect) -> bool:
    """Whether the name or the headline does not fit into a row of that rectangle."""
    metrics = look().metrics
    place = _Places(rect, Qt.LayoutDirection.LeftToRight)
    pill = tag_size(row.pill_text, row.pill_tone).width()
    beside = place.room >= metrics.shape(_WIDE)
    used = min(pill, _pill_room(row, place.room) if beside else place.room) + 2 * STEP if pill else 0
    name = metrics.width(row.name or row.headline, bold=row.due)
    headline = metrics.width(row.headline, TextSize.CAPTION)
    return name > place.room - used * beside or headline > place.room - used


def _paint_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag, direction: Qt.LayoutDirection) -> None:
    wearing = look()
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, wearing[Role.ACCENT_TINT])
        bar = QRect(rect.x(), rect.y(), _BAR, rect.height())
        painter.fillRect(QStyle.visualRect(direction, rect, bar), wearing[Role.ACCENT])
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, wearing[Role.QUIET_TINT])
    painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), wearing[Role.HAIRLINE])


class _Places:
    """Where things go in a row: logical rectangles turned round where people read from right to left."""

    def __init__(self, rect: QRect, direction: Qt.LayoutDirection) -> None:
        self.inner = rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        self.direction = direction
        self._is_as_read = direction is Qt.LayoutDirection.LeftToRight
        self.x = self.inner.x() + look().metrics.face + _MARGIN
        self.room = self.inner.x() + self.inner.width() - self.x

    def __call__(self, x: int, y: int, width: int, height: int) -> QRect:
        rect = QRect(x, y, width, height)
        return rect if self._is_as_read else QStyle.visualRect(self.direction, self.inner, rect)


def _paint_row(painter: QPainter, rect: QRect, row: PersonRow, direction: Qt.LayoutDirection) -> None:
    metrics = look().metrics
    place = _Places(rect, direction)
    top = rect.y() + (rect.height() - metrics.face) // 2
    face = place(place.inner.x(), top, metrics.face, metrics.face)
    paint_face(painter, face, initials_of(row.face or row.name), row.initials_tint)

    title, headline = (row.name, row.headline) if row.name else (row.headline, "")
    beside = place.room >= metrics.shape(_WIDE)
    softer = _softer_lines(bool(headline) or not beside, row.matched, rect.height())
    height = metrics.line() + softer * (metrics.line(TextSize.CAPTION) + 1)
    y = rect.y() + (rect.height() - height) // 2
    width = place.room
    if beside:
        width -= _paint_pill(painter, place, row, rect.y(), rect.height(), at_end=True)
    painter.setFont(metrics.font(bold=row.due))
    painter.setPen(look()[Role.TEXT])
    shown = metrics.elide(title, width, bold=row.due)
    painter.drawText(place(place.x, y, width, metrics.line()), SINGLE_LINE, shown)
    _paint_softer(painter, place, row, headline, y + metrics.line() + 1, width, softer)


def _paint_softer(
    painter: QPainter, place: _Places, row: PersonRow, headline: str, y: int, width: int, lines: int
) -> None:
    """The lines under the name: the headline (after the pill where that has no room beside), then the match."""
    metrics = look().metrics
    line = metrics.line(TextSize.CAPTION)
    x = place.x
    if not row.matched or lines > 1:
        if width == place.room:
            pill = _paint_pill(painter, place, row, y, line, at_end=False)
            x, width = x + pill, width - pill
        painter.setFont(metrics.font(TextSize.CAPTION))
        painter.setPen(look()[Role.SOFT])
        painter.drawText(place(x, y, width, line), SINGLE_LINE, metrics.elide(headline, width, TextSize.CAPTION))
        y += line + 1
    if row.matched:
        from otnet_desktop.ui.widgets.match_line import paint_match  # the first frame has no search in it

        paint_match(painter, place(place.x, y, width, line), row.matched, place.direction)


def _paint_pill(painter: QPainter, place: _Places, row: PersonRow, y: int, height: int, at_end: bool) -> int:
    """The pill in the middle of that height; answers how much room it has taken, the gap included."""
    size = tag_size(row.pill_text, row.pill_tone)
    if not size.width():
        return 0
    width = min(size.width(), _pill_room(row, place.room) if at_end else place.room)
    x = place.x + place.room - width if at_end else place.x
    rect = place(x, y + (height - size.height()) // 2, width, size.height())
    paint_tag(painter, rect, row.pill_text, row.pill_tone)
    return width + 2 * STEP


def _pill_room(row: PersonRow, room: int) -> int:
    """How wide a pill beside the name may be: half of the row, or what a short name leaves."""
    name = look().metrics.width(row.name or row.headline, bold=row.due)
    return max(room // 2, room - name - 2 * STEP)


def _softer_lines(headline: bool, matched: Match | None, height: int) -> int:
    """How many softer lines stand under the name."""
    wanted = headline + (matched is not None)
    return min(wanted, 2 if height >= look().metrics.row_height(3) else 1)


__all__ = ["Match", "PersonRow", "PersonRowDelegate", "spoken"]
