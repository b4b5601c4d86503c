"""One entry of the timeline, painted: a dot with an icon on the line of time, a title, details, a quotation.

Public: ``StoryRow`` (what is shown), ``StoryRowDelegate(view)`` and ``spoken(row)`` for ``AccessibleTextRole``.

The model gives a ``StoryRow`` under ``accessible_rows.OBJECT_ROLE``. Rows are as high as their text; the view is a
``QListView`` with ``setResizeMode(Adjust)``, ``setVerticalScrollMode(ScrollPerPixel)`` and no horizontal scroll bar.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from otnet_desktop.ui.theme.icons import pixmap
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.painting import SINGLE_LINE, paint_panel, paint_ring
from otnet_desktop.ui.theme.tokens import Role, Tone
from otnet_desktop.ui.widgets.accessible_rows import OBJECT_ROLE, sentence
from otnet_desktop.ui.widgets.wrapped_text import height_of, wrapped

_MARGIN = 3 * STEP
_DOT = 22
_TITLE_LINES, _DETAIL_LINES, _QUOTE_LINES, _BODY_LINES = 2, 3, 5, 200


@dataclass(frozen=True, slots=True)
class StoryRow:
    """What an entry says. A divider shows only its ``title`` ("Today, 20 March").

    ``future`` entries have an open dot: they have not happened yet. ``quote`` is shown as the person's own
    words, each line for itself; ``body`` is a whole text, shown while somebody reads it in place.
    """

    id: str
    title: str
    icon: str = "note"
    tone: Tone = Tone.ACCENT
    details: str = ""
    quote: str = ""
    body: str = ""
    is_divider: bool = False
    future: bool = False


def spoken(row: StoryRow) -> str:
    """The entry as one sentence; its quotation is the description."""
    return sentence(row.title, row.details)


class StoryRowDelegate(QStyledItemDelegate):
    """Paints ``StoryRow`` with its own selection, hover and focus."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as the view, as high as the text."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        row: StoryRow | None = index.data(OBJECT_ROLE)
        return QSize(width, height_at(row, width, option.direction) if row else 0)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the entry, wholly within its rectangle."""
        row: StoryRow | None = index.data(OBJECT_ROLE)
        if row is None:
            return
        rect, state, direction = option.rect, option.state, option.direction
        painter.save()
        painter.setClipRect(rect)
        painter.setLayoutDirection(direction)
        ground = rect.adjusted(STEP, 1, -STEP, -1)
        if state & QStyle.StateFlag.State_Selected:
            paint_panel(painter, ground, Role.ACCENT_TINT)
        elif state & QStyle.StateFlag.State_MouseOver and not row.is_divider:
            paint_panel(painter, ground, Role.QUIET_TINT)
        if row.is_divider:
            _paint_divider(painter, rect, row, direction)
        else:
            _paint_time(painter, rect, row, direction, is_first=index.row() == 0)
            _paint_text(painter, rect, row, direction)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, ground)
        painter.restore()


def height_at(row: StoryRow, width: int, direction: Qt.LayoutDirection) -> int:
    """How high the entry is in a view of ``width``."""
    metrics = look().metrics
    if row.is_divider:
        return metrics.line(TextSize.CAPTION) + 4 * STEP
    text = sum(height_of(layout) + 2 for layout, _ in _paragraphs(row, _text_width(width), direction))
    return max(text, metrics.shape(_DOT)) + 3 * STEP


def _text_x() -> int:
    return _MARGIN + look().metrics.shape(_DOT) + 2 * STEP + STEP // 2


def _text_width(width: int) -> int:
    return max(look().metrics.shape(80), width - _text_x() - _MARGIN)


def _paragraphs(row: StoryRow, width: int, direction: Qt.LayoutDirection) -> list[tuple[QTextLayout, Role]]:
    """What stands under one another, each laid out and with its ink."""
    found = [(wrapped(row.title, TextSize.BODY, True, width, _TITLE_LINES, direction), Role.TEXT)]
    if row.details:
        found.append((wrapped(row.details, TextSize.CAPTION, False, width, _DETAIL_LINES, direction), Role.SOFT))
    if row.quote:
        quotation = QCoreApplication.translate("StoryRow", "“{words}”")
        quoted = "\n".join(quotation.format(words=line) for line in row.quote.splitlines())
        found.append((wrapped(quoted, TextSize.BODY, False, width, _QUOTE_LINES, direction), Role.TEXT))
    if row.body:
        found.append((wrapped(row.body, TextSize.BODY, False, width, _BODY_LINES, direction), Role.TEXT))
    return found


def _paint_text(painter: QPainter, rect: QRect, row: StoryRow, direction: Qt.LayoutDirection) -> None:
    width = _text_width(rect.width())
    place = QRect(rect.x() + _text_x(), rect.y() + STEP, width, rect.height())
    corner = QStyle.visualRect(direction, rect, place).topLeft()
    for layout, ink in _paragraphs(row, width, direction):
        painter.setPen(look()[ink])
        layout.draw(painter, QPointF(corner))
        corner.setY(corner.y() + height_of(layout) + 2)


def _paint_time(painter: QPainter, rect: QRect, row: StoryRow, direction: Qt.LayoutDirection, is_first: bool) -> None:
    """The line of time and the dot on it."""
    wearing = look()
    size = wearing.metrics.shape(_DOT)
    top = rect.y() + STEP
    dot = QStyle.visualRect(direction, rect, QRect(rect.x() + _MARGIN, top, size, size))
    start = top if is_first else rect.y()
    painter.fillRect(QRect(dot.center().x(), start, 2, rect.bottom() + 1 - start), wearing[Role.HAIRLINE])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(wearing[Role.PANEL if row.future else row.tone.tint])
    painter.setPen(QPen(wearing[row.tone.ink], 1.5) if row.future else Qt.PenStyle.NoPen)
    painter.drawEllipse(QRectF(dot).adjusted(0.75, 0.75, -0.75, -0.75))
    inner = round(size * 0.62)
    corner = QPointF(dot.x() + (size - inner) / 2, dot.y() + (size - inner) / 2)
    painter.drawPixmap(corner, pixmap(row.icon, row.tone.ink, inner))


def _paint_divider(painter: QPainter, rect: QRect, row: StoryRow, direction: Qt.LayoutDirection) -> None:
    metrics = look().metrics
    inner = rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
    width = min(metrics.width(row.title, TextSize.CAPTION, True), inner.width())
    painter.setFont(metrics.font(TextSize.CAPTION, True))
    painter.setPen(look()[Role.ACCENT])
    place = QStyle.visualRect(direction, inner, QRect(inner.x(), inner.y(), width, inner.height()))
    painter.drawText(place, SINGLE_LINE, metrics.elide(row.title, width, TextSize.CAPTION, True))
    start = inner.x() + width + 2 * STEP
    line = QRect(start, inner.center().y(), max(0, inner.right() - start), 1)
    painter.fillRect(QStyle.visualRect(direction, inner, line), look()[Role.ACCENT])
