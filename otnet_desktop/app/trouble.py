"""Catches what nothing else caught: an exception in a slot, an event handler or a thread is logged and told.

Public: ``Trouble(folder, clock, window)`` with ``listen()`` and ``close()``. PySide prints such an exception through
``sys.excepthook`` and goes on as if nothing had been, so the hook is the place to hear of it.
"""

from __future__ import annotations

import sys
import threading
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from otnet_desktop.services.clock import Clock
from otnet_desktop.ui.trouble.report import report_of
from otnet_desktop.ui.trouble.trouble_form import TroubleForm

LOG = "trouble.log"
LARGEST_LOG = 256 * 1024
"""Bytes; then the older half goes."""


class Trouble(QObject):
    """One report on the screen at a time; all of them in the log."""

    _happened = Signal(str)

    def __init__(self, folder: Path, clock: Clock, window: QWidget) -> None:
        super().__init__(window)
        self._log = folder / LOG
        self._clock = clock
        self._window = window
        self._shown: TroubleForm | None = None
        self._before = sys.excepthook, threading.excepthook
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        """From now on."""
        sys.excepthook = self._hear
        threading.excepthook = self._hear_thread

    def close(self) -> None:
        """As it was before."""
        sys.excepthook, threading.excepthook = self._before

    def _hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        report = report_of(error.with_traceback(trace))
        print(report, file=sys.stderr)
        write(self._log, self._clock.now(), report)
        self._happened.emit(report)

    def _hear_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self._hear(told.exc_type, told.exc_value, told.exc_traceback)

    def _tell(self, report: str) -> None:
        """On the window's thread, when what failed has ended."""
        if self._shown is None:
            self._shown = TroubleForm(report, self._window)
            self._shown.finished.connect(self._was_read)
            self._shown.open()

    def _was_read(self, _result: int) -> None:
        self._shown = None


def write(log: Path, at: datetime, report: str) -> None:
    """Add a report to the log; a log that cannot be written must not be the next trouble."""
    try:
        if log.exists() and log.stat().st_size > LARGEST_LOG:
            log.write_text(log.read_text("utf-8", "replace")[-LARGEST_LOG // 2 :], "utf-8")
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{at.isoformat(timespec='seconds')}\n{report}\n\n")
        log.chmod(0o600)
    except OSError as error:
        print(f"The log cannot be written ({error.strerror or error}).", file=sys.stderr)
