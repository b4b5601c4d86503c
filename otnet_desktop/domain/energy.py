"""How many people one wants to ask in a week: an energy budget, set by oneself, which never keeps anybody from asking.

Public: ``ASKS``, ``week_of(now, timing)`` and ``AskWeek``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.timing import Timing
from otnet_desktop.domain.worktime import worktime

ASKS = frozenset({OutKind.INTRO, OutKind.ASK})
"""What costs energy: a first letter, and asking for a conversation."""

MIDNIGHT = datetime.min.time()


@dataclass(frozen=True, slots=True)
class AskWeek:
    """``asked`` this week, of ``wanted`` at most (0: no such wish); ``next_week`` is when work begins then."""

    asked: int
    wanted: int
    next_week: datetime

    @property
    def is_full(self) -> bool:
        """Whether one more would be more than one wanted."""
        return 0 < self.wanted <= self.asked


def week_of(now: datetime, timing: Timing) -> tuple[datetime, datetime]:
    """When the week began on the user's calendar, on a Monday, and when work begins in the next one."""
    rhythm = worktime(timing)
    monday = rhythm.day(now) - timedelta(days=rhythm.day(now).weekday())
    return rhythm.at(monday, MIDNIGHT), rhythm.at_work(rhythm.first_business_day(monday + timedelta(weeks=1)))
