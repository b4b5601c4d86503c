"""A layout that sets its items like words: side by side, and on the next line when there is no more room.

Public: ``FlowLayout(parent, spacing, centred, between)`` (``between`` lines; the same as ``spacing`` unless
told). Mirrored with the widget's direction; its height follows its width.
"""

from __future__ import annotations

from typing import NamedTuple
from weakref import finalize

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget, QWidgetItem
from shiboken6 import delete, isValid

from otnet_desktop.ui.theme.metrics import STEP


class FlowLayout(QLayout):
    """Items in lines, each at the size it asks for, never wider than the line."""

    def __init__(
        self, parent: QWidget | None = None, spacing: int = 2 * STEP, centred: bool = False, between: int | None = None
    ) -> None:
        self._asked: list[_Size] | None = None
        super().__init__(parent)
        self._centred = centred
        self._between_lines = spacing if between is None else between
        self._items: list[QLayoutItem] = []
        self._taken: list[QLayoutItem] = []
        finalize(self, _delete_all, self._items).atexit = False
        self.setSpacing(spacing)
        self.setContentsMargins(QMargins())

    def addWidget(self, widget: QWidget) -> None:  # noqa: N802
        """Put a widget behind the others.

        The item is made here: for one that Qt makes, Python may take what it remembers of an item that was at the same
        place in memory, and forget it when the page of that one goes.
        """
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Put an item behind the others."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """The item, or nothing past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Let go of the item. It is remembered while it lives: whoever takes it deletes it, and nobody else may."""
        if not 0 <= index < len(self._items):
            return None
        item = self._items.pop(index)
        self._taken = [taken for taken in self._taken if isValid(taken)] + [item]
        return item

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """It takes what it is given."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at ``width``."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Put every item in its place."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def invalidate(self) -> None:
        """Something changed: ask the items for their sizes again."""
        self._asked = None
        super().invalidate()

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        sizes = [size.hint for size in self._sizes()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return self._with_margins(QSize(width, max((size.height() for size in sizes), default=0)))

    def minimumSize(self) -> QSize:  # noqa: N802
        """The widest single item."""
        size = QSize()
        for item in self._sizes():
            size = size.expandedTo(item.least)
        return self._with_margins(size)

    def _sizes(self) -> list[_Size]:
        """What the items that are shown ask for. Qt asks often, and a style sheet answers slowly."""
        if self._asked is None:
            self._asked = [_Size(i, i.sizeHint(), i.minimumSize()) for i in self._items if not i.isEmpty()]
        return self._asked

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, move: bool) -> int:
        """Walk the lines; the height they take, margins included."""
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        y = area.y()
        for line in self._lines(area.width()):
            if y > area.y():
                y += self._between_lines
            if move:
                self._place(line, area, y)
            y += max(size.hint.height() for size, _ in line)
        return y - rect.y() + margins.bottom()

    def _lines(self, room: int) -> list[list[tuple[_Size, int]]]:
        """The items of each line with their widths."""
        lines: list[list[tuple[_Size, int]]] = []
        used = 0
        for size in self._sizes():
            width = min(size.hint.width(), max(room, size.least.width()))
            if lines and used + self.spacing() + width <= room:
                lines[-1].append((size, width))
                used += self.spacing() + width
            else:
                lines.append([(size, width)])
                used = width
        return lines

    def _place(self, line: list[tuple[_Size, int]], area: QRect, y: int) -> None:
        owner = self.parentWidget()
        direction = owner.layoutDirection() if owner else Qt.LayoutDirection.LeftToRight
        used = sum(width for _, width in line) + self.spacing() * (len(line) - 1)
        x = area.x() + (max(0, area.width() - used) // 2 if self._centred else 0)
        for size, width in line:
            place = QRect(QPoint(x, y), QSize(width, size.hint.height()))
            size.item.setGeometry(QStyle.visualRect(direction, area, place))
            x += width + self.spacing()


def _delete_all(items: list[QLayoutItem]) -> None:
    """The layout is gone. Where it lay in another one, Python has left its items to Qt, and Qt leaves them to it."""
    for item in items:
        if isValid(item):
            delete(item)


class _Size(NamedTuple):
    """What an item asks for, and the least it can do with."""

    item: QLayoutItem
    hint: QSize
    least: QSize
