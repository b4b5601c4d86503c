"""The timeline from afar: one row a month or a year, as long as there were meetings in it.

Public: ``DensityList(workspace, bridge)`` with ``show_grain(grain)``, ``stand_on(day)`` and the signal
``entered(Stretch)`` (Enter or a double click: nearer to it).
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.density import Grain, Stretch
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.timeline.density_model import DensityModel
from otnet_desktop.ui.timeline.density_row import DensityRowDelegate

ROOMS = frozenset({Room.MEETINGS, Room.PEOPLE})


class DensityList(QListView):
    """One stop of the Tab key; read when it is seen."""

    entered = Signal(Stretch)

    def __init__(self, workspace: Workspace, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._grain = Grain.MONTH
        self._is_stale = True
        self._goal: date | None = None
        self.rows = DensityModel(workspace, self)
        self.setAccessibleName(self.tr("Meetings by month or year"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(DensityRowDelegate(self))
        self.setModel(self.rows)
        self.activated.connect(self._enter)
        bridge.changed.connect(self._heed)

    def show_grain(self, grain: Grain) -> None:
        """Months or years; one stays near where one was."""
        stretch = self.rows.stretch_at(self.currentIndex().row())
        if self._goal is None and stretch is not None:
            self._goal = stretch.start
        self._grain = grain
        self._is_stale = True
        if self.isVisible():
            self._read()

    def stand_on(self, day: date) -> None:
        """Go to the stretch that day is in, at the next look."""
        self._goal = day

    def showEvent(self, event: QShowEvent) -> None:
        """Look at what changed meanwhile."""
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def _read(self) -> None:
        self._is_stale = False
        zone = self._workspace.preferences.timing().zone
        today = self._workspace.clock.now().astimezone(zone).date()
        row = self.currentIndex().row()
        self.rows.show_stretches(self._workspace.story.density(self._grain, zone), self._grain, today)
        if self._goal is not None or row < 0:
            row = self.rows.row_of(self._goal or today)
        self._goal = None
        index = self.rows.index(min(row, self.rows.rowCount() - 1))
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _heed(self, changed: Changed) -> None:
        if changed.rooms & ROOMS:
            self._is_stale = True
            if self.isVisible():
                self._read()

    def _enter(self, index: QModelIndex) -> None:
        stretch = self.rows.stretch_at(index.row())
        if stretch is not None:
            self.entered.emit(stretch)
