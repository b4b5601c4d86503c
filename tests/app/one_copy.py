"""A program that may run once for each folder, as small as can be.

    python -m tests.app.one_copy FOLDER RUNTIME [FILE...]

It says on standard output what became of it: ``first`` (then ``rung FILES`` for each later start, until its
standard input is closed) or ``handed over`` or ``silent``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSocketNotifier

from otnet_desktop.app.doorbell import Doorbell
from otnet_desktop.app.instance import FolderLock, address, enter
from otnet_desktop.domain.errors import DataUnavailable


def say(text: str) -> None:
    print(text, flush=True)


def main(folder: Path, runtime: Path, files: list[Path]) -> int:
    lock, where = FolderLock(folder), address(folder, runtime)
    try:
        if not enter(lock, where, files):
            say("handed over")
            return 0
    except DataUnavailable as err:
        say(f"silent: {err}")
        return 4
    app = QCoreApplication([])
    doorbell = Doorbell(where)
    doorbell.rung.connect(lambda names: say("rung " + " ".join(map(str, names))))
    doorbell.listen()
    stdin = QSocketNotifier(0, QSocketNotifier.Type.Read)
    stdin.activated.connect(app.quit)
    say("first")
    app.exec()
    doorbell.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), [Path(name) for name in sys.argv[3:]]))
