"""What the list says about a person: one row as words and a tone.

Public: ``described(row, now, zone, matched)``. The pill says what is due, else the next meeting, else the stage.
"""

from __future__ import annotations

from datetime import datetime, tzinfo
from functools import cache

from PySide6.QtCore import QCoreApplication, QLocale

from otnet_desktop.domain.reminders import Kind, Reminder, Stage
from otnet_desktop.domain.roster import ListRow
from otnet_desktop.domain.status import Status
from otnet_desktop.ui.dates import reading_locale, said_day, said_moment
from otnet_desktop.ui.theme.tokens import Tone
from otnet_desktop.ui.widgets.initials import tint_of
from otnet_desktop.ui.widgets.match import Match
from otnet_desktop.ui.widgets.person_row import PersonRow
from otnet_desktop.ui.words import plural

translate = QCoreApplication.translate

COUNTED_DAYS = 21
"""A longer wait is told by its date: counting it would only sound like a reproach."""

MEETING_KINDS = (Kind.MEETING_PREP, Kind.MEETING_SOON)
"""Due, and yet the time of the meeting says more than the name of the task."""


def described(row: ListRow, now: datetime, zone: tzinfo, matched: Match | None = None) -> PersonRow:
    """The row as the list shows it at ``now``, with times in ``zone``."""
    due = row.next is not None and row.next.active
    text, tone = _pill(row, now, zone)
    return PersonRow(row.id, row.name, tint_of(row.ref), row.headline, text, tone, due, matched)


def _pill(row: ListRow, now: datetime, zone: tzinfo) -> tuple[str, Tone]:
    if row.status is not Status.ACTIVE:
        return _closed(row.status), Tone.QUIET
    reminder = row.next
    if reminder is not None and reminder.active and reminder.kind not in MEETING_KINDS:
        return _due(reminder, now, zone), Tone.DUE
    if row.next_meeting is not None and row.next_meeting >= now:
        when = said_moment(row.next_meeting, now, zone)
        text = translate("PersonRow", "meet {when}").format(when=when)
        return text, Tone.DUE if reminder is not None and reminder.active else Tone.BLUE
    return _stage(row, now, zone), Tone.QUIET


def _closed(status: Status) -> str:
    match status:
        case Status.ARCHIVED:
            return translate("PersonRow", "archived")
        case Status.DO_NOT_CONTACT:
            return translate("PersonRow", "do not contact")
        case _:
            return translate("PersonRow", "has died")


def _due(reminder: Reminder, now: datetime, zone: tzinfo) -> str:
    match reminder.kind:
        case Kind.THANK_YOU:
            if reminder.overdue or reminder.deadline is None:
                return translate("PersonRow", "thank")
            last, today = reminder.deadline.astimezone(zone).date(), now.astimezone(zone).date()
            if last == today:
                return translate("PersonRow", "thank today")
            return translate("PersonRow", "thank by {day}").format(day=said_day(last, today))
        case Kind.REPLY_NEEDED if reminder.values.get("they") == "proposed":
            return translate("PersonRow", "choose a time")
        case Kind.REPLY_NEEDED if reminder.variant == "scheduling":
            return translate("PersonRow", "offer times")
        case kind:
            return _due_words()[kind]


@cache
def _due_words() -> dict[Kind, str]:
    return {
        Kind.APOLOGY: translate("PersonRow", "apologise"),
        Kind.MEETING_OUTCOME: translate("PersonRow", "how did it go?"),
        Kind.MEETING_PREP: translate("PersonRow", "prepare"),
        Kind.MEETING_SOON: translate("PersonRow", "meeting soon"),
        Kind.REPLY_NEEDED: translate("PersonRow", "reply due"),
        Kind.RESCHEDULE: translate("PersonRow", "offer a new time"),
        Kind.PROMISE_DUE: translate("PersonRow", "promise due"),
        Kind.OPPORTUNITY_DEADLINE: translate("PersonRow", "deadline near"),
        Kind.FIX_ADDRESS: translate("PersonRow", "fix address"),
        Kind.DECLINE_ACK: translate("PersonRow", "kind reply"),
        Kind.FOLLOW_UP: translate("PersonRow", "gentle reminder"),
        Kind.ASK_AGAIN: translate("PersonRow", "ask again"),
        Kind.CLOSE_LOOP: translate("PersonRow", "tell the outcome"),
        Kind.TELL_NEWS: translate("PersonRow", "share the news"),
        Kind.CONGRATULATE: translate("PersonRow", "congratulate"),
        Kind.STALE_DRAFT: translate("PersonRow", "draft waiting"),
        Kind.THEIR_PROMISE: translate("PersonRow", "ask about offer"),
        Kind.KEEP_IN_TOUCH: translate("PersonRow", "say hello"),
    }


@cache
def _stage_words() -> dict[Stage, str]:
    return {
        Stage.IDEA: translate("PersonRow", "new"),
        Stage.PREPARING: translate("PersonRow", "homework"),
        Stage.READY: translate("PersonRow", "ready to write"),
        Stage.NUDGED: translate("PersonRow", "waiting"),
        Stage.IN_CONVERSATION: translate("PersonRow", "in conversation"),
        Stage.SCHEDULING: translate("PersonRow", "finding a time"),
        Stage.SCHEDULED: translate("PersonRow", "meeting"),
        Stage.RESCHEDULING: translate("PersonRow", "finding a new time"),
        Stage.MET: translate("PersonRow", "met"),
        Stage.THANKED: translate("PersonRow", "thanked"),
        Stage.IN_TOUCH: translate("PersonRow", "in touch"),
        Stage.KIT_PAUSED: translate("PersonRow", "resting"),
        Stage.DECLINED: translate("PersonRow", "resting"),
        Stage.QUIET: translate("PersonRow", "resting"),
        Stage.WITHDRAWN: translate("PersonRow", "resting"),
        Stage.ADDRESS_PROBLEM: translate("PersonRow", "address problem"),
    }


def _stage(row: ListRow, now: datetime, zone: tzinfo) -> str:
    match row.stage:
        case Stage.AWAITING_REPLY:
            return _waiting(row.next, now, zone)
        case Stage.LATER if row.next is not None and row.next.kind is Kind.ASK_AGAIN:
            due = row.next.due.astimezone(zone)
            month = reading_locale().standaloneMonthName(due.month, QLocale.FormatType.ShortFormat)
            return translate("PersonRow", "later, {month}").format(month=month)
        case Stage.LATER:
            return translate("PersonRow", "later")
        case Stage.SCHEDULED if row.next_meeting is None:
            return _due_words()[Kind.MEETING_OUTCOME]  # it is over; one is asked a little later
        case stage:
            return _stage_words()[stage]


def _waiting(follow_up: Reminder | None, now: datetime, zone: tzinfo) -> str:
    sent = follow_up.values.get("sent") if follow_up is not None else None
    if sent is None:
        return translate("PersonRow", "waiting")
    since = datetime.fromisoformat(sent).astimezone(zone)
    days = (now.astimezone(zone).date() - since.date()).days
    if days < 1:
        return translate("PersonRow", "asked today")
    if days > COUNTED_DAYS:
        day = said_day(since.date(), now.astimezone(zone).date())
        return translate("PersonRow", "waiting since {day}").format(day=day)
    return plural(days, translate("PersonRow", "waiting {n} d"), translate("PersonRow", "waiting {n} d"))
