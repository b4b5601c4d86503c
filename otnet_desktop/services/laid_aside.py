"""Values laid aside on the disk, so that a hundred thousand of them need no memory.

The file has no name, lies with the data, and is gone with whoever laid them there. Nobody else can read what is written
there where the data are protected: each value is mixed with a stream of SHAKE-256, made from a key that is kept only
here and from its place, which is never used twice. (Of plain data it would protect nothing, and takes a tenth of the
time an import needs.)
"""

from __future__ import annotations

import hashlib
import marshal
import secrets
import tempfile
import weakref
from contextlib import ExitStack
from pathlib import Path
from threading import Lock
from typing import IO, Any

KEPT_IN_MEMORY = 4 << 20
"""Bytes before anything is written to the disk at all, and then at once: what lies there is only read."""

_LENGTH = 4
_WITHOUT_REFERENCES = 2
"""Of marshal's versions the one that looks for no value it met before: that takes longer than it saves."""


class LaidAside:
    """Takes tuples, lists, sets and dictionaries of texts, numbers and bytes, and hands them out again by their place.

    Raises OSError where the disk is full.
    """

    def __init__(self, folder: Path | None = None, *, is_secret: bool = True) -> None:
        self._folder = folder
        self._file: IO[bytes] | None = None
        self._written = 0
        self._waiting = bytearray()
        self._key = secrets.token_bytes(32) if is_secret else b""
        self._one_at_a_time = Lock()  # the file has one place at which it reads and writes
        self._open = ExitStack()
        weakref.finalize(self, self._open.close)

    def put(self, value: Any) -> int:  # noqa: ANN401 - whatever can be marshalled
        """Its place."""
        data = marshal.dumps(value, _WITHOUT_REFERENCES)
        with self._one_at_a_time:
            place = self._written + len(self._waiting)
            self._waiting += len(data).to_bytes(_LENGTH, "little")
            self._waiting += data
            if len(self._waiting) > KEPT_IN_MEMORY:
                self._write()
        return place

    def get(self, place: int) -> Any:  # noqa: ANN401 - what was put there
        """What was put there."""
        with self._one_at_a_time:
            data = self._waits(place - self._written) if place >= self._written else self._read(place)
        return marshal.loads(data)

    def _waits(self, begin: int) -> bytes:
        start = begin + _LENGTH
        return bytes(self._waiting[start : start + int.from_bytes(self._waiting[begin:start], "little")])

    def _write(self) -> None:
        if self._file is None:
            self._file = self._open.enter_context(tempfile.TemporaryFile(dir=self._folder))  # noqa: SIM115 - lives on
        self._file.seek(self._written)
        self._file.write(self._all_mixed() if self._key else self._waiting)
        self._written += len(self._waiting)
        self._waiting.clear()

    def _read(self, place: int) -> bytes:
        assert self._file is not None, "only what was written lies there"
        self._file.seek(place)
        data = self._file.read(int.from_bytes(self._file.read(_LENGTH), "little"))
        return self._mixed(data, place) if self._key else data

    def _all_mixed(self) -> bytes:
        """What waits, each value for itself, as each is read for itself."""
        mixed = bytearray()
        while len(mixed) < len(self._waiting):
            data = self._waits(len(mixed))
            place = self._written + len(mixed)
            mixed += len(data).to_bytes(_LENGTH, "little") + self._mixed(data, place)
        return bytes(mixed)

    def _mixed(self, data: bytes, place: int) -> bytes:
        """Unreadable, or readable again."""
        stream = hashlib.shake_256(self._key + place.to_bytes(8, "little")).digest(len(data))
        return (int.from_bytes(data, "little") ^ int.from_bytes(stream, "little")).to_bytes(len(data), "little")
