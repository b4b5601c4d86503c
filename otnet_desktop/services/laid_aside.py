"""Values laid aside on the disk, so that a hundred thousand of them need no memory.

The file has no name, lies with the data, and is gone with whoever laid them there. Nobody else can read what is written
there, as the data may be protected: it is mixed with a stream of SHAKE-256, made from a key that is kept only here and
from the place, which is never used twice.
"""

from __future__ import annotations

import hashlib
import marshal
import secrets
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
        self._key = secrets.token_bytes(32)
        self._one_at_a_time = Lock()  # the file has one place at which it reads and writes
        weakref.finalize(self, self._file.close)

    def put(self, value: Any) -> int:  # noqa: ANN401 - whatever can be marshalled
        """Its place."""
        data = marshal.dumps(value)
        with self._one_at_a_time:
            self._file.seek(self._end)
            self._file.write(len(data).to_bytes(_LENGTH, "little") + self._mixed(data, self._end))
            place, self._end = self._end, self._end + _LENGTH + len(data)
        return place

    def get(self, place: int) -> Any:  # noqa: ANN401 - what was put there
        """What was put there."""
        with self._one_at_a_time:
            self._file.seek(place)
            length = int.from_bytes(self._file.read(_LENGTH), "little")
            data = self._file.read(length)
        return marshal.loads(self._mixed(data, place))

    def _mixed(self, data: bytes, place: int) -> bytes:
        """Unreadable, or readable again."""
        stream = hashlib.shake_256(self._key + place.to_bytes(8, "little")).digest(len(data))
        return (int.from_bytes(data, "little") ^ int.from_bytes(stream, "little")).to_bytes(len(data), "little")
