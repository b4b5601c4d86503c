"""One running copy for each data folder: the first keeps the folder, later ones hand their files over and leave.

The lock is the kernel's own on an open file, so it is gone in the moment its process is, however that ended, and there
is nothing to clean up. The lock decides; the socket (``doorbell.py``) only carries the message. A server alone would
let two simultaneous starts both win.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from otnet_desktop.domain.errors import DataUnavailable

PATIENCE_S = 60.0
"""How long the first copy may take to answer. With fifty starts at once on two busy cores it took twenty seconds."""

LONGEST_ADDRESS = 100
"""Bytes: what every system's sockets hold, macOS's 104 being the least."""


class FolderLock:
    """Held by the one process that may keep the folder open. Its file stays behind; only the lock on it counts."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "instance.lock"
        self._file: int | None = None

    def acquire(self) -> bool:
        """Take it if it is free, without waiting."""
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        if not _lock(file):
            os.close(file)
            return False
        os.ftruncate(file, 0)
        os.write(file, str(os.getpid()).encode())
        self._file = file
        return True

    def release(self) -> None:
        """Give it back; the end of the process does the same."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def holder(self) -> str:
        """Number of the process that holds it, as text; empty when that cannot be read."""
        try:
            return self._path.read_text().strip()
        except OSError:
            return ""


def _lock(file: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            # A byte far behind the text, since a locked one cannot be read there.
            os.lseek(file, 1 << 20, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            os.lseek(file, 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def address(folder: Path, runtime: Path) -> str:
    """Where the first copy of ``folder`` listens: a socket in ``runtime`` if that is private and not too long.

    Else in ``folder`` itself, which is private; in a shared one, others could listen first. On Windows: a pipe's name.
    """
    known_by = folder.stat()  # the same folder by whatever name, and no two folders alike
    mark = f"otnet-{known_by.st_dev:x}-{known_by.st_ino:x}"
    if sys.platform == "win32":
        return mark
    fits = len(os.fsencode(runtime / mark)) <= LONGEST_ADDRESS and _is_private(runtime)
    return str(runtime / mark if fits else folder / "instance.socket")


def _is_private(folder: Path) -> bool:
    try:
        status = folder.stat()
    except OSError:
        return False
    return status.st_uid == os.getuid() and not status.st_mode & 0o077


def enter(lock: FolderLock, where: str, files: Iterable[Path], patience: float = PATIENCE_S) -> bool:
    """True: this process is the first and now holds ``lock``. False: the first one took ``files`` and comes forward.

    Raises DataUnavailable when the first one holds the lock but does not answer.
    """
    given = [str(file.absolute()) for file in files]
    end = time.monotonic() + patience
    while True:
        # Asked again each round: the first one may end while we wait for its answer.
        if lock.acquire():
            return True
        if _hand_over(where, given, end):
            return False
        if time.monotonic() > end:
            holder = lock.holder()
            raise DataUnavailable(
                "OTnet Desktop is already running but does not answer.",
                f"Wait a moment and start it again, or end process {holder} first." if holder else "",
            )
        time.sleep(0.05)


def _hand_over(where: str, files: list[str], end: float) -> bool:
    """Whether the first copy said that it has the message. It may be frozen: a connection alone says nothing."""
    import json

    from PySide6.QtNetwork import QLocalSocket

    caller = QLocalSocket()
    caller.connectToServer(where)
    if not caller.waitForConnected(1000):
        return False
    caller.write(json.dumps({"open": files, "raise": True}).encode() + b"\n")
    while not caller.canReadLine():
        left = int((end - time.monotonic()) * 1000)
        if left <= 0 or not caller.waitForReadyRead(left):
            break
    answered = bool(caller.readLine().data() == b"ok\n")
    caller.disconnectFromServer()
    return answered
