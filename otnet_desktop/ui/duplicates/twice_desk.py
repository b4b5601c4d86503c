"""Answers whoever wants to see who is perhaps here twice, or two people side by side; merges and tells apart.

Public: ``TwiceDesk(workspace, bridge, intents, tasks, window)`` with ``show()``, ``merge(people)``,
``show_originals(person)`` and ``look_among(newcomers)``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.duplicates.comparing import compare
from otnet_desktop.domain.duplicates.finding import Found, renewed
from otnet_desktop.domain.duplicates.marks import marks
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.merging import Alike
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt, succeeded
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.desk import Desk
from otnet_desktop.ui.duplicates.merge_page import MOST, MergePage
from otnet_desktop.ui.duplicates.merge_with_form import MergeWithForm
from otnet_desktop.ui.duplicates.originals_page import OriginalsPage
from otnet_desktop.ui.duplicates.twice_page import TwicePage
from otnet_desktop.ui.duplicates.words import said_clues, wording
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.tasks import Task, Tasks
from otnet_desktop.ui.words import plural


class TwiceDesk(Desk):
    """One page at a time; whoever came from the list of pairs goes back to it."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, intents: Intents, tasks: Tasks, window: MainWindow
    ) -> None:
        super().__init__(workspace, bridge, intents, tasks, window)
        self._found: Found | None = None
        self._looking: Task | None = None
        self._among_pairs = False

    def show(self) -> None:
        """Look among everybody, and show who is perhaps here twice."""
        page = TwicePage(self._workspace)
        page.side_by_side.connect(self._look_at)
        page.different.connect(self._tell_apart)
        self._window.asides.lay(page)
        if self._found is not None:
            page.show_found(self._found)
        else:
            self._look(None)

    def merge(self, people: Sequence[int]) -> None:
        """Show people side by side; of one alone ask who else it is."""
        if len(people) == 1:
            person = attempt(self._intents, lambda: self._workspace.people.get(PersonId(people[0])))
            if person is not None:
                MergeWithForm(self._workspace, self._intents, person, self._window).open()
            return
        self._among_pairs = False
        self._lay([PersonId(person) for person in people[:MOST]])

    def show_originals(self, person: PersonId) -> None:
        """Show whom somebody was made of."""
        found = attempt(self._intents, lambda: self._workspace.people.get(person))
        if found is not None:
            self._window.asides.lay(OriginalsPage(self._workspace, self._bridge, self._intents, found))

    def look_among(self, newcomers: Sequence[int]) -> None:
        """After somebody was added: whether one of them was here already, by another name or address."""

        def work(_task: Task) -> int:
            new = {PersonId(person) for person in newcomers}
            with self._workspace.roster.elsewhere():
                return sum(bool(new.intersection(t.people)) for t in self._workspace.duplicates.around(new).twins)

        self._tasks.run(work, self._tell_of_newcomers, self._intents.failed.emit)

    def _tell_of_newcomers(self, count: int) -> None:
        if count:
            said = plural(
                count, self.tr("{n} person is perhaps here twice."), self.tr("{n} people are perhaps here twice.")
            )
            self._window.banner.offer(said, self.tr("Look at them"), self._intents.twice_wanted)

    def _look_at(self, people: tuple[PersonId, ...]) -> None:
        self._among_pairs = True
        self._lay(people)

    def _lay(self, people: Sequence[PersonId]) -> None:
        alike = attempt(self._intents, lambda: self._workspace.merging.alike(people))
        if alike is None:
            return
        page = MergePage(self._workspace, alike, self._evidence(alike))
        page.accepted.connect(self._carry_out)
        page.different.connect(self._tell_all_apart)
        page.left_out.connect(self._leave_out)
        self._window.asides.lay(page)

    def _evidence(self, alike: Alike) -> str:
        pairs = combinations([marks(person.profile) for person in alike.people], 2)
        clues = list(dict.fromkeys(clue for one, other in pairs for clue in compare(one, other).clues))
        return self.tr("In common: {what}.").format(what=said_clues(clues)) if clues else ""

    def _leave_out(self, person: int) -> None:
        """The others are looked at alone."""
        page = self._window.asides.shown
        if isinstance(page, MergePage):
            self._lay([one.id for one in page.alike.people if one.id != person])

    def _carry_out(self) -> None:
        page = self._window.asides.shown
        if not isinstance(page, MergePage):
            return
        people, winners, words = [one.id for one in page.alike.people], page.winners(), wording()
        page.show_working()

        def work(_task: Task) -> tuple[PersonId, str]:
            with self._workspace.roster.elsewhere():
                person = self._workspace.merging.join(people, winners, words)
                return person, self._workspace.people.get(person).profile.full_name

        self._tasks.run(work, self._merged, self._not_merged)

    def _merged(self, answer: tuple[PersonId, str]) -> None:
        person, name = answer
        if isinstance(self._window.asides.shown, MergePage):
            self._go_on(person)
        self._intents.undoable.emit(self.tr("{name} is one person now").format(name=name))

    def _not_merged(self, error: Exception) -> None:
        if isinstance(self._window.asides.shown, MergePage):
            self._window.asides.shown.show_idle()
        self._intents.failed.emit(error)

    def _tell_all_apart(self) -> None:
        page = self._window.asides.shown
        if isinstance(page, MergePage):
            people = [person.id for person in page.alike.people]
            if self._told_apart(people):
                self._go_on(people[0])

    def _tell_apart(self, people: tuple[PersonId, ...]) -> None:
        self._told_apart(people)

    def _told_apart(self, people: Sequence[PersonId]) -> bool:
        if not succeeded(self._intents, lambda: self._workspace.duplicates.not_the_same(people)):
            return False
        self._intents.undoable.emit(self.tr("They stay different people, and are not shown again"))
        return True

    def _go_on(self, person: PersonId) -> None:
        """To the next pair, or to whoever it was about."""
        if self._among_pairs:
            self.show()
        else:
            self._window.asides.leave()
            self._intents.person_wanted.emit(person)

    def _heed(self, changed: Changed) -> None:
        if not changed.touches(Room.PEOPLE) or self._found is None:
            return
        if changed.people is None or not isinstance(self._window.asides.shown, TwicePage | MergePage):
            self._found = None
        if isinstance(self._window.asides.shown, TwicePage | MergePage):
            self._look(changed.people if self._found is not None else None)

    def _look(self, people: Collection[int] | None) -> None:
        """Among everybody, or only around those who changed."""
        before = self._found
        if self._looking is not None:
            self._looking.cancel()

        def work(_task: Task) -> Found:
            with self._workspace.roster.elsewhere():
                if people is None or before is None:
                    return self._workspace.duplicates.find()
                touched = before.around([PersonId(person) for person in people])
                return renewed(before, touched, self._workspace.duplicates.around(touched))

        self._looking = self._tasks.run(work, self._show_found, self._not_found)

    def _show_found(self, found: Found) -> None:
        self._looking = None
        self._found = found
        if isinstance(self._window.asides.shown, TwicePage):
            self._window.asides.shown.show_found(found)

    def _not_found(self, error: Exception) -> None:
        self._looking = None
        self._intents.failed.emit(error)
