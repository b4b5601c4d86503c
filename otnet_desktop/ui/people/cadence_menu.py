"""How often a note to somebody is suggested, as a menu.

Public: ``CadenceMenu()`` with ``show_cadence(days)`` and the signal ``chosen(int)``.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from otnet_desktop.ui.people.cadence_words import said_cadence

CADENCES = (0, 60, 90, 120, 180, 365)
"""Days between notes, 0 for never. Career services suggest two to three notes a year."""


class CadenceMenu(QMenu):
    """The usual choices, and what was chosen elsewhere; the present one is ticked."""

    chosen = Signal(int)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._choose)
        for days in CADENCES:
            self._offer(self._group.addAction(""), days)
        self._other = self._group.addAction("")
        self.addActions(self._group.actions())
        self.show_cadence(None)

    def show_cadence(self, days: int | None) -> None:
        """Tick what was chosen; nothing (``None``) where nobody has said anything yet."""
        self._offer(self._other, days or 0)
        self._other.setVisible(days is not None and days not in CADENCES)
        for action in self._group.actions():
            action.setChecked(action.isVisible() and action.data() == days)

    def _offer(self, action: QAction, days: int) -> None:
        often = said_cadence(days) if days else self.tr("off")
        action.setText(often[:1].upper() + often[1:])
        action.setCheckable(True)
        action.setData(days)

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(int(action.data()))
