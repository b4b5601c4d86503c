"""The contact list: chips, people, and whoever a search finds.

Public: ``ListPane(intents)`` with ``show_first`` (before the data are open), ``attach``, ``search(text)``,
``show_person`` and the signals ``person_chosen`` (show them), ``person_opened`` (go to them), ``search_left``.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.roster import Chip, ListRow, ListView
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.lingering import Lingering
from otnet_desktop.ui.people.list_filters import ListFilters
from otnet_desktop.ui.people.list_model import Matches, PeopleModel
from otnet_desktop.ui.people.list_stack import ListStack
from otnet_desktop.ui.people.list_view import PeopleView
from otnet_desktop.ui.people.row_teller import Moment, RowTeller
from otnet_desktop.ui.theme.palette import Surface, set_surface

if TYPE_CHECKING:
    from otnet_desktop.services.workspace import Workspace
    from otnet_desktop.ui.bridge import Bridge
    from otnet_desktop.ui.people.chip_counts import ChipCounts
    from otnet_desktop.ui.people.found_letters import FoundLetters
    from otnet_desktop.ui.people.searching import Searching
    from otnet_desktop.ui.people.several_bar import SeveralBar
    from otnet_desktop.ui.tasks import Tasks


class ListPane(QWidget):
    """Shows who there is and says who was chosen."""

    person_chosen = Signal(int)
    person_opened = Signal(int)
    search_left = Signal()
    """The search should be cleared."""

    def __init__(self, intents: Intents, moment: Moment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._teller = RowTeller(moment)
        self._workspace: Workspace | None = None
        self._searching: Searching | None = None
        self._counts: ChipCounts | None = None
        self.several: SeveralBar | None = None
        self._letters: FoundLetters | None = None
        self._text = ""
        self._came_from = 0
        self._shown = ListView()
        self._order: array[int] | None = None
        set_surface(self, Surface.PANEL)
        self.filters = ListFilters()
        self.filters.changed.connect(self._show_view)
        self._people = PeopleModel(self._teller.tell, self)
        self.view = PeopleView(self.tr("People"), self._people)
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(self._open)
        self.view.pointed_at.connect(intents.person_clicked)
        self.view.typed.connect(self._jump)
        self._shows = Lingering(self)
        self._shows.told.connect(self.person_chosen)
        self._intents = intents
        self._stack = ListStack(self.view, intents)
        self._stack.everyone_wanted.connect(self.show_everyone)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.filters)
        self._column.addWidget(self._stack, 1)

    def show_first(self, rows: Sequence[ListRow]) -> None:
        """Show a first page that was read beforehand."""
        self._people.show_first(rows)
        self._explain()

    def attach(self, workspace: Workspace, bridge: Bridge, tasks: Tasks) -> None:
        """Show everybody, and follow what changes."""
        from otnet_desktop.ui.people.chip_counts import ChipCounts
        from otnet_desktop.ui.people.found_letters import FoundLetters
        from otnet_desktop.ui.people.searching import Searching
        from otnet_desktop.ui.people.several_bar import SeveralBar
        from otnet_desktop.ui.people.still_chosen import StillChosen

        self._workspace = workspace
        self._teller.follow(workspace)
        self._people.attach(workspace.roster)
        self.filters.attach(workspace.roster, workspace.vocabulary)
        self._searching = Searching(workspace.roster, tasks, self)
        self._searching.found.connect(self._show_hits)
        self._searching.found_more.connect(self._show_more_hits)
        self._letters = FoundLetters(workspace.letters, self._intents)
        self._column.addWidget(self._letters)
        self.several = SeveralBar(self.view, workspace, self._intents, tasks)
        self._column.addWidget(self.several)
        self._counts = ChipCounts(workspace.roster, tasks, self)
        self._counts.counted.connect(self.filters.show_counts)
        bridge.changed.connect(self._heed)
        still = StillChosen(self._people, workspace.roster, bridge, self)
        still.person_wanted.connect(self.show_person)
        still.everyone_wanted.connect(self.show_everyone)
        self.person_chosen.connect(still.remember)
        self._reload()

    def search(self, text: str) -> None:
        """Show who is found by ``text``; where one came from when it is empty and nobody was chosen by hand."""
        text = text.strip()
        if self._searching is None or self._letters is None or text == self._text:
            return
        self._letters.look_for(text)
        if not self._text:
            self._came_from = self._shows.person
        self._text = text
        if text:
            self._searching.look_for(text)
            return
        self._searching.stop()
        self.view.show_searching(False)
        found, self._shows.person = self._shows.person, self._came_from
        self._show_view()
        if self._came_from != found:
            self._shows.now(self._came_from)

    def show_person(self, person: int) -> None:
        """Choose somebody, wherever they are in the list; told like a choice of the user's."""
        self._came_from = self._shows.person = person
        if self._text and self._people.row_of(person) is None:
            self.search_left.emit()
        self.view.settle_on(person)
        self._shows.now(person)

    def show_everyone(self) -> None:
        """No search, no filter."""
        self.show_chip(Chip.ALL)

    def first_person(self) -> int:
        """Who is at the top; 0 for nobody."""
        return self._people.person_at(0)

    def narrowed_to(self) -> list[int]:
        """Whom a search or a filter left; nobody where everyone is shown."""
        if not self._text and self._shown == ListView():
            return []
        return [self._people.person_at(row) for row in range(self._people.rowCount())]

    def show_chip(self, chip: Chip) -> None:
        """Everybody behind a chip, without any other filter."""
        self.search_left.emit()
        self.filters.show_only(chip)

    def open_current(self) -> None:
        """Go to whoever is chosen, or to the first."""
        if not self.view.current_person():
            self.view.go_to(0)
        if person := self.view.current_person():
            self._open(person)

    def _choose(self, person: int) -> None:
        self._came_from = person
        self._shows.later(person)

    def _open(self, person: int) -> None:
        self._came_from = person
        self._shows.now(person)
        self.person_opened.emit(person)

    def _jump(self, letters: str) -> None:
        if self._workspace is None:
            return
        rows = map(self._people.row_of, self._workspace.roster.first_named(letters))
        if (row := next((row for row in rows if row is not None), None)) is not None:
            self.view.go_to(row)

    def look_at_clock(self) -> None:
        """Another day: "today" and "waiting 2 d" are told anew. To be called now and then."""
        if self._teller.look_at_clock():
            self._people.refresh(None)

    def _heed(self, changed: Changed) -> None:
        if not (changed.touches(Room.PEOPLE) or changed.touches(Room.REMINDERS)):
            return
        self._teller.look_at_clock()
        if self._text and self._searching is not None:
            self._order = None  # whom the search hides may stand elsewhere now
            self._people.drop_gone()
            self._people.refresh(changed.people)
        elif self._shown == ListView() and not changed.touches(Room.PEOPLE):
            self._people.refresh(changed.people)  # by name only a change of people can move anyone
            self._count()
        else:
            self._reload()

    def _show_view(self) -> None:
        """Another list from its top, with the same person chosen if they are in it."""
        view, was = self.filters.list_view(), self._shown
        self._shown = view
        if self._workspace is None:
            return
        if view != was or self._order is None:
            self._order = self._workspace.roster.ids(view)
        self.view.hold()
        self._people.replace(self._order)
        self.view.settle_on(self._shows.person)
        self._explain()
        self._count()

    def _reload(self) -> None:
        """The same list as it is now; nothing moves that need not."""
        assert self._workspace is not None
        self._teller.look_at_clock()
        self.view.hold()
        self._order = self._workspace.roster.ids(self._shown)
        self._people.show(self._order)
        self.view.settle_on(self._shows.person, scroll=False)
        self._explain()
        self._count()

    def _count(self) -> None:
        assert self._counts is not None
        self._counts.ask()

    def _show_hits(self, hits: Matches) -> None:
        self.view.hold()
        self._people.show_hits(hits)
        self.view.show_searching(True)
        self._choose_first()

    def _show_more_hits(self, hits: Matches) -> None:
        was_empty = not self._people.rowCount()
        self._people.add_hits(hits)
        if was_empty:
            self._choose_first()
            self._explain()

    def _choose_first(self) -> None:
        """The first hit; "nobody" is said only when the slower part has found nobody either."""
        first = self._people.person_at(0)
        self.view.settle_on(first)
        if first:
            self._shows.later(first)
            self._stack.show_view()

    def _explain(self) -> None:
        """People where there are any, else why there are none."""
        self._stack.settle(self._people.rowCount(), self._text, self._shown)
