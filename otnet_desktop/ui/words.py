"""Texts with numbers in them.

Public: ``plural(count, one, many)``. Qt shows "%n day(s)" as it stands where no translation is loaded; so both forms
are translated texts of their own with ``{n}`` in them; this picks one and fills in the number as the reader writes it.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale


def plural(count: int, one: str, many: str) -> str:
    """``one`` for exactly one, else ``many``, each already translated: ``plural(3, "{n} day", "{n} days")``."""
    return (one if count == 1 else many).format(n=QLocale().toString(count))
