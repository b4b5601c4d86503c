"""A story with what one can do in it: the list, more of it at both ends, its menu, and a way on when it is empty.

Public: ``StoryList(workspace, bridge, intents)`` with ``show_person(person)``, ``show_everyone()``,
``standing_on()`` and the signals ``empty(bool)`` and ``reached(int)``.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.story import StoryEntry
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.scheduling.clash_words import clash_of
from otnet_desktop.ui.timeline.entry_menu import EntryMenu
from otnet_desktop.ui.timeline.story_model import StoryModel
from otnet_desktop.ui.timeline.story_span import EveryoneSpan, PersonSpan, StorySpan
from otnet_desktop.ui.timeline.story_view import StoryView
from otnet_desktop.ui.timeline.teller import Teller
from otnet_desktop.ui.widgets.buttons import quiet_button
from otnet_desktop.ui.widgets.empty_state import EmptyState

ALTERING = frozenset({Room.PEOPLE, Room.MEETINGS, Room.MESSAGES, Room.PROMISES, Room.RESEARCH})
"""Changes after which a story is read again; any other only moves what the words say."""

MINUTE_MS = 60_000


class StoryList(QWidget):
    """One person's story, or everyone's meetings."""

    empty = Signal(bool)
    """Whether it says that there is nothing yet, with buttons of its own."""
    reached = Signal(int)
    """One stands on another entry: whom it is about, as ``standing_on`` tells it."""

    def __init__(self, workspace: Workspace, bridge: Bridge, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents
        self._person = PersonId(0)
        self._span: StorySpan = EveryoneSpan(workspace.story)
        self._names: dict[PersonId, str] = {}
        self._is_stale = True
        self._model = StoryModel(self._teller, self)
        self.view = StoryView(self.tr("Timeline"), self._model)
        self.view.opened.connect(self._open)
        self.view.stepped.connect(self._step)
        self.view.copied.connect(self._copy)
        self.view.menu_wanted.connect(self._show_menu)
        self._menu = EntryMenu(workspace, intents, self)
        self._later = quiet_button(self.tr("Show later"), "chevron-up")
        self._later.clicked.connect(self._show_later)
        self._earlier = quiet_button(self.tr("Show earlier"), "chevron-down")
        self._earlier.clicked.connect(self._show_earlier)
        self._empty = EmptyState("timeline", self.tr("Nothing yet"))
        self._empty.add_button(self.tr("Book a meeting"), primary=True, icon_name="calendar").clicked.connect(
            self._book
        )
        self._empty.add_button(self.tr("Log…"), icon_name="log").clicked.connect(self._log)
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self._follow_time)
        self._assemble()
        self._words_for_empty()
        bridge.changed.connect(self._heed)

    def _assemble(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._later, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.view, 1)
        column.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignHCenter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(page)
        self._stack.addWidget(self._empty)

    def show_person(self, person: PersonId) -> None:
        """One person's story."""
        self._person = person
        self._begin(PersonSpan(self._read_person))

    def standing_on(self) -> int:
        """Whom the entry is about on which one stands; 0: nobody, or several."""
        entry = self._model.entry_at(self.view.current_row())
        return entry.people[0] if entry is not None and len(entry.people) == 1 else 0

    def show_everyone(self) -> None:
        """Everyone's meetings."""
        self._person = PersonId(0)
        self._begin(EveryoneSpan(self._workspace.story))

    def show_stretch(self, start: datetime, end: datetime) -> None:
        """Everyone's meetings in a certain time, and more of them at both ends on demand."""
        self._person = PersonId(0)
        self._begin(EveryoneSpan(self._workspace.story, start, end))

    def _begin(self, span: StorySpan) -> None:
        self._span = span
        self._names.clear()
        self._is_stale = True
        self._words_for_empty()
        if self.isVisible():
            self._read_anew()

    def _read_anew(self) -> None:
        self._is_stale = False
        self._model.replace(self._span.read(self._workspace.clock.now()))
        self._show_ends()
        self.view.show_today()

    def _look_again(self) -> None:
        self._model.show(self._span.read(self._workspace.clock.now()))
        self._show_ends()

    def _show_ends(self) -> None:
        self._later.setVisible(self._span.has_later)
        self._earlier.setVisible(self._span.has_earlier)
        nothing = not (self._model.rowCount() or self._span.has_later or self._span.has_earlier)
        self._stack.setCurrentIndex(1 if nothing else 0)
        self.empty.emit(nothing)

    def _words_for_empty(self) -> None:
        if not self._person:
            sentence = self.tr("Meetings with anyone in your network appear here, the next ones above today.")
            self._empty.say(self.tr("No meetings yet"), sentence)
            return
        try:
            name = self._short_name(self._person)
        except NotFound:
            return
        sentence = self.tr("Mails, calls, meetings and thanks with {name} appear here as they happen.")
        self._empty.say(self.tr("Nothing yet"), sentence.format(name=name))

    def _read_person(self) -> list[StoryEntry]:
        try:
            return self._workspace.story.of(self._person)
        except NotFound:  # deleted a moment ago; the window shows somebody else soon
            return []

    def _heed(self, changed: Changed) -> None:
        """Hidden, it waits until it is seen."""
        if changed.touches(Room.PEOPLE):
            self._names.clear()
        if not self.isVisible():
            self._is_stale = True
        elif changed.rooms & ALTERING and (not self._person or changed.concerns(self._person)):
            self._look_again()
        else:
            self._model.reword()
            self._follow_time()

    def _follow_time(self) -> None:
        """A meeting that began or ended stands otherwise, and on another day "tomorrow" is another day."""
        if self._model.has_moved_on(self._workspace.clock.now()):
            self._look_again()
            self._model.reword()

    def showEvent(self, event: QShowEvent) -> None:
        """Seen again: as things are now."""
        super().showEvent(event)
        self._minute.start()
        if self._is_stale:
            self._read_anew()
        else:
            self._look_again()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at the time."""
        super().hideEvent(event)
        self._minute.stop()

    def _show_later(self) -> None:
        self._span.show_later(self._workspace.clock.now())
        self._look_again()

    def _show_earlier(self) -> None:
        self._span.show_earlier(self._workspace.clock.now())
        self._look_again()

    def _open(self, row: int) -> None:
        entry = self._model.entry_at(row)
        if entry is None:
            return
        if entry.meeting is not None:
            self._intents.open_meeting_wanted.emit(entry.meeting.id)
        elif entry.message is not None and (entry.message.body or entry.message.subject):
            self._model.turn(row)

    def _step(self) -> None:
        self.reached.emit(self.standing_on())

    def _copy(self, row: int) -> None:
        if self._model.entry_at(row) is not None:
            self._menu.copy(self._words_of(row))

    def _words_of(self, row: int) -> str:
        """What the row says, and the whole of a message."""
        entry, shown = self._model.entry_at(row), self._model.row_at(row)
        written = entry.message.body if entry is not None and entry.message is not None else ""
        return "\n".join(part for part in (shown.title, shown.details, shown.quote, written) if part)

    def _show_menu(self, row: int, point: QPoint) -> None:
        entry = self._model.entry_at(row)
        if entry is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._menu.fill(menu, entry, self._person, self._words_of(row))
        menu.popup(point)

    def _book(self) -> None:
        self._intents.meeting_wanted.emit(self._person)

    def _log(self) -> None:
        self._intents.log_wanted.emit(self._person)

    def _teller(self) -> Teller:
        name = self._short_name if self._person else self._full_name
        zone = self._workspace.preferences.timing().zone
        purposes = self._workspace.material.vocabulary.purposes
        clash = clash_of(self._workspace)
        return Teller(self._workspace.clock.now(), zone, self._person, name, purposes, clash)

    def _short_name(self, person: PersonId) -> str:
        return self._name(person, full=False)

    def _full_name(self, person: PersonId) -> str:
        return self._name(person, full=True)

    def _name(self, person: PersonId, *, full: bool) -> str:
        if person not in self._names:
            profile = self._workspace.people.get(person).profile
            self._names[person] = profile.full_name if full else profile.short_name
        return self._names[person]
