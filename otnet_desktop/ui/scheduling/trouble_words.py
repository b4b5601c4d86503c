"""What could not be read in a calendar, in words.

Public: ``trouble_words(trouble, count)``.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.busy_times import Trouble
from otnet_desktop.ui.words import plural

translate = QCoreApplication.translate


def trouble_words(trouble: Trouble, count: int) -> str:
    """One sentence."""
    one, many = {
        Trouble.NO_CALENDAR: (
            translate("Calendars", "{n} file is no calendar."),
            translate("Calendars", "{n} files are no calendars."),
        ),
        Trouble.CANNOT_BE_OPENED: (
            translate("Calendars", "{n} file cannot be opened."),
            translate("Calendars", "{n} files cannot be opened."),
        ),
        Trouble.DAMAGED: (
            translate("Calendars", "{n} entry is damaged and was left out."),
            translate("Calendars", "{n} entries are damaged and were left out."),
        ),
        Trouble.NO_START: (
            translate("Calendars", "{n} entry does not say when it begins."),
            translate("Calendars", "{n} entries do not say when they begin."),
        ),
        Trouble.UNKNOWN_ZONE: (
            translate("Calendars", "{n} entry is in a time zone nobody knows and was left out."),
            translate("Calendars", "{n} entries are in time zones nobody knows and were left out."),
        ),
        Trouble.RULE: (
            translate("Calendars", "{n} entry repeats in a way that is not understood; its first date counts."),
            translate("Calendars", "{n} entries repeat in ways that are not understood; their first dates count."),
        ),
        Trouble.TOO_OFTEN: (
            translate("Calendars", "{n} entry repeats too often to be read to the end."),
            translate("Calendars", "{n} entries repeat too often to be read to the end."),
        ),
        Trouble.TOO_MANY_DATES: (
            translate("Calendars", "{n} entry tells more dates than are read and was left out."),
            translate("Calendars", "{n} entries tell more dates than are read and were left out."),
        ),
        Trouble.LATER_CHANGES: (
            translate("Calendars", "{n} change of all later dates was read for its first date only."),
            translate("Calendars", "{n} changes of all later dates were read for their first dates only."),
        ),
    }[trouble]
    return plural(count, one, many)
