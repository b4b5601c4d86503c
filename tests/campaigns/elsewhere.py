"""A file and a server nobody should ever ask, and names that would make a careless program do so."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from tests.campaigns.naughty import NAUGHTY, markup


class Elsewhere:
    """``names`` are those that ask for the file or at the server; ``was_read`` and ``was_asked`` tell whether."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "canary.png"
        self.file.write_bytes(b"\x89PNG")
        os.utime(self.file, (1_000_000_000, 1_500_000_000))  # read before it was written: any reading is noted
        self.server = socket.create_server(("127.0.0.1", 0))
        self.server.setblocking(False)
        self.names = markup(self.file.as_uri(), f"http://127.0.0.1:{self.server.getsockname()[1]}/x.png")

    def woven(self, turn: int = 0) -> Iterator[str]:
        """These and the others by turns, for ever; each turn begins at others, so that they come to other fields."""
        woven = [name for pair in zip(cycle(self.names), NAUGHTY, strict=False) for name in pair]
        return islice(cycle(woven), turn * 79, None)

    def was_read(self) -> bool:
        return self.file.stat().st_atime != 1_000_000_000

    def was_asked(self) -> bool:
        try:
            self.server.accept()[0].close()
        except BlockingIOError:
            return False
        return True

    def close(self) -> None:
        self.server.close()
