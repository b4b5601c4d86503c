"""Values laid aside on the disk, so that a hundred thousand of them need no memory.

The file has no name, lies with the data, and is gone with whoever laid them there.
"""

from __future__ import annotations

import marshal
import tempfile
import weakref
from pathlib import Path
from threading import Lock
from typing import Any

KEPT_IN_MEMORY = 4 << 20
"""Bytes before anything is written to the disk at all."""

_LENGTH = 4


class LaidAside:
    """Takes tuples, lists and dictionaries of texts, numbers and bytes, and hands them out again by their place."""

    def __init__(self, folder: Path | None = None) -> None:
        directory = str(folder) if folder else None
        self._file = tempfile.SpooledTemporaryFile(max_size=KEPT_IN_MEMORY, dir=directory)  # noqa: SIM115 - lives on
        self._end = 0
        self._one_at_a_time = Lock()  # the file has one place at which it reads and writes
        weakref.finalize(self, self._file.close)

    def put(self, value: Any) -> int:  # noqa: ANN401 - whatever can be marshalled
        """Its place."""
        data = marshal.dumps(value)
        with self._one_at_a_time:
            self._file.seek(self._end)
            self._file.write(len(data).to_bytes(_LENGTH, "little") + data)
            place, self._end = self._end, self._end + _LENGTH + len(data)
        return place

    def get(self, place: int) -> Any:  # noqa: ANN401 - what was put there
        """What was put there."""
        with self._one_at_a_time:
            self._file.seek(place)
            length = int.from_bytes(self._file.read(_LENGTH), "little")
            data = self._file.read(length)
        return marshal.loads(data)
