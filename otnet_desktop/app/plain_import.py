"""Takes back the ``import`` that PySide6 has put in the place of Python's.

Its own looks into the source text of each module that is loaded after it, for the word PySide6, and Python keeps the
text of all of them: 10 MB, and a fifth of the time that loading the program takes. It serves ``from __feature__
import``, which nobody uses here.
"""

from __future__ import annotations

import builtins


def take_back_import() -> None:
    """Once PySide6 is loaded. Where it has not changed anything, nothing is changed."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
