"""The log of the recorder (``recorder.c`` writes it): one record for each call that changed something."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple

HEAD = struct.Struct("<BIIQQQ")


class Op(IntEnum):
    """What was done."""

    CREATE = 1
    WRITE = 2
    TRUNCATE = 3
    SYNC = 4
    SYNC_FOLDER = 5
    RENAME = 6
    UNLINK = 7
    MKDIR = 8
    MARK = 9
    LINK = 10


class Record(NamedTuple):
    """``offset`` is the new size where something was truncated; ``other`` the new name where it was renamed."""

    op: Op
    inode: int = 0
    offset: int = 0
    path: str = ""
    other: str = ""
    data: bytes = b""


def read_log(path: Path) -> Iterator[Record]:
    """Every record, in the order in which things happened. One cut off by a kill at the end is left out."""
    told, at = path.read_bytes(), 0
    while at + HEAD.size <= len(told):
        op, first, second, inode, offset, size = HEAD.unpack_from(told, at)
        at += HEAD.size
        sizes = (first, second, size if op in (Op.WRITE, Op.MARK) else 0)
        if at + sum(sizes) > len(told):
            return
        parts = []
        for length in sizes:
            parts.append(told[at : at + length])
            at += length
        yield Record(Op(op), inode, offset, parts[0].decode(), parts[1].decode(), parts[2])
