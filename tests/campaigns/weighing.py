"""What there is of a program at one moment: objects of Qt's, what Python holds of them, and memory.

Public: ``weigh()`` -> ``Weight``; ``in_use()`` and ``resident()`` in bytes.
"""

from __future__ import annotations

import ctypes
import gc
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from tests.campaigns.ways_to_open import settle


@dataclass(frozen=True, slots=True)
class Weight:
    """At one moment, when everything that is to go has gone."""

    objects: int
    """Qt's, below any window or known to Python."""
    halves: int
    """Python's halves of whatever is Qt's, of those that are gone as well: each holds a page together."""
    in_use: int
    """Bytes asked for and not given back."""
    resident: int
    """Bytes of memory the process holds, with what lies fallow between them."""


def weigh() -> Weight:
    """Look for garbage first."""
    gc.collect()
    settle()
    gc.collect()
    below = sum(1 + len(window.findChildren(QObject)) for window in QApplication.topLevelWidgets())
    known = sum(isinstance(thing, QObject) for thing in shiboken6.getAllValidWrappers())
    halves = sum(isinstance(thing, shiboken6.Object) for thing in gc.get_objects())
    QPixmapCache.clear()
    return Weight(max(below, known), halves, in_use(), resident())


class _Allocated(ctypes.Structure):
    """The answer of glibc's ``mallinfo2``."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in ("arena", "free_chunks", "fast_chunks", "maps", "mapped", "_", "fast", "used", "free", "top")
    ]


@cache
def _libc() -> ctypes.CDLL:
    library = ctypes.CDLL(None)
    library.mallinfo2.restype = _Allocated
    return library


def in_use() -> int:
    """Bytes C and C++ have asked for; what is free between them is not counted, so no fragment is taken for a leak."""
    told = _libc().mallinfo2()
    return int(told.used + told.mapped)


def resident() -> int:
    """Bytes of memory this process holds, after what can be given back was."""
    _libc().malloc_trim(0)
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
