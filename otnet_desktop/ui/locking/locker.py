"""Locks and unlocks: what is typed is saved, every window is hidden, and one field stands in their place.

Public: ``Locker(window, workspace, tasks)`` with ``lock()``, ``lock_window``, ``close()`` and the signals ``locked``
and ``unlocked``. Whatever wants to open a window meanwhile waits until it is unlocked, unseen. While the passphrase is
being set, changed or removed nothing is locked, but right afterwards, by the passphrase that holds then.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.locking.lock_window import LockWindow
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.tasks import Tasks
from otnet_desktop.ui.trouble.trouble_form import TroubleForm
from otnet_desktop.ui.unsaved import Keeps

Kind = Qt.WindowType
PASSING = frozenset({Kind.Popup, Kind.ToolTip, Kind.SplashScreen})
"""Windows that go by themselves."""


class Locker(QObject):
    """One for the program."""

    locked = Signal()
    unlocked = Signal()

    def __init__(self, window: MainWindow, workspace: Workspace, tasks: Tasks) -> None:
        super().__init__(window)
        self._window = window
        self._locking = workspace.locking
        self._intents = window.intents
        self._hidden: list[QWidget] = []
        self._focused: QWidget | None = None
        self._is_rewriting = self._was_asked = False
        self.lock_window = LockWindow(tasks, self._unlock)
        self.lock_window.page.opened.connect(self._show_again)
        window.intents.lock_wanted.connect(self.lock_now)
        window.intents.rewriting.connect(self._wait)

    def lock_now(self) -> None:
        """As asked for in the menu; without a passphrase, say what is missing."""
        if self._locking.is_protected:
            self.lock()
        else:
            self._intents.said.emit(self.tr("There is no passphrase yet. Set one in the settings, under Privacy."))

    def lock(self) -> None:
        """Now. Nothing happens without a passphrase, or where it is locked already."""
        if self._is_rewriting:
            self._was_asked = True
            return
        if not self._locking.is_protected or self._locking.is_locked:
            return
        self._focused = QApplication.focusWidget() or self._window.focusWidget()
        self._save()
        self._locking.lock()
        self.lock_window.setGeometry(self._window.geometry())
        was_seen = self._window.isVisible()
        for window in self._others():
            self._hide(window)
        self._application().installEventFilter(self)
        if was_seen:
            self.lock_window.show()
            self.lock_window.activateWindow()
        self.locked.emit()

    def close(self) -> None:
        """The program ends."""
        self._application().removeEventFilter(self)
        self.lock_window.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While it is locked: a window that is about to appear does not, and waits with the others."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and self._tells(watched):
            watched.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            self._hidden.append(watched)
            QTimer.singleShot(0, watched, watched.hide)
        return False

    def _wait(self, while_rewriting: bool) -> None:
        self._is_rewriting = while_rewriting
        if self._was_asked and not while_rewriting:
            self._was_asked = False
            self.lock()

    def _unlock(self, secret: str, by_code: bool) -> object:
        """In a worker: it takes a third of a second."""
        (self._locking.unlock_by_code if by_code else self._locking.unlock)(secret)
        return None

    def _show_again(self) -> None:
        self._application().removeEventFilter(self)
        self.lock_window.hide()
        hidden, self._hidden = self._hidden, []
        for window in dict.fromkeys([self._window, *hidden]):
            if isValid(window):
                window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, on=False)
                window.show()
        focused, self._focused = self._focused, None
        if focused is not None and isValid(focused) and focused.window().isVisible():
            focused.window().activateWindow()
            focused.setFocus()
        else:
            self._window.activateWindow()
        self.unlocked.emit()

    def _save(self) -> None:
        """Menus close, and whoever saves while one types, or when the keyboard leaves, does so."""
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass
        for window in QApplication.topLevelWidgets():
            if window.windowType() is Kind.ToolTip:  # of itself it stays for some seconds
                window.hide()
        for window in [self._window, *self._others()]:
            focused = window.focusWidget()
            if focused is not None:
                focused.clearFocus()
            for keeper in window.findChildren(Keeps):
                keeper.flush()

    def _hide(self, window: QWidget) -> None:
        if window is not self._window:
            self._hidden.append(window)
        window.hide()

    def _others(self) -> list[QWidget]:
        return [window for window in QApplication.topLevelWidgets() if window.isVisible() and self._tells(window)]

    def _tells(self, window: QWidget) -> bool:
        """Whether it may name somebody. A report of trouble does not."""
        return (
            window.isWindow()
            and window is not self.lock_window
            and window.windowType() not in PASSING
            and not isinstance(window, TroubleForm)
        )

    @staticmethod
    def _application() -> QApplication:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        return application
