"""The real program with somebody who looks at it: ``python -m tests.campaigns.witness CLOCK [OPTIONS...]``.

It believes the time that stands in the file CLOCK, which goes on by itself, and wakes three times in a second instead
of once in a minute. Written on standard output, one a line: ``locked`` (the page that asks for the passphrase stands
there), ``refused WORDS`` (of the passphrase in ``WITNESS_SAYS``, which is said there), ``trouble KIND WORDS`` (the data
cannot be opened), ``offered BUTTON`` (a backup), ``open`` (the program runs), ``woke MOMENT``, ``shown JSON`` for each
notification, ``forward`` when its window came forward after it had been minimised, which it is at once again.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from otnet_desktop.app import starts, window
from otnet_desktop.app.main import main

if TYPE_CHECKING:
    from otnet_desktop.ui.tray.notice import Notice

SAID = "WITNESS_SAYS"
A_NAP = timedelta(seconds=0.3)


def tell(*words: object) -> None:
    print(*words, flush=True)


class ToldClock:
    """Both clocks move on with the real one and with what is written into the file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._began = time.monotonic()

    def now(self) -> datetime:
        return datetime.fromisoformat(self._file.read_text()) + timedelta(seconds=time.monotonic() - self._began)

    def monotonic(self) -> float:
        return self.now().timestamp()


class Screen:
    """Where notifications are shown."""

    name = "witness"

    def __init__(self) -> None:
        self.on_action = print

    def is_available(self) -> bool:
        return True

    def show(self, notice: Notice) -> None:
        tell("shown", json.dumps({"id": notice.id, "title": notice.title, "body": notice.body}))

    def withdraw(self, notice_id: str) -> None:
        tell("withdrawn", notice_id)

    def close(self) -> None:
        """Nothing is kept."""


class Minimised(QObject):
    """Keeps a window minimised and tells when somebody brought it forward."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.showMinimized()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowStateChange and not self._window.isMinimized():
            tell("forward")
            self._window.showMinimized()
        return super().eventFilter(watched, event)


class Watch(QObject):
    """Asks until there is something to tell, and tells it once, if the page stands there so long."""

    def __init__(self, page: QWidget, looks: Callable[[], str]) -> None:
        super().__init__(page)
        self._looks = looks
        self._timer = QTimer(self, interval=20)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if seen := self._looks():
            self._timer.stop()
            tell(seen)


class Start(window.Start):
    def _ask(self) -> None:
        super()._ask()
        Minimised(self._window)
        tell("locked")
        if SAID in os.environ:
            assert self._gate is not None
            self._gate.page.secret.setText(os.environ[SAID])
            self._gate.page.open_button.click()
            Watch(self._gate.page, self._refused)

    def _refused(self) -> str:
        assert self._gate is not None
        page = self._gate.page
        return f"refused {page.field.said}" if page.open_button.isEnabled() and page.field.said else ""

    def _tell(self, error: Exception) -> None:
        super()._tell(error)
        tell("trouble", type(error).__name__, error)
        Watch(self._window, self._offered)

    def _offered(self) -> str:
        from otnet_desktop.ui.trouble.recovery_page import RecoveryPage

        pages = [page for page in self._window.findChildren(RecoveryPage) if not page.take.isHidden()]
        return f"offered {pages[0].take.text()}" if pages else ""

    def _begin(self) -> None:
        from otnet_desktop.app import (
            heartbeat,
            running,
        )  # here, so that who is not the first loads no more than it would

        heartbeat.LONGEST_NAP = A_NAP
        vars(running).update(clock_for=lambda _given: ToldClock(Path(CLOCK)), choose_notifier=lambda *_where: Screen())
        super()._begin()
        assert self._running is not None
        self._running._heartbeat.woke.connect(self._wake)
        self._running._heartbeat._timer.setTimerType(Qt.TimerType.CoarseTimer)  # as else it keeps to whole seconds
        Minimised(self._window)
        tell("open")

    def _wake(self) -> None:
        assert self._running is not None
        tell("woke", self._running.workspace.clock.now().isoformat())


if __name__ == "__main__":
    CLOCK, *rest = sys.argv[1:]
    window.Start = Start  # type: ignore[misc]
    starts.ENOUGH = sys.maxsize  # it may be killed as soon as it stands there
    sys.exit(main(rest))
