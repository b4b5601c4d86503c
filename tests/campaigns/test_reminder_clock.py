"""Ten thousand lives of a laptop: sleeps, clocks set, journeys, data that change. Nothing is lost, nothing told twice.

The heartbeat runs against the rules that decide what is told (``domain/notices.py``), the way the program wires them:
it remembers what was shown and up to when everything is settled.
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta

import pytest

from otnet_desktop.app.heartbeat import LONGEST_NAP, Heartbeat
from otnet_desktop.domain.notices import Notice, Shown, due_notices
from otnet_desktop.domain.reminders import Kind, Reminder
from otnet_desktop.domain.timing import Timing
from tests.app.fake_clock import MONDAY_MORNING, FakeClock

ALWAYS = Timing(quiet_days=frozenset(), popups_per_day=1000, digest_at=1000)
"""No limits: here it is the clock that is tried, not the rules of kindness."""
LIVES = 10_000
"""In slices, so that a failure names its seed."""


class Laptop:
    """One life: reminders that come due over some days, and a lid, a clock and a person that do what they like."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.clock = FakeClock(MONDAY_MORNING)
        self.reminders = [self.reminder(number) for number in range(self.dice.randint(1, 8))]
        self.shown: set[Shown] = set()
        self.seen_until: datetime | None = MONDAY_MORNING
        self.latest = MONDAY_MORNING
        self.notices: list[Notice] = []
        self.heartbeat = Heartbeat(
            self.clock, self.next_instant, self.on_tick, zone=lambda: "UTC", on_zone=lambda _name: None
        )

    def reminder(self, number: int) -> Reminder:
        """Due some time from now; a meeting's announcement does not wait for the morning."""
        due = self.clock.now() + timedelta(seconds=self.dice.randint(1, 3 * 86_400))
        return Reminder(f"SOON:m{number}:0", Kind.MEETING_SOON, "p1", due, active=True, popups=(due,))

    def next_instant(self) -> datetime | None:
        waiting = [r.due for r in self.reminders if (r.key, r.due) not in self.shown]
        return min((due for due in waiting if self.seen_until is None or due > self.seen_until), default=None)

    def on_tick(self, now: datetime, slept: timedelta, jumped: bool) -> None:
        beat = due_notices(self.reminders, self.shown, self.seen_until, now, ALWAYS)
        self.notices += beat.notices
        assert not beat.shown & self.shown
        self.shown |= beat.shown
        self.seen_until = beat.seen_until

    def live(self) -> None:
        self.heartbeat.start()
        end = MONDAY_MORNING + timedelta(days=6)
        while self.clock.now() < end:
            self.latest = max(self.latest, self.clock.now())
            match self.dice.randrange(12):
                case 0:
                    self.sleep(timedelta(seconds=self.dice.randint(60, 4 * 86_400)))
                case 1:
                    self.clock.set_wall(timedelta(seconds=self.dice.randint(-7200, 7200)))
                case 2:
                    self.reminders.append(self.reminder(len(self.reminders)))
                    self.heartbeat.replan()
                case 3:
                    self.heartbeat.stop()
                    self.clock.pass_time(timedelta(seconds=self.dice.randint(1, 86_400)))
                    self.heartbeat.start()
                case _:
                    self.stay_awake(self.dice.randint(1, 150))
        self.heartbeat.stop()

    def sleep(self, span: timedelta) -> None:
        self.clock.pass_time(span)
        self.heartbeat.beat()

    def stay_awake(self, naps: int) -> None:
        for _ in range(naps):
            nap = self.heartbeat.nap
            assert nap is not None
            assert nap <= LONGEST_NAP
            self.clock.pass_time(nap)
            self.heartbeat.beat()
            overdue = [r for r in self.reminders if r.due <= self.clock.now() and (r.key, r.due) not in self.shown]
            assert all(self.seen_until is not None and r.due <= self.seen_until for r in overdue), overdue


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("first", range(0, LIVES, 500))
def test_nothing_is_lost_and_nothing_told_twice(first: int) -> None:
    for seed in range(first, first + 500):
        laptop = Laptop(seed)
        laptop.live()
        told = [key for notice in laptop.notices for key in notice.keys]
        assert len(told) == len(set(told)), seed
        lost = {r.key for r in laptop.reminders if r.due <= laptop.latest} - set(told)
        assert not lost, (seed, lost)
