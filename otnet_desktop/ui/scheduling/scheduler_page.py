"""Scheduling: the times for one person, and when one is free at all.

Public: ``SchedulerPage(workspace, bridge, intents, person)``; with person 0 only the free times.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.asides import Aside
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.scheduling.days_card import DaysCard
from otnet_desktop.ui.scheduling.free_card import FreeCard
from otnet_desktop.ui.scheduling.offer_card import OfferCard
from otnet_desktop.ui.scheduling.offered_card import OfferedCard
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.widgets.scrolled import scrolled

SHOWN = frozenset({Room.SCHEDULE, Room.MEETINGS, Room.PREFERENCES, Room.PEOPLE, Room.RESEARCH})
BESIDE = 800
"""As drawn: wide enough for two columns."""


class SchedulerPage(Aside):
    """What to offer beside what is free; one above the other in a narrow window."""

    def __init__(
        self,
        workspace: Workspace,
        bridge: Bridge,
        intents: Intents,
        person: PersonId,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        set_help(self, "scheduling")
        self._workspace = workspace
        self.person = person
        self.free = FreeCard(workspace, intents)
        self.days = DaysCard(workspace, intents)
        self.offer: OfferCard | None = None
        self.offered: OfferedCard | None = None
        self.set_title(self.tr("Free times"))
        columns: list[tuple[QWidget, ...]] = [(self.free, self.days)]
        if person:
            name = one_line(workspace.people.get(person).profile.full_name)
            self.set_title(self.tr("Offer times to {name}").format(name=name))
            self.offer = OfferCard(workspace, intents, person)
            self.offered = OfferedCard(workspace, intents, person)
            columns.insert(0, (self.offered, self.offer))
        else:
            columns = [(self.free,), (self.days,)]
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setContentsMargins(0, 0, 3 * STEP, 0)
        self._columns.setSpacing(4 * STEP)
        for cards in columns:
            self._columns.addLayout(_column(cards), 1)
        page = QWidget()
        set_surface(page, Surface.GROUND)
        page.setLayout(self._columns)
        area = scrolled(page)
        self.body.addWidget(area, 1)
        bridge.changed.connect(self._heed)

    def first_field(self) -> QWidget:
        """What they may have chosen, else the times; where nothing is painted yet, the week."""
        if self.offered is not None and self.offered.buttons():
            return self.offered.buttons()[0]
        if self.offer is not None and self.offer.times.count():
            return self.offer.times
        return self.free.grid

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns, or one."""
        super().resizeEvent(event)
        beside = self.width() >= look().metrics.shape(BESIDE)
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _heed(self, changed: Changed) -> None:
        if not changed.rooms & SHOWN:
            return
        self.free.look_again()
        self.days.look_again()
        if self.offer is None or self.offered is None:
            return
        try:
            self._workspace.people.get(self.person)
        except NotFound:
            self.finished.emit()
            return
        self.offer.look_again()
        self.offered.look_again()


def _column(cards: tuple[QWidget, ...]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(3 * STEP)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return column
