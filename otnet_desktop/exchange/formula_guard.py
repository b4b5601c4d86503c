"""Text that a spreadsheet leaves alone: whatever it would run as a formula gets an apostrophe before it.

The signs are those of OWASP's page on CSV injection. ``unguarded`` takes back exactly what ``guarded`` did, so a table
that was exported reads in again as it was.
"""

from __future__ import annotations

import re

_WOULD_RUN = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""An apostrophe before such a sign counts as one of the guard's, so it gets one more of its own."""


_FIRST = frozenset("'=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""Where it begins otherwise, which is nearly everywhere, nobody need look closer."""


def guarded(text: str) -> str:
    """``text`` as text, also to a spreadsheet."""
    return f"'{text}" if text[:1] in _FIRST and _WOULD_RUN.match(text) else text


def unguarded(text: str) -> str:
    """What stood there before it was guarded."""
    return text[1:] if text.startswith("'") and _WOULD_RUN.match(text) else text
