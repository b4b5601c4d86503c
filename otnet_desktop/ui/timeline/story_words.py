"""Every entry of a story in words.

Public: ``key_of(entry)`` (which entry it is, whatever it says now), ``is_ahead(entry, now)``, ``stands_otherwise``,
``told(entry, teller, is_open)`` and ``today_row(teller)``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QDate

from otnet_desktop.domain.facts import OpportunityState, Side, ThanksHow
from otnet_desktop.domain.people import Status
from otnet_desktop.domain.story import StoryEntry, StoryKind
from otnet_desktop.domain.vocabulary import label_of
from otnet_desktop.ui.dates import reading_locale, said_day, said_moment
from otnet_desktop.ui.people.cadence_words import said_cadence
from otnet_desktop.ui.theme.tokens import Tone
from otnet_desktop.ui.timeline.meeting_words import is_ahead as is_meeting_ahead
from otnet_desktop.ui.timeline.meeting_words import meeting_row, state_word
from otnet_desktop.ui.timeline.message_words import message_row
from otnet_desktop.ui.timeline.teller import Teller
from otnet_desktop.ui.widgets.story_row import StoryRow

translate = QCoreApplication.translate

TODAY = "today"
"""The key of the divider."""


class Said(NamedTuple):
    """A fact in words: its icon, its tone, a title, and what may follow the time."""

    icon: str
    tone: Tone
    title: str
    more: str = ""


def key_of(entry: StoryEntry) -> str:
    """The same for the same thing, so that a list can tell a changed entry from another one."""
    if entry.meeting is not None:
        return f"meeting-{entry.meeting.id}"
    if entry.message is not None:
        return f"message-{entry.message.id}"
    values = "-".join(f"{name}={value}" for name, value in sorted(entry.values.items()))
    return f"{entry.kind}-{entry.at.timestamp():.0f}-{values}"


def is_ahead(entry: StoryEntry, now: datetime) -> bool:
    """Whether it stands above today's line."""
    return is_meeting_ahead(entry.meeting, now) if entry.meeting is not None else entry.at > now


def stands_otherwise(entry: StoryEntry, before: datetime, now: datetime) -> bool:
    """Whether time alone changed what is said of it, or on which side of today's line it stands."""
    if is_ahead(entry, before) != is_ahead(entry, now):
        return True
    return entry.meeting is not None and state_word(entry.meeting, before) != state_word(entry.meeting, now)


def told(entry: StoryEntry, teller: Teller, is_open: bool = False) -> StoryRow:
    """The entry as the timeline shows it."""
    key = key_of(entry)
    if entry.meeting is not None:
        return meeting_row(key, entry.meeting, teller)
    if entry.message is not None:
        return message_row(key, entry.message, teller, is_open)
    said = FACTS[entry.kind](entry, teller)
    moment = said_moment(entry.at, teller.now, teller.zone)
    details = " · ".join(part for part in (moment, said.more) if part)
    return StoryRow(key, said.title, said.icon, said.tone, details, future=is_ahead(entry, teller.now))


def today_row(teller: Teller) -> StoryRow:
    """The line between what is to come and what was."""
    locale, today = reading_locale(), teller.today
    month_first = locale.dateFormat(locale.FormatType.ShortFormat).find("M") == 0
    day = locale.toString(QDate(today.year, today.month, today.day), "MMMM d" if month_first else "d MMMM")
    return StoryRow(TODAY, translate("Story", "Today, {day}").format(day=day), is_divider=True)


def _thanked(entry: StoryEntry, _teller: Teller) -> Said:
    how = {
        ThanksHow.EMAIL: translate("Story", "by e-mail"),
        ThanksHow.CARD: translate("Story", "with a card"),
        ThanksHow.IN_PERSON: translate("Story", "in person"),
        ThanksHow.LINKEDIN: translate("Story", "on LinkedIn"),
        ThanksHow.TEXT: translate("Story", "by text message"),
        ThanksHow.PHONE: translate("Story", "by phone"),
    }[ThanksHow(entry.values["how"])]
    return Said("thank", Tone.MOSS, translate("Story", "Said thank you"), how)


def _thanks_skipped(entry: StoryEntry, _teller: Teller) -> Said:
    return Said("thank", Tone.QUIET, translate("Story", "No thank-you this time"), entry.values["reason"])


def _added(_entry: StoryEntry, _teller: Teller) -> Said:
    return Said("person", Tone.QUIET, translate("Story", "Added to your network"))


def _purpose(entry: StoryEntry, teller: Teller) -> Said:
    label = label_of(teller.purposes, entry.values["purpose"])
    return Said("compass", Tone.PLUM, translate("Story", "Decided what to learn"), label)


def _status(entry: StoryEntry, _teller: Teller) -> Said:
    return {
        Status.ACTIVE: Said("undo", Tone.QUIET, translate("Story", "Open again")),
        Status.ARCHIVED: Said("archive", Tone.QUIET, translate("Story", "Archived")),
        Status.DO_NOT_CONTACT: Said("hide", Tone.QUIET, translate("Story", "Not to be contacted")),
        Status.DECEASED: Said("resting", Tone.QUIET, translate("Story", "Has died")),
    }[Status(entry.values["status"])]


def _moved(entry: StoryEntry, _teller: Teller) -> Said:
    return Said("work", Tone.PLUM, translate("Story", "Changed jobs"), entry.values["organisation"])


def _cadence(entry: StoryEntry, _teller: Teller) -> Said:
    days = int(entry.values["days"])
    if not days:
        return Said("pause", Tone.QUIET, translate("Story", "No more suggestions to keep in touch"))
    often = translate("Story", "a note {often}").format(often=said_cadence(days))
    return Said("keep-in-touch", Tone.QUIET, translate("Story", "Keep in touch"), often)


def _withdrawn(_entry: StoryEntry, _teller: Teller) -> Said:
    return Said("resting", Tone.QUIET, translate("Story", "Let it go, kindly"))


def _promised(entry: StoryEntry, teller: Teller) -> Said:
    mine = Side(entry.values["by"]) is Side.ME
    text = entry.values["text"]
    if mine:
        title = translate("Story", "I promised: {what}") if text else translate("Story", "I promised something")
    else:
        title = translate("Story", "They offered: {what}") if text else translate("Story", "They offered something")
    due = entry.values.get("due", "")
    by = translate("Story", "by {day}").format(day=said_day(date.fromisoformat(due), teller.today)) if due else ""
    return Said("gift", Tone.PLUM, title.format(what=text), by)


def _promise_kept(entry: StoryEntry, _teller: Teller) -> Said:
    text = entry.values["text"]
    title = translate("Story", "Done: {what}") if text else translate("Story", "Promise kept")
    return Said("check", Tone.MOSS, title.format(what=text))


def _introduced(entry: StoryEntry, _teller: Teller) -> Said:
    title = translate("Story", "Introduced me to {name}").format(name=entry.values["name"])
    return Said("people", Tone.PLUM, title)


def _opportunity(entry: StoryEntry, _teller: Teller) -> Said:
    state = {
        OpportunityState.OPEN: translate("Story", "open"),
        OpportunityState.EXPLORING: translate("Story", "looking into it"),
        OpportunityState.APPLYING: translate("Story", "applying"),
        OpportunityState.APPLIED: translate("Story", "applied"),
        OpportunityState.INTERVIEWING: translate("Story", "interviewing"),
        OpportunityState.ACCEPTED: translate("Story", "accepted"),
        OpportunityState.DECLINED: translate("Story", "declined"),
        OpportunityState.CLOSED: translate("Story", "closed"),
    }[OpportunityState(entry.values["state"])]
    title = entry.values["title"] or translate("Story", "An opportunity")
    return Said("work", Tone.PLUM, title, state)


FACTS: dict[StoryKind, Callable[[StoryEntry, Teller], Said]] = {
    StoryKind.ADDED: _added,
    StoryKind.THANKED: _thanked,
    StoryKind.THANKS_SKIPPED: _thanks_skipped,
    StoryKind.PURPOSE: _purpose,
    StoryKind.STATUS: _status,
    StoryKind.MOVED: _moved,
    StoryKind.CADENCE: _cadence,
    StoryKind.WITHDRAWN: _withdrawn,
    StoryKind.PROMISED: _promised,
    StoryKind.PROMISE_KEPT: _promise_kept,
    StoryKind.INTRODUCED: _introduced,
    StoryKind.OPPORTUNITY: _opportunity,
}
"""What is told by facts alone; meetings and messages have words of their own."""
