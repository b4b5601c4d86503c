"""The window: assembles bars, pages and panes, and nothing else.

Public: ``MainWindow(kept)``, at first empty, with ``furnish`` (bars, list, places), ``show_first`` (before the data are
open), ``attach`` (afterwards), ``intents`` and the signal ``painted`` (the first furnished frame is on the screen).
Before ``furnish`` nothing is imported, as ``first_frame`` shows people then; what can be done in the window begins with
``window_life.WindowLife``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from otnet_desktop.ui.said import said

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QHideEvent, QPaintEvent

    from otnet_desktop.domain.errors import OtnetError
    from otnet_desktop.domain.roster import ListRow
    from otnet_desktop.services.workspace import Workspace
    from otnet_desktop.ui.asides import Asides
    from otnet_desktop.ui.banner import Banner
    from otnet_desktop.ui.bridge import Bridge
    from otnet_desktop.ui.geometry import Kept
    from otnet_desktop.ui.panes import Panes
    from otnet_desktop.ui.people.row_teller import Moment
    from otnet_desktop.ui.tasks import Tasks


class MainWindow(QMainWindow):
    """People, their story and what is due, in one window."""

    painted = Signal()
    person_shown = Signal(int)
    """Somebody else is shown; 0 for nobody."""
    closed = Signal()

    def __init__(self, kept: Kept) -> None:
        super().__init__()
        self.person = 0
        self._kept = kept
        self._is_furnished = False
        self.is_painted = True  # an empty window has nothing to tell
        self._workspace: Workspace | None = None
        kept.restore_window(self)

    def furnish(self, moment: Moment) -> None:
        """Put in what stands in the window whatever the data are: once, and before anything below."""
        from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

        from otnet_desktop.ui.first_people import FirstPeople
        from otnet_desktop.ui.followups.tray_height import tray_height
        from otnet_desktop.ui.intents import Intents
        from otnet_desktop.ui.menus import Menus
        from otnet_desktop.ui.people.list_pane import ListPane
        from otnet_desktop.ui.people_page import PeoplePage
        from otnet_desktop.ui.theme.palette import Surface, set_surface
        from otnet_desktop.ui.top_bar import TopBar
        from otnet_desktop.ui.widgets.side_rail import SideRail, main_entries
        from otnet_desktop.ui.window_title import WindowTitle

        self.intents = Intents(self)
        self.top = TopBar(self.intents)
        self.rail = SideRail(self.tr("Places"), main_entries())
        self.people = ListPane(self.intents, moment)
        self.page = PeoplePage(self.people)
        self.follow_ups: QWidget = QWidget()
        self.follow_ups.setFixedHeight(tray_height(is_anything_due=False))
        set_surface(self.follow_ups, Surface.SIDE)
        self.pages: dict[str, QWidget] = {"people": self.page}
        self.menus = Menus(self.menuBar())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.page)
        self._first_people = FirstPeople(self, self._stack)
        self._title = WindowTitle(self)
        self._column = QVBoxLayout()
        self._lay_out()
        self.rail.chosen.connect(self.show_page)
        self.rail.pressed.connect(self.show_page)
        self.top.search.textChanged.connect(self.people.search)
        self.people.search_left.connect(self.top.search.clear)
        self.people.person_chosen.connect(self._show)
        self.say_due(0)
        self.page.restore_splits(self._kept.widths())
        self._is_furnished = True
        self.is_painted = False

    @cached_property
    def banner(self) -> Banner:
        """Under the top bar; made when there is something to say."""
        from otnet_desktop.ui.banner import Banner

        made = Banner()
        self._column.insertWidget(1, made)
        return made

    @cached_property
    def asides(self) -> Asides:
        """Pages over the places: settings, help, an import."""
        from otnet_desktop.ui.asides import Asides

        made = Asides(self._stack, self._show_place)
        made.stranded.connect(self.people.view.setFocus)
        return made

    def show_first(self, rows: Sequence[ListRow], due: int) -> None:
        """Show what was read beforehand: a page of the list, how much is due, and who was chosen last."""
        from otnet_desktop.ui.followups.tray_height import tray_height

        self.people.show_first(rows)
        self.follow_ups.setFixedHeight(tray_height(is_anything_due=bool(due)))
        self.say_due(due)
        self.people.view.settle_on(self._kept.person())
        self.people.view.setFocus()
        self.show_people(bool(rows))

    def attach(self, workspace: Workspace, bridge: Bridge, tasks: Tasks, panes: Panes) -> None:
        """The data are open: put the real panes in and show everybody."""
        person = panes.person(workspace, bridge, self.intents)
        timeline = panes.timeline(workspace, bridge, self.intents)
        follow_ups = panes.follow_ups(workspace, bridge, self.intents)
        self.page.fill(person, timeline)
        self._column.replaceWidget(self.follow_ups, follow_ups)
        self.follow_ups.deleteLater()
        self.follow_ups = follow_ups
        self.pages["timeline"] = panes.everyone(workspace, bridge, self.intents)
        self.pages["compass"] = panes.compass(workspace, bridge, self.intents, tasks)
        self.pages["journey"] = panes.journey(workspace, bridge, self.intents)
        for key in ("timeline", "compass", "journey"):
            self._stack.addWidget(self.pages[key])
        self.person_shown.connect(person.show_person)
        self.person_shown.connect(timeline.show_person)
        self.people.attach(workspace, bridge, tasks)
        self._workspace = workspace
        self._first_people.attach(workspace)
        self.people.show_person(self._kept.person() or self.people.first_person())
        self.rail.choose(self._kept.page() if self._kept.page() in self.pages else "people")

    def show_people(self, is_anybody_here: bool) -> None:
        """The list and the person; while nobody is here yet, the ways to begin instead."""
        self._first_people.show(is_anybody_here)

    def show_trouble(self, error: OtnetError) -> None:
        """The program cannot go on: say why in the middle of the window, where nothing else can be done."""
        from otnet_desktop.ui.widgets.empty_state import EmptyState

        page = EmptyState("warning", said(error.title), said(error.hint))
        page.add_button(self.tr("Quit"), primary=True).clicked.connect(QApplication.quit)
        self.show_only(page)

    def show_only(self, page: QWidget) -> None:
        """A page in the middle of the window, and nothing else that can be done."""
        if not self._is_furnished:
            self.setCentralWidget(page)
            return
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        for part in (self.top, self.rail, self.follow_ups, self.menuBar()):
            part.setEnabled(False)

    def show_page(self, key: str) -> None:
        """Go to a place of the rail."""
        if key in self.pages:
            self._stack.setCurrentWidget(self.pages[key])

    def _show_place(self) -> None:
        """The place where one is, which may be another page by now."""
        self.show_page(self.rail.chosen_key())

    def go_to(self, key: str) -> None:
        """Go to a place of the rail, wherever one is."""
        self.rail.choose(key)
        self.show_page(key)

    def show_person(self, person: int) -> None:
        """Go to somebody, wherever one is."""
        self.go_to("people")
        self.people.show_person(person)
        self.page.show_details()

    def lay_above_the_tray(self, strip: QWidget) -> None:
        """A strip of its own for what is said in passing: it covers nothing, on any page."""
        self._column.insertWidget(self._column.indexOf(self.follow_ups), strip)

    def say_due(self, count: int) -> None:
        """The number of things due, in the title and in the bar; the chip counts people, as the rows below it do."""
        self._title.say_due(count)
        self.top.say_due(count)

    def call(self, name: str) -> None:
        """A word more in the title, for data that are not the user's own."""
        self._title.call(name)

    def keep(self) -> None:
        """Remember sizes, places and who is chosen for the next start."""
        if self._workspace is None:  # nothing to remember yet, but something to keep
            return
        if self._stack.currentWidget() is self.page:
            self._kept.keep_list(self, self.people, self.people.view)
        self._kept.keep(self, self.page.splits(), self.rail.chosen_key(), self.person)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that it is there and furnished."""
        super().paintEvent(event)
        if not self.is_painted:
            self.is_painted = True
            QTimer.singleShot(0, self._tell_painted)

    def _tell_painted(self) -> None:
        """What was given the keyboard before it could be seen has it only from now on."""
        if self.isActiveWindow() and QApplication.focusWidget() is None:
            self._first_people.first_field().setFocus()
        self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A real close; where closing only hides, ``WindowKeeper`` has caught it before."""
        self.keep()
        super().closeEvent(event)
        self.closed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Into the tray: whatever ends the program later, sizes are kept."""
        self.keep()
        super().hideEvent(event)

    def _show(self, person: int) -> None:
        self.person = person
        self.person_shown.emit(person)

    def _lay_out(self) -> None:
        from PySide6.QtWidgets import QHBoxLayout

        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self._stack, 1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.top)
        self._column.addLayout(middle, 1)
        self._column.addWidget(self.follow_ups)
        central = QWidget()
        central.setLayout(self._column)
        self.setCentralWidget(central)
