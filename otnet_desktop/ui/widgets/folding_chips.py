"""Filters that take two lines, or one where the text is large; what has no room there is behind "More".

Public: ``FoldingChips(name)``, an exclusive ``ChipRow``. "More" is the last stop of its arrows; it says which of its
filters is on.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.widgets.accessible_rows import sentence
from otnet_desktop.ui.widgets.chip import Chip
from otnet_desktop.ui.widgets.chip_row import ChipItem, ChipRow

LARGE = 1.5
"""From this ratio of the text on a second line would take the list's own room."""


class _More(Chip):
    """Filled while one of its filters is on; opening the menu switches nothing."""

    def nextCheckState(self) -> None:  # noqa: N802
        """A press only opens the menu."""


class FoldingChips(ChipRow):
    """Exactly one filter is on, in the row or in the menu."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, exclusive=True, parent=parent)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self._menu.triggered.connect(self._choose)
        self._more = _More("", self.tr("More"), parent=self)
        self._more.setMenu(self._menu)
        self._more.setProperty("menu", "true")
        self._more.stepped.connect(self._step)
        self._more.hide()
        self._fold_soon = QTimer(self)
        self._fold_soon.setSingleShot(True)
        self._fold_soon.setInterval(0)
        self._fold_soon.timeout.connect(self._fold)

    def show_items(self, items: Sequence[ChipItem]) -> None:
        """Show these filters, as many as there is room for."""
        super().show_items(items)
        self._flow.removeWidget(self._more)
        self._flow.addWidget(self._more)
        self._fold()

    def check(self, *keys: str) -> None:
        """Switch exactly this one on."""
        super().check(*keys)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be more or less room."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room, once the chips have it too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fold_soon.start()

    def folded(self) -> list[Chip]:
        """The filters behind "More"."""
        return [chip for chip in self._chips if chip.isHidden()]

    def _fold(self) -> None:
        inside = self._chips[self._fitting() :]
        on = next((chip for chip in inside if chip.isChecked()), None)
        self._more.setText(on.text() if on else self.tr("More"))
        self._more.setAccessibleName(sentence(self.tr("More filters"), on.accessibleName() if on else ""))
        self._more.setChecked(on is not None)
        self._more.setVisible(bool(inside))
        if any(chip.hasFocus() for chip in inside):
            self._more.setFocus(Qt.FocusReason.OtherFocusReason)
        for chip in self._chips:
            chip.setVisible(chip not in inside)
        self._walk.show_buttons([*(chip for chip in self._chips if chip not in inside), self._more])

    def _fitting(self) -> int:
        """How many chips stand in the row; all of them, or as many as leave room for "More"."""
        widths = [chip.sizeHint().width() for chip in self._chips]
        more = max([self._more.sizeHint().width(), *widths])  # it may have to name any of them
        if self._fits(widths):
            return len(widths)
        return next((count for count in range(len(widths) - 1, 0, -1) if self._fits([*widths[:count], more])), 0)

    def _fits(self, widths: Sequence[int]) -> bool:
        lines, used, room = 1, 0, self.width()
        for width in widths:
            if used and used + self._flow.spacing() + width > room:
                lines, used = lines + 1, 0
            used += width + (self._flow.spacing() if used else 0)
        return lines <= (1 if look().metrics.ratio >= LARGE else 2)

    def _fill(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        for chip in self.folded():
            action = group.addAction(chip.text())
            action.setCheckable(True)
            action.setChecked(chip.isChecked())
            action.setData(chip.key)
            self._menu.addAction(action)

    def _choose(self, action: QAction) -> None:
        self.check(str(action.data()))
        self.changed.emit()
