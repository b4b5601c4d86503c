"""The program once its first frame is on the screen: data, panes, tray, clock, signals and later starts, and their end.

Reminders become notifications in ``reminding``; ``upkeep`` looks after the data.
"""

from __future__ import annotations

import argparse
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from otnet_desktop.app.around import machine_around
from otnet_desktop.app.commands.clocks import clock_for, settle_clock, zone
from otnet_desktop.app.doorbell import Doorbell
from otnet_desktop.app.heartbeat import Heartbeat
from otnet_desktop.app.identity import APPLICATION_ID, DISPLAY_NAME
from otnet_desktop.app.instance import address
from otnet_desktop.app.leaving import Leaving
from otnet_desktop.app.locks import Locks
from otnet_desktop.app.panes import real_panes
from otnet_desktop.app.paths import runtime_folder
from otnet_desktop.app.reminding import Reminding
from otnet_desktop.app.resources import load_material, root
from otnet_desktop.app.sample import fill_if_empty, open_beside
from otnet_desktop.app.signals import EndSignals
from otnet_desktop.app.trouble import Trouble
from otnet_desktop.app.upkeep import Upkeep
from otnet_desktop.app.zone import machine_zone
from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.services.workspace import open_workspace
from otnet_desktop.store.keys import Key
from otnet_desktop.ui.drive_notice import DriveNotice
from otnet_desktop.ui.geometry import Kept
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.saving_a_copy import unsaved_page
from otnet_desktop.ui.tasks import Tasks
from otnet_desktop.ui.theme.theme import Scheme, Theme
from otnet_desktop.ui.tray.desktop_notifier import choose_notifier
from otnet_desktop.ui.tray.tray_icon import TrayIcon
from otnet_desktop.ui.tray.window_keeper import WindowKeeper
from otnet_desktop.ui.unsaved import Keeps
from otnet_desktop.ui.window_life import WindowLife


class Running(QObject):
    """Everything that lives as long as the program does."""

    notice_test_wanted = Signal()
    """Show a notification, so that one sees whether they work."""
    recovering = Signal(MainWindow)
    """Everything here has ended, and this window stands: somebody else is to hear later starts and the system."""

    def __init__(
        self,
        app: QApplication,
        window: MainWindow,
        theme: Theme,
        kept: Kept,
        folder: Path,
        given: argparse.Namespace,
        key: Key | None = None,
    ) -> None:
        super().__init__()
        self._app = app
        self._theme = theme
        self._kept = kept
        self._given = given
        self._folder = folder
        self._waiting: list[str] = []
        """Files to look at when it is unlocked."""
        self.starts_again = False
        """Whether another copy is to start when this one has ended."""
        self._has_ended = False
        self._recovery: MainWindow | None = None
        self.window = window
        clock = clock_for(given)
        self.trouble = Trouble(folder, clock, window)
        self.trouble.worldly.connect(window.intents.failed)
        self.trouble.listen()
        self.workspace = open_workspace(folder, clock, zone, load_material(), key=key, safe=given.safe_mode)
        if given.sample:
            fill_if_empty(self.workspace)
        settle_clock(self.workspace)
        self.tasks = Tasks(self)
        self.tray = TrayIcon(app.windowIcon(), self, is_wanted=not given.safe_mode)
        self.life = WindowLife(window, self.workspace, self.tasks, real_panes())
        self._doorbell = Doorbell(address(folder, runtime_folder()), self)
        self._ends = EndSignals(self)
        self.keeper = WindowKeeper(window, self.tray)
        self.locks = Locks(window, self.workspace, self.tasks, self.keeper, self.tray)
        self._leaving = Leaving(window, self.locks.tell)
        notifier = choose_notifier(self.tray, DISPLAY_NAME, APPLICATION_ID, root() / "icons" / "app.svg")
        self._reminding = Reminding(self.workspace, window.intents, notifier, self.tray, self.locks, self)
        self._upkeep = Upkeep(self.workspace, self.tasks, window.intents, self)
        self._heartbeat = Heartbeat(
            self.workspace.clock,
            self._reminding.next_instant,
            self._tick,
            zone=machine_zone,
            on_zone=self._zone_changed,
            parent=self,
        )
        self._heard: Changed | None = None
        self._remind_soon, self._replan = QTimer(self), QTimer(self)
        for timer, work in ((self._remind_soon, self._remind_anew), (self._replan, self._heartbeat.replan)):
            timer.setSingleShot(True)
            timer.setInterval(0)
            timer.timeout.connect(work)
        self.life.desks.settle(machine_around(folder, self._heartbeat, self.notice_test_wanted.emit))
        self._connect()

    def begin(self) -> None:
        """Let the program live: the tray appears, later starts are heard, the clock runs."""
        self._follow_theme()
        self._doorbell.listen()
        self.tray.show()
        if self._given.hidden:
            self.keeper.start_hidden()
        if self._given.sample:
            self.window.call(self.tr("Sample network"))
            self.window.banner.mark("sample", self.tr("This is the sample network; your own people are kept apart."))
        if self._given.safe_mode:
            self._say_safe()
        DriveNotice(self.workspace, self.window.banner, self.window.intents).look()
        self._heartbeat.start()
        self.locks.listen()
        if self._given.files:
            self.window.intents.import_wanted.emit(list(self._given.files))

    def _say_safe(self) -> None:
        said = self.tr("Safe mode: the look as it comes, no tray, no calendars watched. Your settings are kept.")
        self.window.banner.mark("safe", said)
        self.window.banner.lead(self.tr("Start as usual"), self.window.intents.normal_start_wanted)

    def end(self) -> None:
        """Put everything away, once; nothing of it may be used afterwards."""
        if self._has_ended:
            return
        self._has_ended = True
        self._heartbeat.stop()
        self.locks.close()
        self._reminding.close()
        self._doorbell.close()
        self._ends.close()
        self.tray.close()
        self.workspace.trash.stop_wiping()  # it goes on at the next start; nobody waits for it now
        self.tasks.close()
        if not self.workspace.soundness.is_damaged:
            for keeper in self.window.findChildren(Keeps):  # what waited until a worker had written
                keeper.flush()
        self.workspace.close()
        self.trouble.close()

    def quit(self) -> None:
        """Close the window for good and end."""
        self.locks.let_go()
        self.window.close()
        self._app.quit()

    def _leave(self) -> None:
        if self._leaving.may_go():
            self.quit()

    def _recover(self) -> None:
        """The data are damaged: nobody here looks at them any more, and what was written goes along."""
        from otnet_desktop.app.recovering import recovery_window

        unsaved, key = unsaved_page(), self.workspace.store.database.key
        self.locks.let_go()
        self.window.close()
        self.end()
        self._recovery = recovery_window(self._kept, self._folder, key, unsaved, self._start_recovered)
        self.window.deleteLater()
        self.recovering.emit(self._recovery)

    def _start_recovered(self) -> None:
        self.starts_again = True
        self._app.quit()

    def _rest(self, while_rewriting: bool) -> None:
        """Nothing looks at the data by itself while they are written anew."""
        if while_rewriting:
            self._heartbeat.stop()
        else:
            self._heartbeat.start()

    def _start_as_usual(self) -> None:
        if self.workspace.care.needs_new_start or self._leaving.may_go():
            self.starts_again = True
            self.quit()

    def _connect(self) -> None:
        intents = self.window.intents
        intents.rewriting.connect(self._rest)
        self.locks.locker.locked.connect(self._heed_lock)
        self.locks.locker.unlocked.connect(self._heed_lock)
        intents.normal_start_wanted.connect(self._start_as_usual)
        intents.quit_wanted.connect(self._leave)
        intents.recovery_wanted.connect(self._recover)
        if not self._given.sample:
            intents.sample_wanted.connect(self._open_sample)
        self.tray.quit_requested.connect(self._leave)
        self.tray.open_requested.connect(self.locks.show_and_raise)
        self.tray.quick_add_requested.connect(self._quick_add)
        self.tray.item_requested.connect(self._follow_up)
        self._doorbell.rung.connect(self._answer_the_door)
        self._ends.end_asked.connect(self.quit)
        self._heartbeat.woke.connect(self.locks.check)
        self._heartbeat.woke.connect(self._reminding.watch)
        self._heartbeat.woke.connect(self._upkeep.look)
        self.notice_test_wanted.connect(self._reminding.try_out)
        self._heartbeat.woke.connect(self.window.people.look_at_clock)
        self.life.bridge.changed.connect(self._heed)

    def _open_sample(self) -> None:
        open_beside(self._folder)

    def _quick_add(self) -> None:
        self.locks.show_and_raise()
        if not self.locks.is_locked:
            self.window.intents.capture_wanted.emit()

    def _follow_up(self, key: str) -> None:
        self.locks.show_and_raise()
        if not self.locks.is_locked:
            self.window.intents.follow_up_wanted.emit(key)

    def _answer_the_door(self, files: list[Path]) -> None:
        """A later start: come forward, with its files."""
        self.locks.show_and_raise()
        self._waiting += [str(file) for file in files]
        self._open_waiting()

    def _open_waiting(self) -> None:
        """Files that came while it was locked are looked at afterwards."""
        if self._waiting and not self.locks.is_locked:
            waiting, self._waiting = self._waiting, []
            self.window.intents.import_wanted.emit(waiting)

    def _heed_lock(self) -> None:
        """Names leave the tray and the screen, or come back."""
        self._reminding.heed(Changed(frozenset({Room.PREFERENCES}), None))
        self._open_waiting()

    def _tick(self, _now: datetime, _slept: timedelta, _jumped: bool) -> None:
        self.workspace.reminders.tick()
        self._reminding.look()

    def _zone_changed(self, _name: str) -> None:
        self.workspace.steps.announce(Changed(frozenset({Room.PREFERENCES}), None))

    def _heed(self, changed: Changed) -> None:
        """Every screen looks again now; tray and clock a turn later each, so that no turn takes long."""
        self._heard = changed if self._heard is None else self._heard | changed
        self._remind_soon.start()
        self._follow_theme()

    def _remind_anew(self) -> None:
        heard, self._heard = self._heard, None
        if heard is not None:
            self._reminding.heed(heard)
        self._replan.start()

    def _follow_theme(self) -> None:
        scheme = Scheme(self.workspace.preferences.current.theme)
        text_scale = self.workspace.preferences.current.text_percent / 100
        self._theme.choose(scheme, text_scale)
        self._kept.keep_look(scheme, text_scale)
