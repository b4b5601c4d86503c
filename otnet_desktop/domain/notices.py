"""What is told by a notification, and how much at a time: never at night, never twice, never a heap of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from otnet_desktop.domain.reminders import Kind, Reminder
from otnet_desktop.domain.timing import Timing
from otnet_desktop.domain.worktime import Worktime, worktime

AWAY = timedelta(minutes=10)
"""Longer than this without a look and one was away: everything missed is told as one."""

REMEMBERED = timedelta(days=60)
"""What came due longer ago is told by the list alone: what was shown is remembered no longer than that."""

ON_ANY_DAY = frozenset({Kind.MEETING_SOON, Kind.MEETING_PREP, Kind.MEETING_OUTCOME, Kind.APOLOGY})
"""Kinds that do not wait for a business day, besides a thank-you for a meeting and a line after a no-show."""

Shown = tuple[str, datetime]
"""A reminder's key and the instant of the pop-up: what must not be shown twice."""


class Form(StrEnum):
    """How reminders are told together."""

    SINGLE = "single"
    DIGEST = "digest"
    CATCH_UP = "catch_up"


@dataclass(frozen=True, slots=True)
class Notice:
    """One notification. ``reminders`` are in order of priority."""

    at: datetime
    reminders: tuple[Reminder, ...]
    form: Form

    @property
    def keys(self) -> tuple[str, ...]:
        """The reminders it tells of."""
        return tuple(reminder.key for reminder in self.reminders)


@dataclass(frozen=True, slots=True)
class Beat:
    """What to show now, and what to remember for the next look: pairs shown, and up to when everything is settled."""

    notices: tuple[Notice, ...] = ()
    shown: frozenset[Shown] = frozenset()
    seen_until: datetime | None = None


def arrange(at: datetime, reminders: Iterable[Reminder], room: int, kept: int, timing: Timing) -> list[Notice]:
    """One notice each, or a single one for all when they are many or there is no room for each.

    ``room``: how many notices the day still has; ``kept``: how many of them are kept for meetings later in the day.
    """
    free = room - kept
    if free <= 0:
        reminders = [reminder for reminder in reminders if reminder.kind is Kind.MEETING_SOON]
        free = min(room, 1)
    ordered = tuple(sorted(reminders, key=lambda told: (told.kind.priority, told.due, told.key)))
    if not ordered or free <= 0:
        return []
    if len(ordered) >= timing.digest_at or len(ordered) > free:
        return [Notice(at, ordered, Form.DIGEST if len(ordered) > 1 else Form.SINGLE)]
    return [Notice(at, (reminder,), Form.SINGLE) for reminder in ordered]


def due_notices(
    reminders: Sequence[Reminder],
    shown: Collection[Shown],
    last_seen: datetime | None,
    now: datetime,
    timing: Timing,
    told_today: int = 0,
) -> Beat:
    """What the running program shows at a look; ``reminders`` are all there are, upcoming ones too.

    ``last_seen`` is ``seen_until`` of the look before (``None``: the first ever), ``told_today`` counts notices.
    Whatever has to wait for the quiet hours or days to end keeps ``seen_until`` back.
    """
    if last_seen is not None and now < last_seen:
        return Beat(seen_until=now)  # the clock was set back; what is behind us has been told
    rhythm = worktime(timing)
    since = now - REMEMBERED if last_seen is None else last_seen
    missed = {reminder: _missed(reminder, shown, since, now) for reminder in reminders if reminder.active}
    pending = [reminder for reminder, instants in missed.items() if instants]
    tellable = [reminder for reminder in pending if _may_be_told(reminder, now, rhythm)]
    room, kept = timing.popups_per_day - told_today, meetings_to_come(reminders, now, rhythm)
    was_away = last_seen is None or now - last_seen > AWAY
    notices = arrange(now, tellable, min(room, 1) if was_away else room, 0 if was_away else kept, timing)
    if was_away:
        form = Form.DIGEST if last_seen is None else Form.CATCH_UP
        notices = [replace(notice, form=form) if len(notice.keys) > 1 else notice for notice in notices]
    told = frozenset((reminder.key, instant) for reminder in tellable for instant in missed[reminder])
    everything_told = len(tellable) == len(pending)
    return Beat(tuple(notices), told, now if everything_told else last_seen)


def meetings_to_come(reminders: Iterable[Reminder], now: datetime, rhythm: Worktime) -> int:
    """How many meetings will still be announced today: room is kept for them."""
    today = rhythm.day(now)
    return sum(
        reminder.kind is Kind.MEETING_SOON
        and any(popup > now and rhythm.day(popup) == today for popup in reminder.popups)
        for reminder in reminders
    )


def _missed(reminder: Reminder, shown: Collection[Shown], since: datetime, now: datetime) -> list[datetime]:
    return [popup for popup in reminder.popups if since < popup <= now and (reminder.key, popup) not in shown]


def _may_be_told(reminder: Reminder, now: datetime, rhythm: Worktime) -> bool:
    if reminder.kind is Kind.MEETING_SOON:
        return True
    if rhythm.is_quiet(now):
        return False
    return rhythm.is_business_day(rhythm.day(now)) or _fits_any_day(reminder, rhythm)


def _fits_any_day(reminder: Reminder, rhythm: Worktime) -> bool:
    if reminder.kind in ON_ANY_DAY or not rhythm.is_business_day(rhythm.day(reminder.due)):
        return True
    after_meeting = reminder.kind is Kind.THANK_YOU and reminder.variant in ("meeting", "both")
    return after_meeting or reminder.variant == "no_show_them"
