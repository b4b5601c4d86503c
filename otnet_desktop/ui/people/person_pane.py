"""Everything about one person: who they are, how far you have come, the one next step, why you write, what you know.

Public: ``PersonPane(workspace, bridge, intents)`` with ``show_person(person)`` (0 for nobody), ``person`` and
``save_now()``. What is typed is saved before somebody else is shown and before the window closes.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.people import Person, PersonId, Status
from otnet_desktop.domain.research import GATED_PURPOSES
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.journey_stops import stops_of
from otnet_desktop.ui.people.person_actions import PersonActions
from otnet_desktop.ui.people.person_header import WRITING_CLOSED, PersonHeader
from otnet_desktop.ui.people.purpose_strip import PurposeStrip
from otnet_desktop.ui.people.status_banner import StatusBanner
from otnet_desktop.ui.people.step_taker import StepTaker
from otnet_desktop.ui.research.place_card import PlaceCard
from otnet_desktop.ui.research.research_card import ResearchCard
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.empty_state import EmptyState
from otnet_desktop.ui.widgets.journey_bar import JourneyBar
from otnet_desktop.ui.widgets.scrolled import scrolled

SHOWN = frozenset({Room.PEOPLE, Room.RESEARCH, Room.REMINDERS, Room.JOURNEY, Room.PREFERENCES})
"""What a change must touch to be seen here; meetings and messages change the reminders too."""

READABLE_WIDTH = 760
"""As drawn; lines longer than that are tiring to read."""

MINUTE_MS = 60_000


class PersonPane(QWidget):
    """The middle of the window."""

    def __init__(self, workspace: Workspace, bridge: Bridge, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_help(self, "getting-started")
        self._workspace = workspace
        self._intents = intents
        self._asked_for = PersonId(0)
        self._shown: Person | None = None
        self.setAccessibleName(self.tr("Person"))
        self._header = PersonHeader()
        self._banner = StatusBanner()
        self._journey = JourneyBar()
        self._purpose = PurposeStrip(workspace, intents)
        self._research = ResearchCard(workspace, intents)
        self._place = PlaceCard(workspace, intents)
        self._actions = PersonActions(workspace, intents, self._header, self)
        self._steps = StepTaker(workspace, intents, self)
        self._steps.say_why.connect(self._purpose.ask_why)
        self._steps.ask_gatekeeper.connect(self._purpose.ask_gatekeeper)
        self._steps.note_one_thing.connect(self._research.note_one_thing)
        self._steps.choose_cadence.connect(self._choose_cadence)
        self._banner.reopened.connect(self._actions.reopen)
        self._nobody = EmptyState(
            "people",
            self.tr("Choose somebody"),
            self.tr("Here you see how far you have come with a person, the one next step, and what you know."),
        )
        self._clock = QTimer(self)
        self._clock.setInterval(MINUTE_MS)
        self._clock.timeout.connect(self._show_time)
        self._assemble()
        bridge.changed.connect(self._changed)
        intents.lift_wanted.connect(self._lift)
        intents.cadence_wanted.connect(self._ask_cadence)
        for wanted in (intents.log_wanted, intents.meeting_wanted, intents.times_wanted, intents.compose_wanted):
            wanted.connect(self.save_now)  # what one goes on to do knows what was just typed

    def _assemble(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(4 * STEP)
        top = (self._header, self._banner, self._journey, self._steps.card)
        for widget in (*top, self._purpose, self._research, self._place):
            column.addWidget(widget)
        column.addStretch(1)
        page = QWidget()
        page.setMaximumWidth(look().metrics.shape(READABLE_WIDTH))
        page.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(5 * STEP, 5 * STEP, 5 * STEP, 5 * STEP)
        row.addStretch(1)
        row.addWidget(page, 1000)
        row.addStretch(1)
        self._scroll = scrolled(middle)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._nobody)
        self._stack.addWidget(self._scroll)

    @property
    def person(self) -> PersonId:
        """Who is shown; 0 for nobody."""
        return self._shown.id if self._shown else PersonId(0)

    def show_person(self, person: int) -> None:
        """Show somebody, or (0) nobody. What was being typed is saved first."""
        if person != self.person:
            self.save_now()
            self._scroll.verticalScrollBar().setValue(0)
        self._asked_for = PersonId(person)
        self._look_at(self._asked_for)

    def next_step(self) -> QWidget:
        """The button of the one next step, which may be hidden."""
        return self._steps.card.button

    def save_now(self) -> None:
        """Save everything that is being typed."""
        if self._shown is not None:
            self._purpose.save_now()
            self._research.save_now()
            self._place.save_now()

    def _look_at(self, person: PersonId) -> None:
        try:
            found = self._workspace.people.get(person)
        except NotFound:
            self._shown = None
            self._stack.setCurrentWidget(self._nobody)
            return
        is_another = self._shown is None or self._shown.id != person
        self._shown = found
        place = self._workspace.people.place(found.profile)
        outlook = self._workspace.people.outlook(person)
        research = self._workspace.research.of(person)
        cadence = self._workspace.people.cadence(person)
        self._header.show_person(found, place, self._workspace.clock.now())
        self._banner.show_status(found.status, found.profile.short_name)
        self._journey.show_stops(stops_of(outlook, research))
        self._journey.setVisible(found.status is Status.ACTIVE)
        self._actions.show_person(found, cadence)
        self._steps.show_step(found, outlook, research, cadence)
        if is_another:
            self._purpose.show_person(person)
        self._purpose.look_again(research)
        self._purpose.setVisible(found.status not in WRITING_CLOSED or research.purpose is not None)
        self._research.show_person(found, place)
        self._research.look_again(research)
        asks_gate = research.purpose is not None and research.purpose.kind in GATED_PURPOSES
        self._place.show_place(self._workspace.places.named(found.profile.current.organisation), asks_gate)
        self._stack.setCurrentWidget(self._scroll)

    def _changed(self, changed: Changed) -> None:
        """Look again; somebody deleted here comes back here when that is undone."""
        if self._asked_for and changed.rooms & SHOWN and changed.concerns(self._asked_for):
            self._look_at(self._asked_for)

    def _lift(self, path: str) -> None:
        """A text file was let go on the window: it is about whoever is shown."""
        if self._shown is None:
            self._intents.said.emit(self.tr("Choose somebody first; then let the text go here again."))
        else:
            self._research.lifter.lift_file(path)

    def _choose_cadence(self) -> None:
        self._actions.choose_cadence(self._steps.card.button)

    def _ask_cadence(self) -> None:
        self._actions.choose_cadence(self._header.more)

    def _show_time(self) -> None:
        if self._shown is not None:
            self._header.show_time(self._workspace.clock.now())

    def showEvent(self, event: QShowEvent) -> None:
        """Their clock runs only while it can be seen."""
        super().showEvent(event)
        self._show_time()
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: save, and stop the clock."""
        super().hideEvent(event)
        self._clock.stop()
        self.save_now()
