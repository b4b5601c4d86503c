"""Undo and redo in the window: what their menu entries say, and what becomes of them.

Public: ``Undoing(window, workspace, tasks, actions, toast)`` with ``name_steps()`` (something changed) and ``offer()``
(a message offers to take back what was done just now). Only the step that was offered is taken back. A large one is
left to a worker, and nothing else is undone meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act, Actions, all_texts
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.step_titles import said_step
from otnet_desktop.ui.tasks import Task, Tasks
from otnet_desktop.ui.widgets.toast import Toast


class Undoing(QObject):
    """Lives and dies with its window."""

    def __init__(self, window: MainWindow, workspace: Workspace, tasks: Tasks, actions: Actions, toast: Toast) -> None:
        super().__init__(window)
        self._intents = window.intents
        self._workspace = workspace
        self._history = workspace.history
        self._tasks = tasks
        self._actions = actions
        self._toast = toast
        self._named = self._offered = 0  # the steps the menu and the message speak of
        self._said = ""
        self._is_travelling = False
        actions[Act.UNDO].triggered.connect(self._undo)
        actions[Act.REDO].triggered.connect(self._redo)
        toast.undo_chosen.connect(self._undo_offered)
        self.name_steps()

    def name_steps(self) -> None:
        """Undo and Redo say what they would take back or do again, or where undo ends."""
        history, texts = self._history, all_texts()
        undo, redo = history.undo_title(), history.redo_title()
        self._named = history.newest()
        for act, step, named in (
            (Act.UNDO, undo, self.tr("&Undo: {step}")),
            (Act.REDO, redo, self.tr("&Redo: {step}")),
        ):
            text = named.format(step=said_step(step).replace("&", "&&")) if step else texts[act]
            self._actions[act].setText(text)
            self._actions[act].setEnabled(bool(step) and not self._is_travelling)
        if not undo and history.ends_at() is not None:
            self._actions[Act.UNDO].setText(self.tr("&Undo ends here: somebody was deleted for good"))

    def offer(self) -> None:
        """What was done last is what the message is about."""
        self._offered = self._history.newest()

    def _undo(self) -> None:
        self._take_back(self._named)

    def _undo_offered(self) -> None:
        self._take_back(self._offered)

    def _take_back(self, step: int) -> None:
        def back() -> str:
            return self._history.undo(step)

        self._travel(back, self.tr("Undone: {step}"), is_large=self._history.is_large())

    def _redo(self) -> None:
        self._travel(self._history.redo, self.tr("Done again: {step}"), is_large=self._history.is_large(again=True))

    def _travel(self, journey: Callable[[], str], said: str, *, is_large: bool) -> None:
        if self._is_travelling:
            return
        self._said = said
        if not is_large:
            self._tell(attempt(self._intents, journey))
            return
        self._is_travelling = True
        self.name_steps()
        self._toast.tell(self.tr("This concerns many people and takes a moment…"), undo=False)

        def work(_task: Task) -> str:
            with self._workspace.roster.elsewhere():
                return journey()

        self._tasks.run(work, self._arrived, self._stayed)

    def _arrived(self, step: str) -> None:
        self._is_travelling = False
        self.name_steps()
        self._tell(step)

    def _stayed(self, error: Exception) -> None:
        self._is_travelling = False
        self.name_steps()
        self._intents.failed.emit(error)

    def _tell(self, step: str | None) -> None:
        if step:
            self._toast.tell(self._said.format(step=said_step(step)), undo=False)
