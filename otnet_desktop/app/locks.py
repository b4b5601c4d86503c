"""The lock while the program runs: by hand, after idling, with the screen, and what comes forward meanwhile.

Public: ``Locks(window, workspace, tasks, keeper, tray)``, which brings forward the window, or the locked one.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.locking.idle_lock import IdleLock
from otnet_desktop.ui.locking.locker import Locker
from otnet_desktop.ui.locking.screen_lock import ScreenLock
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.tasks import Tasks
from otnet_desktop.ui.tray.tray_icon import TrayIcon
from otnet_desktop.ui.tray.window_keeper import WindowKeeper


class Locks(QObject):
    """Only where there is a passphrase does anything listen, or while one is being set."""

    def __init__(
        self, window: MainWindow, workspace: Workspace, tasks: Tasks, keeper: WindowKeeper, tray: TrayIcon
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._keeper = keeper
        self.locker = Locker(window, workspace, tasks)
        self._lock_keeper = WindowKeeper(self.locker.lock_window, tray)
        self._idle = IdleLock(workspace.clock, self._minutes, self)
        self._screen = ScreenLock(self)
        self._idle.idle.connect(self.locker.lock)
        self._screen.locked.connect(self._lock_with_screen)
        window.intents.rewriting.connect(self._listen)

    @property
    def is_locked(self) -> bool:
        """Whether nothing may be shown."""
        return self._workspace.locking.is_locked

    def listen(self) -> None:
        """As things are now: at the start, and when there is a passphrase, or none any more."""
        self._listen(False)

    def show_and_raise(self) -> None:
        """Bring forward what may be seen."""
        (self._lock_keeper if self.is_locked else self._keeper).show_and_raise()

    def tell(self, text: str) -> None:
        """Say it in what may be seen, brought forward. It may name nobody."""
        self.show_and_raise()
        if self.is_locked:
            self.locker.lock_window.page.say(text)
        else:
            self._window.intents.said.emit(text)

    def check(self) -> None:
        """Now and then: no window may become unreachable; and the computer may have slept."""
        self._idle.look()
        (self._lock_keeper if self.is_locked else self._keeper).check()

    def let_go(self) -> None:
        """The program ends: the next close is a real one."""
        self._keeper.let_go()
        self._lock_keeper.let_go()

    def close(self) -> None:
        """Nothing listens any more."""
        self._idle.stop()
        self._screen.stop()
        self.locker.close()

    def _listen(self, while_rewriting: bool) -> None:
        """Who locks the screen while a passphrase is being set wants the window locked afterwards."""
        if while_rewriting or self._workspace.locking.is_protected:
            self._idle.start()
            self._screen.start()
        else:
            self._idle.stop()
            self._screen.stop()

    def _minutes(self) -> int:
        return self._workspace.preferences.current.lock_after

    def _lock_with_screen(self) -> None:
        if self._workspace.preferences.current.lock_with_screen:
            self.locker.lock()
