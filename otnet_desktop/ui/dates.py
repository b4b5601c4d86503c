"""Days and times as people say them: "today 18:30", "Thu 16:00", "12 Mar", "12 Mar 2027".

Public: ``said_time``, ``said_day``, ``said_moment``, ``said_since`` ("3 days ago"), ``day_pattern``,
``month_comes_first`` and ``reading_locale``; ``written_day`` and ``written_time`` are what a field shows. Always in a
zone that is handed in, and never in the C locale, which no reader uses.
"""

from __future__ import annotations

from datetime import date, datetime, time, tzinfo

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
    return written_time(at.astimezone(zone).time())


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
    if month_comes_first():
        return "MMM d, yyyy" if with_year else "MMM d"
    return "d MMM yyyy" if with_year else "d MMM"


def month_comes_first() -> bool:
    """Whether the reader writes the month before the day."""
    short = reading_locale().dateFormat(QLocale.FormatType.ShortFormat)
    return short.find("M") < short.find("d")


def written_day(day: date) -> str:
    """A day in full, nothing left to be guessed: "Wed 18 Mar 2026", "Wed Mar 18, 2026"."""
    pattern = day_pattern(with_year=True)
    weekday = reading_locale().toString(_qdate(day), "ddd")
    has_number = any(sign.isdecimal() for sign in weekday)  # "Thứ 4": among other numbers nobody could read it back
    return reading_locale().toString(_qdate(day), pattern if has_number else f"ddd {pattern}")


def written_time(at: time) -> str:
    """A time of day as short as the locale has it: "18:30" or "6:30 PM"."""
    locale = reading_locale()
    return locale.toString(QTime(at.hour, at.minute), locale.timeFormat(QLocale.FormatType.ShortFormat))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
