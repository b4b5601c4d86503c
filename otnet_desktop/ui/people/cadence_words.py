"""How often a note is suggested, in words: kept in days, said as people say it.

Public: ``said_cadence(days)`` ("every 4 months").
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from otnet_desktop.ui.words import plural

translate = QCoreApplication.translate

YEAR, MONTH, WEEK = 365, 30, 7
"""In days, as they are counted here: nobody means them more exactly."""


def said_cadence(days: int) -> str:
    """The largest unit that tells the days exactly. ``days`` is at least 1."""
    if days % YEAR == 0:
        return plural(days // YEAR, translate("Cadence", "every year"), translate("Cadence", "every {n} years"))
    if days % MONTH == 0:
        return plural(days // MONTH, translate("Cadence", "every month"), translate("Cadence", "every {n} months"))
    if days % WEEK == 0:
        return plural(days // WEEK, translate("Cadence", "every week"), translate("Cadence", "every {n} weeks"))
    return plural(days, translate("Cadence", "every day"), translate("Cadence", "every {n} days"))
