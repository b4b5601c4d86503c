"""What can be done in the window once the data are open: its actions, messages, counts and ways around.

Public: ``WindowLife(window, workspace, tasks, panes)``; ``bridge`` and ``actions`` belong to it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import NotAllowed, OtnetError
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act, Actions, all_texts
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.desks import Desks
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.panes import Panes
from otnet_desktop.ui.people.person_forms import PersonForms
from otnet_desktop.ui.person_acts import PersonActs
from otnet_desktop.ui.step_titles import said_step
from otnet_desktop.ui.tasks import Tasks
from otnet_desktop.ui.undo_reach import UndoReach
from otnet_desktop.ui.ways_around import WaysAround
from otnet_desktop.ui.widgets.toast import Toast


class WindowLife(QObject):
    """Lives and dies with its window."""

    def __init__(self, window: MainWindow, workspace: Workspace, tasks: Tasks, panes: Panes) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self.bridge = Bridge(workspace.announcer, self)
        self.actions = Actions(window)
        self._toast = Toast()
        window.lay_above_the_tray(self._toast)
        self._named = self._told = 0  # the steps offered by the menu and by the message
        self._was_refused = False
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(0)
        self._recount.timeout.connect(self._count)
        window.menus.fill(self.actions, window)
        self._ways = WaysAround(window, workspace, self.actions)
        self._undo_reach = UndoReach(window)
        self._person_acts = PersonActs(window, workspace, self.actions)
        self._person_forms = PersonForms(workspace, window.intents, window)
        self.desks = Desks(window, workspace, self.bridge, tasks)
        self._connect()
        window.attach(workspace, self.bridge, tasks, panes)
        self._count()
        self._name_steps()

    def _connect(self) -> None:
        window, intents = self._window, self._window.intents
        for act, wanted in (
            (Act.ADD_PERSON, intents.add_person_wanted),
            (Act.ADD_SEVERAL, intents.capture_wanted),
            (Act.EXPORT, intents.export_wanted),
            (Act.BACKUP, intents.backup_wanted),
            (Act.SETTINGS, intents.settings_wanted),
            (Act.SAMPLE, intents.sample_wanted),
            (Act.QUIT, intents.quit_wanted),
            (Act.DRAFTS, intents.drafts_wanted),
            (Act.TWICE, intents.twice_wanted),
            (Act.TRASH, intents.trash_wanted),
            (Act.LETTERS, self._letters),
            (Act.IMPORT, self._import),
            (Act.CLOSE, window.close),
            (Act.UNDO, self._undo),
            (Act.REDO, self._redo),
        ):
            self.actions[act].triggered.connect(wanted)
        window.top.log_wanted.connect(self.actions[Act.LOG].trigger)
        intents.said.connect(self._say)
        intents.undoable.connect(self._say_undoable)
        intents.deleted.connect(self._say_deleted)
        intents.failed.connect(self._tell_failure)
        self._toast.undo_chosen.connect(self._undo_told)
        self._toast.trash_chosen.connect(intents.trash_wanted)
        self._toast.left.connect(intents.going_on_wanted)
        self.bridge.changed.connect(self._heed)
        window.closed.connect(self.bridge.close)
        window.person_shown.connect(self._forget_refusal)

    def _import(self) -> None:
        self._window.intents.import_wanted.emit([])

    def _letters(self) -> None:
        self._window.intents.letters_wanted.emit("")

    def _undo(self) -> None:
        self._take_back(self._named)

    def _undo_told(self) -> None:
        self._take_back(self._told)

    def _take_back(self, step: int) -> None:
        """That step and no other: something else may have been done since it was offered."""
        undone = attempt(self._window.intents, lambda: self._workspace.history.undo(step))
        self._travel(undone, self.tr("Undone: {step}"))

    def _redo(self) -> None:
        self._travel(attempt(self._window.intents, self._workspace.history.redo), self.tr("Done again: {step}"))

    def _travel(self, step: str | None, said: str) -> None:
        if step:
            self._toast.tell(said.format(step=said_step(step)), undo=False)

    def _say(self, text: str) -> None:
        self._toast.tell(text, undo=False)

    def _say_undoable(self, text: str) -> None:
        self._told = self._workspace.history.newest()
        self._toast.tell(text)

    def _say_deleted(self, text: str) -> None:
        self._told = self._workspace.history.newest()
        self._toast.tell(text, trash=True)

    def _tell_failure(self, error: Exception) -> None:
        """The world's failures are told where one looks; our own go on to the trouble report."""
        if not isinstance(error, OtnetError):
            raise error
        self._window.banner.tell_failure(error)
        self._was_refused = isinstance(error, NotAllowed)

    def _forget_refusal(self) -> None:
        """What may not be done about one person says nothing about the next."""
        if self._was_refused:
            self._was_refused = False
            self._window.banner.forget_failure()

    def _heed(self, changed: Changed) -> None:
        if changed.touches(Room.PEOPLE):
            self._window.show_people(self._workspace.people.is_anybody_here())
            self._person_acts.look_again()
        if changed.touches(Room.REMINDERS):
            self._recount.start()
        self._name_steps()

    def _count(self) -> None:
        self._window.say_due(self._workspace.reminders.due_count())

    def _name_steps(self) -> None:
        """Undo and Redo say what they would take back or do again."""
        history, texts = self._workspace.history, all_texts()
        undo, redo = history.undo_title(), history.redo_title()
        self._named = history.newest()
        for act, step, named in (
            (Act.UNDO, undo, self.tr("&Undo: {step}")),
            (Act.REDO, redo, self.tr("&Redo: {step}")),
        ):
            text = named.format(step=said_step(step).replace("&", "&&")) if step else texts[act]
            self.actions[act].setText(text)
            self.actions[act].setEnabled(bool(step))
        if not undo and history.ends_at() is not None:
            self.actions[Act.UNDO].setText(self.tr("&Undo ends here: somebody was deleted for good"))
