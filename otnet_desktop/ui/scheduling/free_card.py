"""When one is free every week: painted, or as a list.

Public: ``FreeCard(workspace, intents)`` with ``look_again()``. Painting is kept stroke by stroke; one visit is one step
to undo.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QStackedWidget, QWidget

from otnet_desktop.domain.availability import FreeTime
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.scheduling.free_list import FreeList
from otnet_desktop.ui.scheduling.week_grid import WeekGrid
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.segmented import Segmented
from otnet_desktop.ui.words import plural

PAINT, LIST = "paint", "list"


class FreeCard(Card):
    """The same week twice."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Free every week"))
        self._workspace = workspace
        self._intents = intents
        self._sitting: int | None = None
        self.grid = WeekGrid(self.tr("Free times of the week"))
        self.grid.setAccessibleDescription(
            self.tr("Arrows walk, Space paints or clears, Shift with an arrow paints on.")
        )
        self.list = FreeList()
        self.view = Segmented(self.tr("Show free times"), ((PAINT, self.tr("Paint")), (LIST, self.tr("List"))))
        self._hint = PlainLabel(
            self.tr("Drag over the hours in which you could meet. By keyboard: arrows, Space, Shift with an arrow."),
            TextSize.CAPTION,
            "soft",
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self.grid)
        self._pages.addWidget(self.list)
        self.add_to_title(self.view)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._pages)
        self.grid.painted.connect(self._painted)
        self.list.changed.connect(self._listed)
        self.view.chosen.connect(self._turn)
        self.look_again()
        self.grid.show_first()

    def look_again(self) -> None:
        """Show what is kept."""
        weekly = self._workspace.availability.hours().weekly
        self.grid.show_weekly(weekly)
        self.list.show_weekly(weekly)
        minutes = sum(free.end - free.start for free in weekly)
        hours = round(minutes / 60)
        said = plural(hours, self.tr("{n} hour a week"), self.tr("{n} hours a week")) if minutes else ""
        self.set_caption(said)

    def _turn(self, key: str) -> None:
        self._pages.setCurrentWidget(self.grid if key == PAINT else self.list)
        self._hint.setVisible(key == PAINT)

    def _painted(self) -> None:
        self._keep(self.grid.weekly())

    def _listed(self) -> None:
        self._keep(self.list.weekly())

    def _keep(self, weekly: Iterable[FreeTime]) -> None:
        weekly, sitting = tuple(weekly), self._sitting
        self._sitting = attempt(self._intents, lambda: self._workspace.availability.paint(weekly, sitting))
