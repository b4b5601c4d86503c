"""Times one could offer, to be ticked.

Public: ``TimesList(name)`` with ``show_times(times, said, chosen)``, ``chosen()`` and the signal ``changed``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from otnet_desktop.domain.availability import Span
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP

ROWS = 7
SPAN_ROLE = Qt.ItemDataRole.UserRole


class TimesList(QListWidget):
    """A box for each time; Space ticks."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(ROWS * (look().metrics.line() + 3 * STEP))
        self.itemChanged.connect(self._told)

    def show_times(self, times: Sequence[Span], said: Callable[[Span], str], chosen: Collection[Span]) -> None:
        """Show these; the first that is ticked is in sight. Where nothing changes, one stays where one is."""
        wanted = [(said(span), span, span in chosen) for span in times]
        if wanted == self._shown():
            return
        with QSignalBlocker(self):
            self.clear()
            for text, span, is_chosen in wanted:
                item = QListWidgetItem(text)
                item.setData(SPAN_ROLE, span)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
                self.addItem(item)
        first = next((row for row, span in enumerate(times) if span in chosen), 0)
        self.setCurrentRow(first if times else -1)
        if times:
            self.scrollToItem(self.item(first), QAbstractItemView.ScrollHint.PositionAtTop)

    def chosen(self) -> list[Span]:
        """What is ticked, earliest first."""
        items = [self.item(row) for row in range(self.count())]
        return sorted(item.data(SPAN_ROLE) for item in items if item.checkState() is Qt.CheckState.Checked)

    def _shown(self) -> list[tuple[str, Span, bool]]:
        items = [self.item(row) for row in range(self.count())]
        return [(i.text(), i.data(SPAN_ROLE), i.checkState() is Qt.CheckState.Checked) for i in items]

    def _told(self, _item: QListWidgetItem) -> None:
        self.changed.emit()
