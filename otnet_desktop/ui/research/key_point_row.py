"""One key point as it is read: the sentence, where it was seen and when, and how one knows.

Public: ``KeyPointRow(position, point, today)`` with the signals ``edit_wanted(int)``, ``delete_wanted(int)`` and
``move_wanted(int, int)``. The row is one stop of the Tab key: Enter or F2 edits, Delete deletes, Alt+Up and Alt+Down
move; the same is in its menu.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from otnet_desktop.domain.research import KeyPoint
from otnet_desktop.ui.dates import said_day
from otnet_desktop.ui.research.confidence_words import said_confidence
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.painting import paint_ring
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.buttons import icon_button
from otnet_desktop.ui.widgets.links import is_allowed
from otnet_desktop.ui.widgets.plain_label import LinkButton, PlainLabel

DOT = 7


class KeyPointRow(QWidget):
    """A dot, the sentence and its source."""

    edit_wanted = Signal(int)
    delete_wanted = Signal(int)
    move_wanted = Signal(int, int)

    def __init__(self, position: int, point: KeyPoint, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.position = position
        self.point = point
        seen = said_day(point.seen_on, today) if point.seen_on else ""
        self._text = PlainLabel(point.text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(point.text)
        self._known = said_confidence(point.confidence)
        self.setAccessibleDescription(", ".join(part for part in (point.source, seen, self._known) if part))
        self._more = icon_button("more", self.tr("More for this key point"))
        self._more.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._menu = self._made_menu()
        self._more.setMenu(self._menu)
        self._more.setPopupMode(self._more.ToolButtonPopupMode.InstantPopup)
        self._assemble(point, seen)

    def stops(self) -> list[QWidget]:
        """Where Tab stops: the row, and its link if it has one."""
        return [self, *self.findChildren(LinkButton)]

    def _assemble(self, point: KeyPoint, seen: str) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._text)
        source = point.source or point.url.partition("://")[2]
        below = QHBoxLayout()
        below.setSpacing(2 * STEP)
        if is_allowed(point.url):
            link = LinkButton(source, point.url)
            link.setProperty("level", TextSize.CAPTION.value)
            below.addWidget(link)
        elif source:
            below.addWidget(PlainLabel(source, TextSize.CAPTION, "soft"))
        for told in (seen, self._known):
            if told:
                label = PlainLabel(told, TextSize.CAPTION, "soft")
                label.setWordWrap(False)
                below.addWidget(label)
        below.addStretch(1)
        if source or seen or self._known:
            column.addLayout(below)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, STEP, 0, STEP)
        row.setSpacing(STEP)
        row.addSpacing(5 * STEP)  # for the dot; unlike a margin it changes sides with the direction
        row.addLayout(column, 1)
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)

    def _made_menu(self) -> QMenu:
        menu = QMenu(self)
        for text, slot in (
            (self.tr("Edit"), self._edit),
            (self.tr("Move up"), self._up),
            (self.tr("Move down"), self._down),
            (self.tr("Delete"), self._delete),
        ):
            action = QAction(text, menu)
            action.triggered.connect(slot)
            menu.addAction(action)
        return menu

    def _edit(self) -> None:
        self.edit_wanted.emit(self.position)

    def _up(self) -> None:
        self.move_wanted.emit(self.position, -1)

    def _down(self) -> None:
        self.move_wanted.emit(self.position, 1)

    def _delete(self) -> None:
        self.delete_wanted.emit(self.position)

    def event(self, event: QEvent) -> bool:
        """F2 and Delete mean the row here, whatever they mean to the window."""
        own = (Qt.Key.Key_F2, Qt.Key.Key_Delete)
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in own:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Everything the menu does, by keys."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match Qt.Key(event.key()):
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self._edit()
            case Qt.Key.Key_Delete:
                self._delete()
            case Qt.Key.Key_Up if alt:
                self._up()
            case Qt.Key.Key_Down if alt:
                self._down()
            case _:
                super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Edit in place."""
        self._edit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the button."""
        self._menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dot beside the first line, and the ring of the focus."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            dot = look().metrics.shape(DOT)
            top = self._text.geometry().top() + (look().metrics.line() - dot) / 2
            leads = 2.0 * STEP
            x = leads if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else self.width() - leads - dot
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look()[Role.ACCENT])
            painter.drawEllipse(QRectF(x, top, dot, dot))
            if self.hasFocus():
                paint_ring(painter, self.rect().adjusted(1, 1, -1, -1))
