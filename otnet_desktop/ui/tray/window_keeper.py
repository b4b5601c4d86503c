"""Closing the window keeps the program in the tray, where there is one; never does a window become unreachable."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QWidget

from otnet_desktop.ui.forward import bring_forward
from otnet_desktop.ui.tray.tray_icon import TrayIcon

LATE_TRAY_MS = 30_000
"""At log-in the panel often starts after us."""


class WindowKeeper(QObject):
    """Hides, minimises and brings back ``window``.

    With a tray, closing hides; without one it minimises. ``stayed_in_tray`` is emitted each time the window went into
    the tray at the user's wish, for the note that is shown once in a lifetime.
    """

    stayed_in_tray = Signal()

    def __init__(self, window: QWidget, tray: TrayIcon) -> None:
        super().__init__(window)
        self._window = window
        self._tray = tray
        self._lets_go = False
        self._late_tray = QTimer(self)
        self._late_tray.setSingleShot(True)
        self._late_tray.setInterval(LATE_TRAY_MS)
        self._late_tray.timeout.connect(self.check)
        window.installEventFilter(self)

    def let_go(self) -> None:
        """The program ends: the next close is a real one."""
        self._lets_go = True
        self._late_tray.stop()

    def start_hidden(self) -> None:
        """Begin without a window, in a tray that may still be on its way."""
        self._late_tray.start()

    def show_and_raise(self) -> None:
        """Bring the window to the front from wherever it is."""
        self._late_tray.stop()
        bring_forward(self._window)

    def check(self) -> None:
        """A hidden window whose tray is gone, or never came, comes back minimised. To be called now and then."""
        if self._late_tray.isActive() or not self._window.isHidden():
            return
        QPixmapCache.clear()  # pictures nobody sees; emptying itself bit by bit, it wakes us every ten seconds
        if not self._tray.is_there():
            self._window.showMinimized()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn a close into hiding or minimising."""
        if watched is not self._window or event.type() != QEvent.Type.Close or self._lets_go:
            return super().eventFilter(watched, event)
        event.ignore()
        if self._tray.is_there():
            self._window.hide()
            self.stayed_in_tray.emit()
        else:
            self._window.showMinimized()
        return True
