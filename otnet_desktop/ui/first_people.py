"""The list and the person; while nobody is here yet, the ways to begin instead.

Public: ``FirstPeople(window, stack)`` with ``show(is_anybody_here)``, ``attach(workspace)`` and ``first_field()``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from otnet_desktop.services.workspace import Workspace
    from otnet_desktop.ui.intents import Intents
    from otnet_desktop.ui.people.list_pane import ListPane
    from otnet_desktop.ui.welcome.welcome_page import WelcomePage


class Window(Protocol):
    """What must be known of the window."""

    pages: dict[str, QWidget]
    person: int
    is_painted: bool

    @property
    def intents(self) -> Intents:
        """Whom the welcome tells what is wanted."""

    @property
    def people(self) -> ListPane:
        """The list."""

    @property
    def page(self) -> QWidget:
        """The list and the person."""

    def focusWidget(self) -> QWidget:  # noqa: N802
        """What has the keyboard in it, or had it last."""


class FirstPeople(QObject):
    """Which of the two is the place called people."""

    def __init__(self, window: Window, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._window = window
        self._stack = stack
        self._moves_focus = False
        self._welcome: WelcomePage | None = None
        self._workspace: Workspace | None = None

    def attach(self, workspace: Workspace) -> None:
        """The data are open."""
        self._workspace = workspace
        self.show(workspace.people.is_anybody_here())

    def show(self, is_anybody_here: bool) -> None:
        """Somebody came, or everybody has gone."""
        window = self._window
        if not is_anybody_here and self._welcome is None:
            from otnet_desktop.ui.welcome.welcome_page import WelcomePage

            self._welcome = WelcomePage(window.intents)
            self._stack.addWidget(self._welcome)
        if not is_anybody_here and self._welcome is not None and self._workspace is not None:
            self._welcome.attach(self._workspace)
        before = window.pages["people"]
        now: QWidget = window.page if is_anybody_here or self._welcome is None else self._welcome
        if now is before:
            return
        # Also while a form has the keyboard: it comes back to where it was in this window.
        focused: QWidget | None = window.focusWidget()
        self._moves_focus = not window.is_painted or (focused is not None and before.isAncestorOf(focused))
        window.pages["people"] = now
        if self._stack.currentWidget() is before:
            self._stack.setCurrentWidget(now)
            if self._welcome is not None and now is self._welcome and self._moves_focus:
                self._welcome.first_field().setFocus()
        QTimer.singleShot(0, self._choose_somebody)  # when the list has heard of them too

    def first_field(self) -> QWidget:
        """Where the keyboard is at first."""
        welcome = self._welcome
        is_shown = welcome is not None and self._stack.currentWidget() is welcome
        return welcome.first_field() if welcome is not None and is_shown else self._window.people.view

    def _choose_somebody(self) -> None:
        """The first people are here: show one of them, unless whoever brought them has done so."""
        window = self._window
        if self._moves_focus and self._stack.currentWidget() is window.page:
            self._moves_focus = False
            window.people.view.setFocus()
        if not window.person and self._workspace is not None:
            window.people.show_person(window.people.first_person())
