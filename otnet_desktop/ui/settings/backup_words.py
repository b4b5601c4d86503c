"""Backups and who is in them, in words.

Public: ``said_backup``, ``said_last_good``, ``said_people``, ``said_standing``, ``said_inside``, ``said_back`` and
``said_restored``.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLocale

from otnet_desktop.domain.backups import Inside, OpenedBy, Standing
from otnet_desktop.services.care import Failure, KeptBackup
from otnet_desktop.ui.dates import said_moment
from otnet_desktop.ui.said import said
from otnet_desktop.ui.words import plural

translate = QCoreApplication.translate


def said_backup(backup: KeptBackup, now: datetime, zone: ZoneInfo, *, is_protected: bool = False) -> str:
    """Two lines: when, and why; how many people, how large, whether it was read when it was made.

    What it is opened with is told where it is otherwise than with the data (``is_protected``).
    """
    reason = reason_words().get(backup.reason, "")
    ahead = translate("Backups", "by a clock that was ahead") if backup.at > now else ""
    first = [said_moment(backup.at, now, zone), reason, ahead]
    checked = translate("Backups", "verified when made") if backup.people is not None else ""
    size = QLocale().formattedDataSize(backup.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
    opened_by = said_opened_by(backup.opened_by, is_protected=is_protected)
    second = [said_people(backup.people), size, checked or translate("Backups", "not verified"), opened_by]
    return "\n".join(" · ".join(filter(None, line)) for line in (first, second))


def said_opened_by(who: OpenedBy, *, is_protected: bool) -> str:
    """What somebody needs for it, where that is not what the data need."""
    if who is OpenedBy.ANOTHER_KEY:
        return translate("Backups", "another passphrase")
    return translate("Backups", "no passphrase") if who is OpenedBy.ANYBODY and is_protected else ""


def said_last_good(backup: KeptBackup | None, failure: Failure | None, now: datetime, zone: ZoneInfo) -> str:
    """The last good backup, and why there is none of later, where the last try failed."""
    if backup is not None:
        told = translate("Backups", "Last good backup: {when}, verified").format(when=said_moment(backup.at, now, zone))
        if backup.at > now:
            told = translate("Backups", "{told}. It was dated by a clock that was ahead.").format(told=told)
    elif failure is None:
        told = translate("Backups", "There is no backup yet. One is made every day on which something changed.")
    else:
        told = translate("Backups", "There is no good backup.")
    if failure is None:
        return told
    when = said_moment(failure.at, now, zone)
    tried = translate("Backups", "The last try, {when}, failed: {why}").format(when=when, why=said(failure.why.told))
    return f"{told}\n{tried}"


def said_people(count: int | None) -> str:
    """Such as "60 people"; nothing where that is not known."""
    if count is None:
        return ""
    return plural(count, translate("Backups", "{n} person"), translate("Backups", "{n} people"))


def reason_words() -> dict[str, str]:
    """Why a backup was made."""
    return {
        "daily": translate("Backups", "daily"),
        "asked": translate("Backups", "you asked for it"),
        "import": translate("Backups", "before an import"),
        "delete": translate("Backups", "before deleting"),
        "merge": translate("Backups", "before merging people"),
        "migration": translate("Backups", "before an update"),
        "restore": translate("Backups", "before a restore"),
    }


def said_standing(standing: Standing) -> str:
    """How somebody compares with today."""
    return {
        Standing.MISSING: translate("Backups", "not here today"),
        Standing.IN_TRASH: translate("Backups", "in the trash today"),
        Standing.CHANGED: translate("Backups", "here, changed since"),
        Standing.SAME: translate("Backups", "here, as they were"),
    }[standing]


def said_inside(inside: Inside) -> str:
    """What a backup holds, and what differs from today."""
    people = said_people(len(inside.people))
    meetings = plural(inside.meetings, translate("Backups", "{n} meeting"), translate("Backups", "{n} meetings"))
    told = [translate("Backups", "Verified just now: {people}, {meetings}.").format(people=people, meetings=meetings)]
    if inside.since:
        one = translate("Backups", "{n} person came since.")
        told.append(plural(inside.since, one, translate("Backups", "{n} people came since.")))
    if not inside.count(Standing.MISSING, Standing.IN_TRASH, Standing.CHANGED):
        told.append(translate("Backups", "Everybody in it is here as they were."))
    return " ".join(told)


def said_back(count: int, name: str) -> str:
    """Who is here again."""
    one = translate("Backups", "{name} is back").format(name=name)
    return one if count == 1 else plural(count, one, translate("Backups", "{n} people are back"))


def said_restored(count: int) -> str:
    """How many people are here after everything was restored."""
    return plural(count, translate("Backups", "{n} person restored."), translate("Backups", "{n} people restored."))
