"""What can be done in the window once the data are open: its actions, messages, counts and ways around.

Public: ``WindowLife(window, workspace, tasks, panes)``; ``bridge`` and ``actions`` belong to it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import NotAllowed, OtnetError
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import IN_FORMS_TOO, Act, Actions
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.desks import Desks
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.panes import Panes
from otnet_desktop.ui.people.person_forms import PersonForms
from otnet_desktop.ui.person_acts import PersonActs
from otnet_desktop.ui.rescue import Rescue
from otnet_desktop.ui.tasks import Tasks
from otnet_desktop.ui.trouble.damage_watch import DamageWatch
from otnet_desktop.ui.undo_reach import UndoReach
from otnet_desktop.ui.undoing import Undoing
from otnet_desktop.ui.unsaved import wait_while
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
        self._undoing = Undoing(window, workspace, tasks, self.actions, self._toast)
        self._was_refused = False
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(0)
        self._recount.timeout.connect(self._count)
        window.menus.fill(self.actions, window)
        self._ways = WaysAround(window, workspace, self.actions)
        self._undo_reach = UndoReach(window)
        self._rescue = Rescue(window, workspace, self.bridge)
        wait_while(workspace.is_writing)
        self._person_acts = PersonActs(window, workspace, self.actions)
        self._person_forms = PersonForms(workspace, window.intents, window)
        self.desks = Desks(window, workspace, self.bridge, tasks)
        self._connect()
        self._damage_watch = DamageWatch(window, workspace, self.bridge, tasks)  # after the banner has been told
        window.attach(workspace, self.bridge, tasks, panes)
        self._count()

    def _connect(self) -> None:
        window, intents = self._window, self._window.intents
        for act, wanted in (
            (Act.ADD_PERSON, intents.add_person_wanted),
            (Act.ADD_SEVERAL, intents.capture_wanted),
            (Act.EXPORT, intents.export_wanted),
            (Act.BACKUP, intents.backup_wanted),
            (Act.LOCK, intents.lock_wanted),
            (Act.SETTINGS, intents.settings_wanted),
            (Act.SAMPLE, intents.sample_wanted),
            (Act.QUIT, intents.quit_wanted),
            (Act.DRAFTS, intents.drafts_wanted),
            (Act.TWICE, intents.twice_wanted),
            (Act.TRASH, intents.trash_wanted),
            (Act.LETTERS, self._letters),
            (Act.IMPORT, self._import),
            (Act.CLOSE, window.close),
        ):
            self.actions[act].triggered.connect(wanted)
        window.top.log_wanted.connect(self.actions[Act.LOG].trigger)
        intents.said.connect(self._say)
        intents.undoable.connect(self._say_undoable)
        intents.deleted.connect(self._say_deleted)
        intents.failed.connect(self._tell_failure)
        self._toast.trash_chosen.connect(intents.trash_wanted)
        self._toast.left.connect(intents.going_on_wanted)
        self.bridge.changed.connect(self._heed)
        window.closed.connect(self.bridge.close)
        window.person_shown.connect(self._forget_refusal)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_into_form)

    def _follow_into_form(self, _before: QWidget | None, now: QWidget | None) -> None:
        """An open form blocks the window beneath, and its keys: those that hold in forms too become the form's own."""
        form = None if now is None else now.window()
        if isinstance(form, QDialog):
            own = form.actions()
            form.addActions([action for act in IN_FORMS_TOO if (action := self.actions[act]) not in own])

    def _import(self) -> None:
        self._window.intents.import_wanted.emit([])

    def _letters(self) -> None:
        self._window.intents.letters_wanted.emit("")

    def _say(self, text: str) -> None:
        self._toast.tell(text, undo=False)

    def _say_undoable(self, text: str) -> None:
        self._undoing.offer()
        self._toast.tell(text)

    def _say_deleted(self, text: str) -> None:
        self._undoing.offer()
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
        self._undoing.name_steps()

    def _count(self) -> None:
        self._window.say_due(self._workspace.reminders.due_count())
