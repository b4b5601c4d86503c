"""Days and times as people say them: "today 18:30", "Thu 16:00", "12 Mar", "12 Mar 2027".

Public: ``said_time``, ``said_day``, ``said_moment``, ``said_since`` ("3 days ago"), ``day_pattern`` and
``reading_locale``. Always in a zone that is handed in, and never in the C locale, which no reader uses.
"""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from otnet_desktop.ui.words import plural

translate = QCoreApplication.translate


def reading_locale() -> QLocale:
    """The reader's locale; British English where the machine has none at all."""
    locale = QLocale()
    if locale.language() is QLocale.Language.C:
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    return locale


def said_time(at: datetime, zone: tzinfo) -> str:
    """The time of day, as short as the locale has it: "18:30" or "6:30 PM"."""
    there = at.astimezone(zone)
    locale = reading_locale()
    return locale.toString(QTime(there.hour, there.minute), locale.timeFormat(QLocale.FormatType.ShortFormat))


def said_day(day: date, today: date) -> str:
    """As one says it: "tomorrow", "Thu" within the coming week, else "12 Mar", with the year if it is another."""
    match (day - today).days:
        case 0:
            return translate("Dates", "today")
        case 1:
            return translate("Dates", "tomorrow")
        case -1:
            return translate("Dates", "yesterday")
        case ahead if 1 < ahead < 7:
            return reading_locale().toString(_qdate(day), "ddd")
    return reading_locale().toString(_qdate(day), day_pattern(with_year=day.year != today.year))


def said_moment(at: datetime, now: datetime, zone: tzinfo) -> str:
    """The day and the time: "today 18:30", "Thu 16:00", "12 Mar 09:00"."""
    day = said_day(at.astimezone(zone).date(), now.astimezone(zone).date())
    return f"{day} {said_time(at, zone)}"


def said_since(day: date, today: date) -> str:
    """How long ago, in the largest unit that is whole: "yesterday", "5 days ago", "3 weeks ago", "7 months ago"."""
    days = (today - day).days
    if days < 2:
        return said_day(day, today)
    if days < 14:
        return plural(days, translate("Dates", "{n} day ago"), translate("Dates", "{n} days ago"))
    if days < 60:
        return plural(days // 7, translate("Dates", "{n} week ago"), translate("Dates", "{n} weeks ago"))
    return plural(days // 30, translate("Dates", "{n} month ago"), translate("Dates", "{n} months ago"))


def day_pattern(with_year: bool) -> str:
    """How the reader writes a day, the month as a word: "d MMM yyyy" or "MMM d, yyyy" (Qt's pattern letters)."""
    short = reading_locale().dateFormat(QLocale.FormatType.ShortFormat)
    if short.find("M") < short.find("d"):
        return "MMM d, yyyy" if with_year else "MMM d"
    return "d MMM yyyy" if with_year else "d MMM"


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
