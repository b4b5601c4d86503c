"""Weeks of a laptop in real data: closed, opened, set wrong, carried through the zones. Each thing is told, and once.

What ``test_reminder_clock`` tries ten thousand times with the rules alone, here with the store, the outlooks kept in it
and the notices. ``OTNET_JOURNEYS`` is how many.
"""

from __future__ import annotations

import os
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from otnet_desktop.domain.facts import Side
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.reminders import Kind
from tests.campaigns.living import Living, Told
from tests.factories import profile

JOURNEYS = int(os.environ.get("OTNET_JOURNEYS", "16"))
BEGIN = datetime(2026, 3, 5, 14, tzinfo=UTC)
"""Three days before the clocks change in America, three weeks before they do in Europe."""
DAYS = 30
BEFORE = timedelta(minutes=30)
"""So long before it a meeting is announced."""
A_WHILE = timedelta(minutes=2)
PLACES = ("America/New_York", "Europe/London", "Asia/Tokyo", "Pacific/Honolulu", "Pacific/Kiritimati", "Asia/Kathmandu")
ALWAYS = {
    "quiet_start": "00:00", "quiet_end": "00:00", "quiet_days": [], "popups_per_day": 1000, "digest_at": 1000,
}  # fmt: skip
"""No limits: here it is the clock that is tried, not the rules of kindness."""


class Journey:
    """One laptop, and somebody who does what they like with it."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.dice = random.Random(seed)
        self.living = Living(folder, BEGIN, PLACES[0], **ALWAYS)
        self.end = BEGIN + timedelta(days=DAYS)
        self.starts: dict[str, datetime] = {}
        self.promised: dict[str, datetime] = {}
        self.awake: list[tuple[datetime, datetime]] = []
        self.moved: list[int] = []
        """After how many notices one came to another zone."""
        for _ in range(self.dice.randint(2, 6)):
            self.something_to_come()

    def something_to_come(self) -> None:
        """Somebody is met, or something was promised, in the days ahead."""
        workspace, now = self.living.workspace, self.living.clock.now()
        person: PersonId = workspace.people.add(profile("Renata Ruiz")).id
        ahead = timedelta(seconds=self.dice.randint(7_200, 8 * 86_400))
        if self.dice.random() < 0.5:
            meeting = workspace.meetings.book(MeetingPlan((person,), now + ahead, now + ahead + timedelta(minutes=20)))
            self.starts[meeting.ref] = now + ahead
        else:
            ref = f"c{len(self.promised)}"
            workspace.promises.make(person, Side.ME, "Poster", (now + ahead).date(), ref=ref)
            self.promised[ref] = now + ahead
        self.living.replan()

    def live(self) -> None:
        while self.living.clock.now() < self.end:
            began = self.living.clock.now()
            match self.dice.randrange(8):
                case 0:
                    self.living.sleep(timedelta(seconds=self.dice.randint(60, 4 * 86_400)))
                case 1:
                    self.living.clock.set_wall(timedelta(seconds=self.dice.randint(-7_200, 7_200)))
                    self.living.wake()
                case 2:
                    self.living.zone = self.dice.choice(PLACES)
                    self.moved.append(len(self.living.told))
                    self.living.wake()
                case 3:
                    self.something_to_come()
                case _:
                    before = len(self.living.told)
                    self.living.stay_awake(began + timedelta(seconds=self.dice.randint(600, 86_400)))
                    self.awake.append((began, self.living.clock.now()))
                    self.expect_mornings(self.living.told[before:], began)

    def expect_mornings(self, told: list[Told], began: datetime) -> None:
        """What a day brings comes when work begins where one is, unless it was overdue."""
        for at, notice in told:
            if at - began > A_WHILE and any(reminder.kind is Kind.PROMISE_DUE for reminder in notice.reminders):
                assert f"{at.astimezone(ZoneInfo(self.living.zone)):%H:%M}" == "09:00", notice

    def was_awake_through(self, start: datetime, end: datetime) -> bool:
        """Whether nothing odd happened in that time."""
        return any(begun <= start and end <= ended for begun, ended in self.awake)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("seed", range(JOURNEYS))
def test_each_thing_is_told_and_once(seed: int, tmp_path: Path) -> None:
    journey = Journey(seed, tmp_path)
    try:
        journey.live()
    finally:
        journey.living.close()
    told: dict[str, list[tuple[int, int]]] = {}
    for number, (_, notice) in enumerate(journey.living.told):
        for reminder in notice.reminders:
            told.setdefault(reminder.key, []).append((number, len(reminder.popups)))
    for key, times in told.items():
        # nine o'clock of another zone is another nine o'clock
        moved = sum(times[0][0] < after <= times[-1][0] for after in journey.moved)
        assert len(times) <= max(popups for _, popups in times) + moved, (key, times)
    for ref, start in journey.starts.items():
        announced = told.get(f"SOON:{ref}:0", [])
        assert len(announced) <= 1, (ref, announced)
        assert announced or not journey.was_awake_through(start - BEFORE, start), ref
    for ref, due in journey.promised.items():
        assert f"PROMISE:{ref}" in told or due + timedelta(days=2) > journey.living.clock.now(), ref


@pytest.mark.usefixtures("qapp")
def test_there_was_much_to_tell(tmp_path: Path) -> None:
    journey = Journey(0, tmp_path)
    journey.live()
    journey.living.close()
    assert len(journey.living.told) > 20
    assert journey.moved
    assert any(journey.was_awake_through(start - BEFORE, start) for start in journey.starts.values())
