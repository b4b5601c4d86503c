"""A calendar file among those to import: it is watched from now on, so that its times count as busy.

It stays where it is and what it holds later counts as well; nothing of it is copied, and no meeting comes of it.
"""

from __future__ import annotations

from pathlib import Path

from otnet_desktop.domain.busy_times import Trouble
from otnet_desktop.domain.sentences import Sentence, sentence
from otnet_desktop.exchange.report import FileReport, Rejected, Remark
from otnet_desktop.services.calendars import CalendarsService

INSIDE = "This calendar lies inside an archive. Unpack it first: its times count for as long as the file is there."
NOT_READ = {
    Trouble.DAMAGED: "This appointment is damaged; it does not count as a busy time.",
    Trouble.NO_START: "This appointment has no beginning; it does not count as a busy time.",
    Trouble.UNKNOWN_ZONE: "This appointment is in a time zone nobody knows; it does not count as a busy time.",
    Trouble.TOO_MANY_DATES: "This appointment tells more dates than are read; it does not count as a busy time.",
}


def plan_calendar(report: FileReport, path: Path, calendars: CalendarsService) -> bool:
    """Give an account of its appointments, and say whether it would be watched anew."""
    reading = calendars.read_one(path)
    if Trouble.NO_CALENDAR in reading.troubles or Trouble.CANNOT_BE_OPENED in reading.troubles:
        report.rejected.append(Rejected(1, "This is not a calendar that can be read."))
        return False
    for trouble, count in reading.troubles.items():
        if trouble in NOT_READ:
            report.rejected += [Rejected(0, NOT_READ[trouble])] * count
        elif told := _not_wholly(trouble, count):
            report.warnings.append(Remark(0, told))
    readable = max(0, reading.entries - len(report.rejected))
    if calendars.is_watched(path):
        report.unchanged = readable
        return False
    report.created = readable
    return readable > 0


def _not_wholly(trouble: Trouble, n: int) -> Sentence | None:
    """What to know of so many appointments that count, though not in everything."""
    match trouble:
        case Trouble.RULE:
            return sentence("{n} appointments repeat in a way that is not read; their first date counts.", n=n)
        case Trouble.TOO_OFTEN:
            return sentence("{n} appointments repeat more often than is worked out.", n=n)
        case Trouble.LATER_CHANGES:
            return sentence("{n} changes of all later dates were read for the first one only.", n=n)
    return None
