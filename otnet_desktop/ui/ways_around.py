"""Ways around the window by keyboard: places, panes, search, anyone, back, and help on the spot.

Public: ``WaysAround(window, workspace, actions)``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from otnet_desktop.domain.roster import Chip
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act, Actions
from otnet_desktop.ui.help.on_the_spot import help_around
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.pane_walk import PaneWalk
from otnet_desktop.ui.people.jump_palette import JumpPalette
from otnet_desktop.ui.person_place import PersonPlace
from otnet_desktop.ui.trail import Trail

KEYBOARD = Qt.FocusReason.ShortcutFocusReason


class WaysAround(QObject):
    """Answers every action that only goes somewhere."""

    def __init__(self, window: MainWindow, workspace: Workspace, actions: Actions) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._walk = PaneWalk(self._panes, self)
        self._trail = Trail()
        for act, slot in (
            (Act.SEARCH, self._search),
            (Act.JUMP, self._jump),
            (Act.PEOPLE, self._go_to_people),
            (Act.TIMELINE, self._go_to_timeline),
            (Act.COMPASS, self._go_to_compass),
            (Act.JOURNEY, self._go_to_journey),
            (Act.DUE, self._show_due),
            (Act.THANKS, self._show_thanks),
            (Act.SHOW_TIMELINE, self._show_timeline),
            (Act.NEXT_PANE, self._next_pane),
            (Act.PREVIOUS_PANE, self._previous_pane),
            (Act.BACK, self._back),
            (Act.HELP, self._help),
            (Act.ABOUT, self._about),
        ):
            actions[act].triggered.connect(slot)
        window.intents.person_wanted.connect(window.show_person)
        window.intents.journey_wanted.connect(self._go_to_journey)
        window.intents.going_on_wanted.connect(self._go_on)
        window.intents.return_wanted.connect(self._return_to)
        window.top.due_wanted.connect(self._show_due)
        window.top.search.went_down.connect(window.people.view.setFocus)
        window.top.search.returnPressed.connect(self._open_hit)
        window.top.search.textEdited.connect(self._go_to_people)
        window.people.person_opened.connect(self._enter_person)
        window.person_shown.connect(self._trail.visit)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._walk.remember)
        self._walk.remember(None, window.focusWidget())  # it was there before us

    def _panes(self) -> Sequence[QWidget]:
        window = self._window
        if not isValid(window):  # it is going, and its controls lose the focus one by one
            return []
        return [window.top, window.rail, *self._middle(), window.follow_ups]

    def _middle(self) -> Sequence[QWidget]:
        """What is between the bars: a page over the place, or the place in its parts."""
        window = self._window
        place = window.rail.chosen_key()
        inside: Sequence[QWidget] = [window.pages[place]] if place in window.pages else []
        if window.asides.shown is not None:
            inside = [window.asides.shown]
        elif inside == [window.page]:
            inside = window.page.panes()
        return inside

    def _go_on(self) -> None:
        """Into the person's pane, at the next step unless one was elsewhere in it; or what else is in the middle."""
        panes = [pane for pane in self._middle() if pane.isVisible()]
        for pane in [*panes[1:], *panes[:1]]:
            first = pane.next_step() if isinstance(pane, PersonPlace) else None
            if self._walk.go_to(pane, first):
                return

    def _return_to(self, control: QWidget) -> None:
        """To its page, and to its tab where panes share their room."""
        window = self._window
        for key, page in window.pages.items():
            if page.isAncestorOf(control):
                window.go_to(key)
        if window.page.panes()[2].isAncestorOf(control) and not control.isVisible():
            window.page.show_timeline()
        control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search(self) -> None:
        self._window.top.search.setFocus(KEYBOARD)
        self._window.top.search.selectAll()

    def _open_hit(self) -> None:
        self._window.go_to("people")
        self._window.people.open_current()

    def _enter_person(self) -> None:
        """Enter in the list or the search: into the person's own pane."""
        self._window.page.show_details()
        self._walk.go_to(self._window.page.panes()[1])

    def _jump(self) -> None:
        palette = JumpPalette(self._workspace, self._window)
        palette.person_chosen.connect(self._window.show_person)
        palette.open()

    def _go_to_people(self) -> None:
        self._window.go_to("people")

    def _go_to_timeline(self) -> None:
        self._go_to("timeline")

    def _go_to_compass(self) -> None:
        self._go_to("compass")

    def _go_to_journey(self) -> None:
        self._go_to("journey")

    def _go_to(self, key: str) -> None:
        """To a place, and into it: at its first field."""
        self._window.go_to(key)
        first = getattr(self._window.pages.get(key), "first_field", None)
        if first is not None:
            first().setFocus(KEYBOARD)

    def _show_due(self) -> None:
        self._window.go_to("people")
        self._window.people.show_chip(Chip.DUE)
        self._window.people.view.setFocus(KEYBOARD)

    def _show_thanks(self) -> None:
        self._window.intents.journey_wanted.emit("thanks")

    def _show_timeline(self) -> None:
        self._window.go_to("people")
        if self._window.page.show_timeline():
            self._walk.go_to(self._window.page.panes()[2])

    def _next_pane(self) -> None:
        self._walk.go(1)

    def _previous_pane(self) -> None:
        self._walk.go(-1)

    def _back(self) -> None:
        """Out of the search, of a page over the place, of another place, to the list, then to who was shown before."""
        window = self._window
        view = window.people.view
        if window.top.search.text():
            window.top.search.clear()
        elif window.asides.shown is not None:
            window.asides.leave()
            return
        elif window.rail.chosen_key() != "people":
            window.go_to("people")
        elif view.hasFocus() and (person := self._trail.back()):
            window.people.show_person(person)
        view.setFocus(KEYBOARD)

    def _help(self) -> None:
        self._window.intents.help_wanted.emit(help_around(QApplication.focusWidget()))

    def _about(self) -> None:
        self._window.intents.help_wanted.emit("about")
