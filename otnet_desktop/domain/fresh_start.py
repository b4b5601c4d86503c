"""When much has piled up: a kind way to begin again, a little each day, without pretending that all of it still counts.

What others wait for comes first and is never let go by itself. What was only a nice idea, and is long past, is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from otnet_desktop.domain.reminders import Kind, Reminder
from otnet_desktop.domain.timing import Timing
from otnet_desktop.domain.worktime import worktime

PILE = 8
"""As many things left lying as nobody likes to look at."""

A_WHILE = timedelta(days=2)
"""After so long a thing was left lying."""

A_DAY = 3
"""So much can be done beside everything else."""

FADED_AFTER = timedelta(days=14)
"""A nudge or a nice idea that has waited so long has lost its time."""

NOT_MOVED = frozenset({Kind.MEETING_SOON, Kind.MEETING_OUTCOME, Kind.MEETING_PREP, Kind.OPPORTUNITY_DEADLINE})
"""They go by a clock of their own."""


@dataclass(frozen=True, slots=True)
class FreshStart:
    """What stays for today, what comes on which day, and what is let go."""

    today: tuple[Reminder, ...] = ()
    later: tuple[tuple[Reminder, datetime], ...] = ()
    let_go: tuple[Reminder, ...] = ()

    @property
    def count(self) -> int:
        """How many things it is about."""
        return len(self.today) + len(self.later) + len(self.let_go)


def is_a_pile(due: Iterable[Reminder], now: datetime) -> bool:
    """Whether so much was left lying that a fresh start is worth offering."""
    return sum(now - reminder.due >= A_WHILE for reminder in due) >= PILE


def afresh(due: Iterable[Reminder], now: datetime, timing: Timing, kept: frozenset[str] = frozenset()) -> FreshStart:
    """Deal out everything that is due, in its order. ``kept`` are keys somebody wants to keep although they faded."""
    moved = [reminder for reminder in due if reminder.kind not in NOT_MOVED]
    let_go = tuple(reminder for reminder in moved if has_faded(reminder, now) and reminder.key not in kept)
    staying = [reminder for reminder in moved if reminder not in let_go]
    rest = staying[A_DAY:]
    days = zip(range(0, len(rest), A_DAY), coming_days(now, timing), strict=False)
    later = tuple((reminder, day) for first, day in days for reminder in rest[first : first + A_DAY])
    return FreshStart(tuple(staying[:A_DAY]), later, let_go)


def has_faded(reminder: Reminder, now: datetime) -> bool:
    """Whether it was only an idea of one's own, and its time is over."""
    return reminder.kind.is_relationship_nudge and now - reminder.due >= FADED_AFTER


def coming_days(now: datetime, timing: Timing) -> Iterator[datetime]:
    """The beginning of work on each coming working day."""
    rhythm = worktime(timing)
    day = rhythm.day(now)
    while True:
        day = rhythm.add_business_days(day, 1)
        yield rhythm.at_work(day)
