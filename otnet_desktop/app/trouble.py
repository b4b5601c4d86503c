"""Catches what nothing else caught, wherever it happened, and tells it: on the screen and in the log.

Public: ``Trouble(folder, clock, window)`` with ``listen()``, ``hear(error)`` and ``close()``. PySide prints an
exception in a slot, an event handler or a virtual method through ``sys.excepthook`` and goes on as if nothing had been,
so the hook is the place to hear of it. Threads, finalisers and what the program itself logs have hooks of their own.
"""

from __future__ import annotations

import logging
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from otnet_desktop.app.report import place_of, report_of, told
from otnet_desktop.app.trouble_log import TroubleLog
from otnet_desktop.domain.errors import OtnetError
from otnet_desktop.services.clock import Clock
from otnet_desktop.ui.trouble.trouble_form import TroubleForm

ASKED_BY_THE_SCREEN = frozenset(
    {"paintEvent", "paint", "sizeHint", "data", "flags", "rowCount", "columnCount", "heightForWidth", "drawContents"}
)
"""What Qt asks for again and again without anybody doing anything: told once, not at every look."""

MOST_KINDS = 200
"""Different mistakes that are counted."""


class Trouble(QObject):
    """One report on the screen at a time; each mistake in the log, and how often it came again."""

    worldly = Signal(object)
    """An error that is no mistake of ours, and that nobody took: it has its own words."""
    _happened = Signal(str)

    def __init__(self, folder: Path, clock: Clock, window: QWidget) -> None:
        super().__init__(window)
        self._log = TroubleLog(folder)
        self._clock = clock
        self._window = window
        self._shown: TroubleForm | None = None
        self._times: dict[str, int] = {}
        self._turn = threading.Lock()
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        self._warnings = _Warnings(self._log, clock)
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        """From now on."""
        sys.excepthook = self._hear
        threading.excepthook = self._hear_thread
        sys.unraisablehook = self._hear_unraisable
        logging.getLogger().addHandler(self._warnings)

    def close(self) -> None:
        """As it was before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        logging.getLogger().removeHandler(self._warnings)

    def hear(self, error: BaseException) -> None:
        """An exception that nobody else took. In whatever thread; it never raises one itself."""
        try:
            report, count, is_told = report_of(error), *self._count(error)
            if count & (count - 1) == 0:  # the first, second, fourth ... time: a storm must not fill the disk
                said = report if count == 1 else f"{count} times by now: {told(error)}"
                self._log.write(self._clock.now(), said)
                if sys.stderr is not None:
                    print(said, file=sys.stderr)
            if is_told and isinstance(error, OtnetError):
                self.worldly.emit(error)
            elif is_told:
                self._happened.emit(report)
        except Exception as another:  # noqa: BLE001 - nothing is left to tell it but this
            self._log.write(self._clock.now(), f"{type(error).__qualname__}, then {type(another).__qualname__}")

    def _count(self, error: BaseException) -> tuple[int, bool]:
        """How often this happened by now, and whether it is worth a report on the screen."""
        kind = told(error)
        with self._turn:
            count = self._times.get(kind, 0) + 1
            if count > 1 or len(self._times) < MOST_KINDS:
                self._times[kind] = count
        trace = error.__traceback__
        outermost = trace.tb_frame.f_code.co_name if trace is not None else ""
        return count, count == 1 or outermost not in ASKED_BY_THE_SCREEN

    def _hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        self.hear(error.with_traceback(trace))
        for name in ("last_type", "last_value", "last_traceback"):  # else they hold the windows it went through
            with suppress(AttributeError):
                delattr(sys, name)

    def _hear_thread(self, heard: threading.ExceptHookArgs) -> None:
        if heard.exc_value is not None:
            self.hear(heard.exc_value.with_traceback(heard.exc_traceback))

    def _hear_unraisable(self, heard: sys.UnraisableHookArgs) -> None:
        if heard.exc_value is not None:
            self.hear(heard.exc_value.with_traceback(heard.exc_traceback))

    def _tell(self, report: str) -> None:
        """On the window's thread, when what failed has ended; its parent is a dialog that blocks the others, if any."""
        if self._shown is not None and isValid(self._shown) and self._shown.isVisible():
            return
        try:
            self._shown = TroubleForm(report, QApplication.activeModalWidget() or self._window)
            self._shown.open()
        except Exception as another:  # noqa: BLE001 - told as any other it would come back here, for ever
            self._log.write(self._clock.now(), f"This could not be shown: {told(another)}")


class _Warnings(logging.Handler):
    """What the program warns of, as it stands in the program: without what is filled in, which may name somebody."""

    def __init__(self, log: TroubleLog, clock: Clock) -> None:
        super().__init__(logging.WARNING)
        self._log = log
        self._clock = clock

    def emit(self, record: logging.LogRecord) -> None:
        """Add it to the log."""
        place = f"{place_of(record.pathname)}:{record.lineno}"
        said = f"{record.levelname} {place}: {record.msg if isinstance(record.msg, str) else type(record.msg).__name__}"
        error = record.exc_info[1] if record.exc_info else None
        said = f"{said}\n{told(error)}" if error is not None else said
        self._log.write(self._clock.now(), said)
        if sys.stderr is not None:
            print(said, file=sys.stderr)
