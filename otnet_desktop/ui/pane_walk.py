"""F6: from pane to pane, to where one was in each.

Public: ``PaneWalk(panes)`` with ``go(step)``, ``go_to(pane)`` and ``pane_of(widget)``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

PanesInOrder = Callable[[], Sequence[QWidget]]
REASON = Qt.FocusReason.TabFocusReason
"""As with Tab, so that the focus is seen."""


class PaneWalk(QObject):
    """Remembers which control had the focus in each pane. ``panes`` answers them in order, hidden ones too."""

    def __init__(self, panes: PanesInOrder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panes = panes
        self._last: dict[QWidget, QWidget] = {}

    def remember(self, _old: QWidget | None, now: QWidget | None) -> None:
        """The focus moved; to be connected to the application's ``focusChanged``."""
        self._last = {pane: last for pane, last in self._last.items() if isValid(pane) and isValid(last)}
        pane = self.pane_of(now)
        if pane is not None and now is not None:
            self._last[pane] = now

    def go(self, step: int) -> None:
        """To the next pane (1) or the one before (-1) that is shown and can take the focus."""
        panes = [pane for pane in self._panes() if pane.isVisible()]
        here = self.pane_of(QApplication.focusWidget())
        start = panes.index(here) if here in panes else (-1 if step > 0 else 0)
        for distance in range(1, len(panes) + 1):
            if self.go_to(panes[(start + step * distance) % len(panes)]):
                return

    def go_to(self, pane: QWidget, first: QWidget | None = None) -> bool:
        """Into a pane: to where one was, else to ``first`` or its first control. Whether there was any."""
        last = self._last.get(pane)
        if last is not None and isValid(last) and last.isVisible() and last.isEnabled() and pane.isAncestorOf(last):
            last.setFocus(REASON)
            return True
        if first is not None:
            first.setFocus(REASON)
            return True
        for widget in [pane, *pane.findChildren(QWidget)]:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
                widget.setFocus(REASON)
                return True
        return False

    def pane_of(self, widget: QWidget | None) -> QWidget | None:
        """The pane a control belongs to. While a window goes, the focus moves among what is half gone already."""
        if widget is None or not isValid(widget):
            return None
        panes = (pane for pane in self._panes() if isValid(pane))
        return next((pane for pane in panes if pane is widget or pane.isAncestorOf(widget)), None)
