"""The real window on the sample network, with a clock that moves and a camera.

Public: ``Stage(folder, out, at, zone)`` with ``window``, ``workspace``, ``hands``, ``let_time_pass``, ``picture`` and
``close``. Nothing leaves it: letters for the mail program are caught, notifications are only remembered.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QMessageLogContext, QObject, QtMsgType, QUrl, QUrlQuery, Slot, qInstallMessageHandler
from PySide6.QtGui import QColor, QDesktopServices, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from otnet_desktop.app.identity import give_icon, introduce
from otnet_desktop.app.panes import real_panes
from otnet_desktop.app.reminding import Reminding
from otnet_desktop.app.resources import load_material, offer_to_qt
from otnet_desktop.app.sample import fill_if_empty
from otnet_desktop.app.touring.hands import Hands
from otnet_desktop.app.touring.moving_clock import MovingClock
from otnet_desktop.services.workspace import open_workspace
from otnet_desktop.ui.geometry import Kept
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.tasks import Tasks
from otnet_desktop.ui.theme.theme import Scheme, Theme
from otnet_desktop.ui.tray.notice import ActionHandler, Notice
from otnet_desktop.ui.tray.tray_icon import TrayIcon
from otnet_desktop.ui.widgets.toast import Toast
from otnet_desktop.ui.window_life import WindowLife

SIZE = (1280, 800)
SMALL = (1024, 768)
UNSEEN = ("This plugin does not support propagateSizeHints()", "This plugin does not support raise()")
DIMMED = 90
"""How dark the window is behind a form, of 255."""


class Remembering:
    """A notifier that remembers what it was asked to show."""

    name = "the tour"
    on_action: ActionHandler

    def __init__(self) -> None:
        self.notices: list[Notice] = []

    def is_available(self) -> bool:
        """Always."""
        return True

    def show(self, notice: Notice) -> None:
        """Remember it."""
        self.notices.append(notice)

    def withdraw(self, notice_id: str) -> None:
        """It was on no screen."""

    def close(self) -> None:
        """Nothing is held."""


class Postbox(QObject):
    """Stands where the mail program would."""

    def __init__(self) -> None:
        super().__init__()
        self.letters: list[QUrl] = []
        QDesktopServices.setUrlHandler("mailto", self, "take")  # type: ignore[arg-type]  # the stub asks for bytes, Qt refuses them

    @Slot(QUrl)
    def take(self, letter: QUrl) -> None:
        """A letter was handed over."""
        self.letters.append(letter)

    def last_subject(self) -> str:
        """What the last letter is about."""
        return QUrlQuery(self.letters[-1]).queryItemValue("subject", QUrl.ComponentFormattingOption.FullyDecoded)

    def close(self) -> None:
        """Let the mail program stand there again."""
        QDesktopServices.unsetUrlHandler("mailto")


class Stage(QObject):
    """Everything the program is made of but its process."""

    def __init__(self, folder: Path, out: Path, at: datetime, zone: ZoneInfo) -> None:
        super().__init__()
        self.app = _application()
        offer_to_qt()
        introduce(self.app)
        give_icon(self.app)
        self._out = out
        self._pictures: list[Path] = []
        self._theme = Theme(self.app, Scheme.LIGHT)
        self._theme.apply()
        self.zone = zone
        self.clock = MovingClock(at)
        self.workspace = open_workspace(folder, self.clock, _always(zone), load_material())
        fill_if_empty(self.workspace)
        self.postbox = Postbox()
        self.notifier = Remembering()
        self.hands = Hands()
        self.tasks = Tasks(self)
        self.window = MainWindow(Kept(folder))
        self.window.furnish(self._moment)
        self.window.call(self.tr("Sample network"))
        self.window.resize(*SIZE)
        self.window.show()
        self.life = WindowLife(self.window, self.workspace, self.tasks, real_panes())
        tray = TrayIcon(self.app.windowIcon(), self)
        self.reminding = Reminding(self.workspace, self.window.intents, self.notifier, tray, self, self)
        self.life.bridge.changed.connect(self.reminding.heed)
        self.window.activateWindow()
        self.hands.settle()

    def show_and_raise(self) -> None:
        """A notification was pressed."""
        self.window.activateWindow()

    def let_time_pass(self, until: datetime) -> list[str]:
        """Go on to a later time, waking whenever the program would; what notifications said comes back."""
        before = len(self.notifier.notices)
        while (due := self.reminding.next_instant()) is not None and due < until:
            self._wake(max(due, self.clock.now()))
            if self.reminding.next_instant() == due:
                break  # it was told, and waits for somebody
        self._wake(until)
        return [notice.title for notice in self.notifier.notices[before:]]

    def press_notification(self, about: str) -> None:
        """Press the newest notification whose title names somebody."""
        notice = next(notice for notice in reversed(self.notifier.notices) if about in notice.title)
        self.notifier.on_action(notice.id, notice.actions[0][0])
        self.hands.settle()

    def come_back(self) -> None:
        """From the mail program to this window."""
        QApplication.sendEvent(self.window, QEvent(QEvent.Type.WindowActivate))
        self.hands.settle()

    def picture(self, name: str, small: bool = False) -> None:
        """Take one in the light and one in the dark; at the end also of the smallest window."""
        for size in (SIZE, SMALL) if small else (SIZE,):
            self.window.resize(*size)
            for scheme in (Scheme.LIGHT, Scheme.DARK):
                self._theme.choose(scheme, 1.0)
                self.hands.settle()
                number = len(self._pictures) + 1
                width = "" if size == SIZE else f"-{size[0]}x{size[1]}"
                path = self._out / f"{number:02}-{name}{width}-{scheme.value}.png"
                self._grabbed().save(str(path))
                self._pictures.append(path)
        self.window.resize(*SIZE)
        self._theme.choose(Scheme.LIGHT, 1.0)
        self.hands.settle()

    def _grabbed(self) -> QPixmap:
        """The window, with the form that is open in front of it."""
        picture = self.window.grab()
        forms = [form for form in self.window.findChildren(QDialog) if form.isVisible()]
        with QPainter(picture) as painter:
            for form in forms:
                painter.fillRect(self.window.rect(), QColor(0, 0, 0, DIMMED))
                painter.drawPixmap(self.window.rect().center() - form.rect().center(), form.grab())
        return picture

    def pictures(self) -> list[Path]:
        """All that were taken, in order."""
        return list(self._pictures)

    def close(self) -> None:
        """Put everything away."""
        self.postbox.close()
        self.reminding.close()
        self.window.close()
        self.tasks.close()
        self.workspace.close()
        self.hands.settle()

    def _wake(self, at: datetime) -> None:
        """The program has been awake all the while, with nothing to tell until now."""
        self.clock.move_to(at - timedelta(minutes=1))
        self.reminding.watch()
        self.clock.move_to(at)
        for toast in self.window.findChildren(Toast):
            toast.hide()  # it has gone by itself since
        self.workspace.reminders.tick()
        self.reminding.look()
        self.window.people.look_at_clock()
        self.hands.settle()

    def _moment(self) -> tuple[datetime, ZoneInfo]:
        return self.clock.now(), self.zone


def _application() -> QApplication:
    qInstallMessageHandler(_pass_on)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication), "the tour needs windows"
    return app


def _pass_on(_kind: QtMsgType, _where: QMessageLogContext, said: str) -> None:
    """What Qt says, but not that a picture has no window manager, which it says for every form."""
    if said not in UNSEEN:
        print(said, file=sys.stderr)


def _always(zone: ZoneInfo) -> Callable[[], ZoneInfo]:
    def machine_zone() -> ZoneInfo:
        return zone

    return machine_zone
