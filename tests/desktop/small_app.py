"""The desktop side of the program with a window that holds next to nothing: ``python -m tests.desktop.small_app``.

It prints what happens, one line each, and takes orders on standard input:

    due N [TITLE]...     N things are due, these first        discreet N [TITLE]...     the same in discreet mode
    notice ID TITLE|BODY show a notice with the buttons Write and Later          withdraw ID
    where                print where the window is: shown, hidden or minimised
    check                look whether a hidden window must come back
"""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from otnet_desktop.app.display import FINE, probe
from otnet_desktop.app.doorbell import Doorbell
from otnet_desktop.app.instance import FolderLock, address, enter
from otnet_desktop.app.signals import EndSignals
from otnet_desktop.ui.tray.desktop_notifier import choose_notifier
from otnet_desktop.ui.tray.notice import Notice
from otnet_desktop.ui.tray.tray_icon import TrayIcon
from otnet_desktop.ui.tray.tray_state import TrayState
from otnet_desktop.ui.tray.window_keeper import WindowKeeper

ICON = Path(__file__).parents[2] / "resources" / "icons" / "app.svg"
NAME = "Small app"


def say(*words: object) -> None:
    print(*words, flush=True)


class SmallApp(QObject):
    """Everything wired as the real program wires it."""

    def __init__(self, app: QApplication, where: str) -> None:
        super().__init__()
        self._app = app
        self._window = QMainWindow()
        self._window.setWindowTitle(NAME)
        self._window.setCentralWidget(QLabel("Nothing to see here."))
        self._tray = TrayIcon(QIcon(str(ICON)), self)
        self._keeper = WindowKeeper(self._window, self._tray)
        self._notifier = choose_notifier(self._tray, NAME, "org.otnet.OTnetDesktop", ICON)
        self._doorbell = Doorbell(where, self)
        self._ends = EndSignals(self)
        self._stdin = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        self._connect()

    def _connect(self) -> None:
        self._tray.open_requested.connect(self._open)
        self._tray.item_requested.connect(lambda key: say("item", key))
        self._tray.quick_add_requested.connect(lambda: say("quick add"))
        self._tray.pause_requested.connect(lambda: say("pause"))
        self._tray.quit_requested.connect(self._quit)
        self._keeper.stayed_in_tray.connect(lambda: say("stayed in tray"))
        self._notifier.on_action = lambda notice, action: say("action", notice, action)
        self._doorbell.rung.connect(self._rung)
        self._ends.end_asked.connect(self._end_asked)
        self._stdin.activated.connect(self._order)

    def begin(self, *, hidden: bool) -> None:
        self._doorbell.listen()
        self._tray.show()
        if hidden:
            self._keeper.start_hidden()
        else:
            self._window.show()
        say("ready")

    def _open(self) -> None:
        self._keeper.show_and_raise()
        say("opened")

    def _rung(self, files: list[Path]) -> None:
        self._keeper.show_and_raise()
        say("rung", *files)

    def _end_asked(self, number: int) -> None:
        say("signal", number)
        self._quit()

    def _quit(self) -> None:
        self._keeper.let_go()
        self._window.close()
        self._notifier.close()
        self._tray.close()
        self._doorbell.close()
        self._app.quit()

    def _order(self) -> None:
        verb, *words = shlex.split(sys.stdin.readline()) or ["end"]
        match verb:
            case "due" | "discreet":
                items = tuple((f"key{index}", title) for index, title in enumerate(words[1:]))
                self._tray.update_state(TrayState(int(words[0]), items, discreet=verb == "discreet"))
            case "notice":
                title, _, body = words[1].partition("|")
                buttons = (("write", "Write"), ("later", "Later"))
                self._notifier.show(Notice(words[0], title, body, buttons, default_label="Open"))
            case "withdraw":
                self._notifier.withdraw(words[0])
            case "where":
                minimised = "minimised" if self._window.isMinimized() else "shown"
                say("window", "hidden" if self._window.isHidden() else minimised)
            case "check":
                self._keeper.check()
            case "end":
                self._stdin.setEnabled(False)
        if verb != "where":
            say("done", verb)


def main(folder: Path, *, hidden: bool) -> int:
    lock, where = FolderLock(folder), address(folder, folder)
    if not enter(lock, where, []):
        say("handed over")
        return 0
    verdict = probe()
    if verdict != FINE:
        say(verdict.sentence)
        return 3
    app = QApplication(["small-app"])
    app.setQuitOnLastWindowClosed(False)
    app.setDesktopFileName("org.otnet.OTnetDesktop")
    app.setWindowIcon(QIcon(str(ICON)))
    small = SmallApp(app, where)
    small.begin(hidden=hidden)
    status = app.exec()
    say("clean end")
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), hidden="--hidden" in sys.argv))
