"""Makes every exception whole before it leaves a method that Qt calls.

Before Python 3.12 an exception raised in C (``1 / 0``, ``len(3)``) is a type and a bare text until somebody catches it.
PySide 6.11 takes the text for the exception when it hands it on through a call from Python into Qt and back (a
``resizeEvent`` within ``show()``), and the program ends with a segmentation fault instead of a report. Catching it once
makes it whole. ``tests/app/test_whole_errors.py`` shows both.

Public: ``make_errors_whole()``, to be called before any class of ours is made on one of Qt's.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject

VARIADIC = 0x04 | 0x08
"""Flags of code that takes ``*args`` or ``**kwargs``."""


def make_errors_whole() -> None:
    """From now on, for every method of a class on ``QObject`` that takes the place of one of Qt's."""
    if sys.version_info >= (3, 12):
        return
    QObject.__init_subclass__ = classmethod(_look_through)  # type: ignore[assignment]


def _look_through(made: type, /, **_given: object) -> None:
    before = made.__mro__[1]
    for name, method in list(made.__dict__.items()):
        if type(method) is not FunctionType or name.startswith("_"):
            continue
        replaced = getattr(before, name, None)
        if replaced is None or (type(replaced) is FunctionType and not hasattr(replaced, "is_whole")):
            continue
        code = method.__code__
        if not code.co_flags & VARIADIC and not code.co_kwonlyargcount:
            setattr(made, name, _whole(method, code.co_varnames[: code.co_argcount]))


def _whole(method: FunctionType, parameters: tuple[str, ...]) -> FunctionType:
    """The same method with the same parameters, as Qt counts them before it calls a slot."""
    whole = _maker(method.__name__, parameters)(method)
    whole.__qualname__, whole.__doc__ = method.__qualname__, method.__doc__
    whole.__defaults__ = method.__defaults__
    whole.is_whole = True
    return whole  # type: ignore[no-any-return]


@cache
def _maker(name: str, parameters: tuple[str, ...]) -> Callable[[FunctionType], Any]:
    given = ", ".join(parameters)
    lines = (
        "def make(method):",
        f" def {name}({given}):",
        f"  try: return method({given})",
        "  except BaseException: raise",
        f" return {name}",
    )
    room: dict[str, Any] = {}
    exec(compile("\n".join(lines), __file__, "exec"), room)
    return room["make"]  # type: ignore[no-any-return]
