"""The backups: what is in each and how it compares with today; bring somebody back, or everything.

Public: ``RestorePage(workspace, bridge, intents, tasks)`` with ``choose_file(path)``. What is here now is backed up
before everything is restored, and the page offers the way back to it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from otnet_desktop.domain.backups import Inside
from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import DataDamaged, OtnetError, PassphraseNeeded
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.asides import Aside
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.locking.key_ask import KeyAsk
from otnet_desktop.ui.said import said
from otnet_desktop.ui.settings.backup_list import BackupList
from otnet_desktop.ui.settings.backup_words import said_back, said_restored
from otnet_desktop.ui.settings.inside_view import InsideView
from otnet_desktop.ui.settings.way_back import WayBack
from otnet_desktop.ui.tasks import Task, Tasks, even_if_gone
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.widgets.buttons import plain_button, primary_button
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.scrolled import scrolled
from otnet_desktop.ui.words import plural

BESIDE = 760
"""As drawn: wide enough for the backups beside what is in one."""


class RestorePage(Aside):
    """Nothing changes by looking."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, intents: Intents, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Restore from a backup"))
        set_help(self, "privacy-and-data")
        self._workspace = workspace
        self._intents = intents
        self._tasks = tasks
        self._task: Task | None = None
        self._is_working = False
        self._name = ""
        self._asked_for: Path | None = None
        """For whose passphrase it is asked; the worker that tries one may ask no widget."""
        self.backups = BackupList(workspace, intents)
        self.backups.chosen.connect(self._look_anew)
        self.inside = InsideView()
        self.inside.chosen_changed.connect(self._fit)
        self.inside.activated.connect(self._bring)
        self.key_ask = KeyAsk(tasks, self._open)
        self.key_ask.opened.connect(self._look_again)
        self.inside.add_below_said(self.key_ask)
        self.bring = primary_button("", "undo")
        self.bring.clicked.connect(self._bring)
        self.restore = plain_button(self.tr("Restore everything"), "shield")
        self.restore.clicked.connect(self._restore)
        self.way_back = WayBack()
        self.way_back.wanted.connect(self._put_back)
        self._lay_out()
        self._read()
        bridge.changed.connect(self._heed)

    def first_field(self) -> QWidget:
        """The backups."""
        return self.backups.first_field()

    def choose_file(self, file: str) -> None:
        """Look into that one."""
        self.backups.choose_file(file)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more, and nothing typed stays; it is asked anew when one comes back."""
        if not event.spontaneous():
            self._stop()
            if not self.key_ask.isHidden():
                self.key_ask.ask()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or one above the other."""
        super().resizeEvent(event)
        beside = self.width() >= look().metrics.shape(BESIDE)
        self._halves.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _lay_out(self) -> None:
        foot = QWidget()
        flow = FlowLayout(foot)
        flow.addWidget(self.bring)
        flow.addWidget(self.restore)
        right = QVBoxLayout()
        right.setSpacing(2 * STEP)
        right.addWidget(self.inside, 1)
        page = QWidget()
        set_surface(page, Surface.GROUND)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._halves.setContentsMargins(0, 0, 2 * STEP, 0)
        self._halves.setSpacing(4 * STEP)
        self._halves.addWidget(self.backups, 2)
        self._halves.addLayout(right, 3)
        said = self.tr("People come back with everything that is theirs. Whoever is here stays as they are.")
        self.body.addWidget(PlainLabel(said, tone="soft"))
        self.body.addWidget(self.way_back)
        self._area = scrolled(page)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(foot)

    def _read(self) -> None:
        if not self.backups.read():
            self.inside.say(self.tr("There is no backup yet. One is made every day on which something changed."))
        self._fit()

    def _look_anew(self) -> None:
        self.key_ask.forget()
        self._look()

    def _open(self, secret: str) -> object:
        assert self._asked_for is not None, "it is asked for a file"
        self._workspace.care.unlock(self._asked_for, secret)
        return None

    def _look_again(self) -> None:
        self._look()
        self.backups.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        self._stop()
        source, backup = self.backups.source(), self.backups.backup()
        if source is None:
            return
        reading = self.tr("Reading this backup…") if backup else self.tr("Reading {file}…").format(file=source.name)
        self.inside.say(reading)

        def work(_task: Task) -> Inside | str:
            with self._workspace.roster.elsewhere():
                if backup is not None and backup.people is None:  # else looking inside reads all of it, once
                    return self._workspace.care.trouble_of(backup)
                return self._workspace.bringing_back.look_into(source)

        self._task = self._tasks.run(work, self._show_inside, self._cannot_look)

    def _show_inside(self, found: Inside | str) -> None:
        self._task = None
        if isinstance(found, str):
            self.inside.say(said(found))
        else:
            self.inside.show_inside(found)
        self._fit()

    def _cannot_look(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, OtnetError):
            raise error
        if isinstance(error, PassphraseNeeded):
            told = self.tr("This backup was made under another passphrase than your data have now.")
            self.inside.say(told)
            self._asked_for = self.backups.source()
            self.key_ask.ask()
            QTimer.singleShot(0, self.key_ask, self._show_ask)
            return
        self.inside.say(said(error.told))
        if isinstance(error, DataDamaged):  # what is here today: there is a way out of that
            self._intents.failed.emit(error)

    def _show_ask(self) -> None:
        """Where the page is too low for it; the keyboard stays where it is."""
        self._area.ensureWidgetVisible(self.key_ask, 0, 0)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _fit(self) -> None:
        count = len(self.inside.chosen())
        idle = not self._is_working
        said = plural(count, self.tr("Bring back {n} person"), self.tr("Bring back {n} people"))
        self.bring.setText(said if count else self.tr("Bring back"))
        self.bring.setEnabled(idle and bool(count))
        self.restore.setEnabled(idle and self.inside.is_shown)
        for part in (self.backups, self.inside):
            part.setEnabled(idle)

    def _bring(self) -> None:
        source, people = self.backups.source(), self.inside.chosen()
        if source is None or not people or not self.bring.isEnabled():
            return
        self._name = people[0].name
        ids = [person.id for person in people]

        def work(_task: Task) -> int:
            with self._workspace.roster.elsewhere():
                return len(self._workspace.bringing_back.bring(source, ids))

        self._begin()
        self._tasks.run(work, even_if_gone(self._brought), even_if_gone(self._failed))

    def _brought(self, count: int) -> None:
        self._end()
        if count:
            self._intents.undoable.emit(said_back(count, self._name))
        if isValid(self):
            self._look()

    def _restore(self) -> None:
        source = self.backups.source()
        if source is not None and self.restore.isEnabled():
            self._put_back(source)

    def _put_back(self, source: Path) -> None:
        def work(_task: Task) -> tuple[int, Path | None]:
            with self._workspace.roster.elsewhere():
                restored = self._workspace.care.restore(source)
                return restored.people, restored.kept

        self._begin()
        self._tasks.run(work, even_if_gone(self._restored), even_if_gone(self._failed))

    def _restored(self, restored: tuple[int, Path | None]) -> None:
        self._end()
        said = said_restored(restored[0])
        self._intents.said.emit(said)
        if self._workspace.care.needs_new_start:
            self._intents.normal_start_wanted.emit()
        elif isValid(self):
            self.way_back.offer(said, restored[1])
            self._read()

    def _failed(self, error: Exception) -> None:
        self._end()
        self._intents.failed.emit(error)

    def _begin(self) -> None:
        self._stop()
        with self.keyboard_kept():
            self._is_working = True
            self._fit()

    def _end(self) -> None:
        """One may have gone elsewhere meanwhile."""
        self._is_working = False
        if not isValid(self):
            return
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self._fit()
        if had_focus:
            self.backups.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _heed(self, changed: Changed) -> None:
        if changed.touches(Room.PEOPLE) and not self._is_working:
            self._look()
