"""Where later starts ring: the first copy listens, answers, and comes forward with the files they were given."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger(__name__)

LONGEST_MESSAGE = 1 << 20
"""Bytes: far more than a command line holds."""


class Doorbell(QObject):
    """Emits ``rung(files)``, a list of absolute paths, often empty, for each later start; show and raise the window.

    Only the process that holds the folder's lock may listen: it takes the place of what a killed one left.
    """

    rung = Signal(list)

    def __init__(self, where: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._where = where
        self._server = QLocalServer(self)
        # Also has the socket moved into place when it is ready, so that one left by a killed copy is replaced.
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)

    def listen(self) -> bool:
        """Begin; when that fails the program runs all the same, only later starts cannot reach it."""
        if not self._server.listen(self._where):
            log.warning("Later starts cannot reach this one: %s", self._server.errorString())
            return False
        return True

    def close(self) -> None:
        """Stop listening and remove the address."""
        self._server.close()

    def _welcome(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.readyRead.connect(self._read)
            caller.disconnected.connect(caller.deleteLater)
            self._hear(caller)

    def _read(self) -> None:
        caller = self.sender()
        if isinstance(caller, QLocalSocket):
            self._hear(caller)

    def _hear(self, caller: QLocalSocket) -> None:
        if caller.bytesAvailable() > LONGEST_MESSAGE:
            caller.abort()
        if not caller.canReadLine():
            return  # the rest is on its way
        try:
            files = [Path(name) for name in json.loads(bytes(caller.readLine().data()))["open"]]
        except (ValueError, KeyError, TypeError) as err:
            log.warning("A later start said something unknown: %s", err)
            caller.abort()
            return
        caller.write(b"ok\n")
        caller.flush()
        self.rung.emit(files)
