"""What the system asks by signal (SIGTERM at log-out, Ctrl+C in a terminal) becomes an ordinary clean close.

Python runs its signal handlers only between two of its own instructions, and while Qt waits for events there are none.
So the number of the signal is written into a socket by Python's C code, and Qt wakes up for that socket.
"""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name))


def _leave_to_qt(_number: int, _frame: FrameType | None) -> None:
    """Without a handler of Python's own, the number would not be written and the process would end on the spot."""


class EndSignals(QObject):
    """Emits ``end_asked(number)`` in the GUI thread for the first ending signal; a second one ends at once."""

    end_asked = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading, self._writing = socket.socketpair()
        self._reading.setblocking(False)
        self._writing.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._wakeup_before = signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, _leave_to_qt) for number in ENDING}

    def _read(self) -> None:
        try:
            numbers = self._reading.recv(64)
        except BlockingIOError:
            return
        for number in numbers:
            if number in ENDING:
                # Whoever asks twice does not want to wait for the closing.
                signal.signal(number, signal.SIG_DFL)
                self.end_asked.emit(number)

    def close(self) -> None:
        """Give the signals back as they were found."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._reading.close()
        self._writing.close()
