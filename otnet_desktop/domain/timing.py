"""When things are due: the user's habits, each with a default that career services recommend. All are editable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from zoneinfo import ZoneInfo

NUDGE_CAP = 2
"""No setting may ask for more nudges than this in one approach."""

SNOOZE_CAP = 3
"""After this many snoozes the app asks: do it, drop it, or keep it silently in the list."""


@dataclass(frozen=True, slots=True)
class Timing:
    """Business days (bd), minutes, hours and days; weekdays count from Monday = 0.

    The field names are those of ``settings`` in a network told as facts.
    """

    zone: ZoneInfo = ZoneInfo("UTC")
    work_time: time = time(9)
    quiet_start: time = time(20)
    quiet_end: time = time(8)
    quiet_days: frozenset[int] = frozenset({5, 6})
    holidays: frozenset[date] = frozenset()
    follow_up_bd: int = 5
    max_nudges: int = 1
    quiet_after_bd: int = 10
    reply_bd: int = 1
    thank_delay_min: int = 120
    thank_deadline_h: int = 24
    thank_popups: int = 3
    outcome_delay_min: int = 15
    later_default_days: int = 90
    promise_default_bd: int = 3
    their_promise_grace_bd: int = 5
    close_loop_bd: int = 3
    close_loop_expire_days: int = 30
    stale_draft_bd: int = 3
    decline_ack_bd: int = 1
    decline_ack_expire_bd: int = 5
    resched_them_bd: int = 2
    resched_me_bd: int = 1
    soon_remote_min: int = 30
    soon_inperson_min: int = 60
    congrats_bd: int = 2
    news_bd: int = 2
    kit_unanswered_pause: int = 2
    decline_rest_days: int = 90
    thank_list_days: int = 60
    popups_per_day: int = 5
    digest_at: int = 3

    @property
    def nudges_allowed(self) -> int:
        """What the user asked for, within the hard cap."""
        return max(0, min(self.max_nudges, NUDGE_CAP))
