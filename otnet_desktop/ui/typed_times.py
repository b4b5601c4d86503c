"""Times of day as people type them: "14:30", "9", "930", "9.15 am", "18 h 30", "noon".

Public: ``read_time(text)``, which answers none for what cannot be understood.
"""

from __future__ import annotations

import re
from datetime import time

from PySide6.QtCore import QCoreApplication

from otnet_desktop.ui.dates import reading_locale, written_time

translate = QCoreApplication.translate

CLOCK = re.compile(r"(\D*?)(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?(\D*)")
"""What may stand before, hour, minute, what may stand behind."""

WORDS = re.compile(r"[^\W\d_]+")
NEVER = 24


def read_time(text: str) -> time | None:
    """The time of day meant. A number alone is the hour."""
    said = text.strip().casefold()
    if said in ("noon", "midday", translate("Dates", "noon").casefold()):
        return time(12)
    found = CLOCK.fullmatch(said)
    if found is None:
        return None
    hour, minute = int(found[2]), int(found[3] or 0)
    for word in _words(found[1] + found[4]):
        if word in ("am", "a", *_words(reading_locale().amText())):
            hour = hour % 12 if 1 <= hour <= 12 else NEVER
        elif word in ("pm", "p", *_words(reading_locale().pmText())):
            hour = hour % 12 + 12 if 1 <= hour <= 12 else NEVER
        elif word not in ("h", *_words(written_time(time(9)))):
            return None
    return time(hour, minute) if hour < NEVER and minute < 60 else None


def _words(text: str) -> list[str]:
    """The words of a text; "a.m." is one."""
    return WORDS.findall(text.casefold().replace(".", ""))
