"""Entries of a calendar that tell of very many times: bombs end soon, and what only looks like one is read."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest

from otnet_desktop.domain.busy_times import Trouble
from otnet_desktop.exchange.busy_calendar import read_calendar
from tests.exchange.busy_calendars import FIRST, READER, calendar, event, read, walls

MINUTES = ",".join(map(str, range(60)))
HOURS = ",".join(map(str, range(24)))
DATES = ",".join(f"20260401T{hour:02}{minute:02}00Z" for hour in range(24) for minute in range(60))
BOMBS = {
    "never": "RRULE:FREQ=DAILY;COUNT=99999;BYMONTH=2;BYMONTHDAY=30",
    "each minute": f"RRULE:FREQ=DAILY;BYHOUR={HOURS};BYMINUTE={MINUTES}",
    "the last minute of a year": f"RRULE:FREQ=YEARLY;BYDAY=MO;BYHOUR={HOURS};BYMINUTE={MINUTES};BYSETPOS=-1",
    "each day": "RRULE:FREQ=DAILY",
    "each minute of a day": f"RDATE:{DATES}",
    "dates without an end": f"RDATE:{','.join([DATES] * 100)}",
    "numbers without an end": f"RRULE:FREQ=DAILY;BYSETPOS={','.join(['1'] * 40_000)}",
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_hostile_entries_end_within_a_second_and_come_a_thousand_times_at_most(bomb: str) -> None:
    line = BOMBS[bomb]
    entries = min(300, 2_500_000 // len(line))
    long_ago = {"start": "DTSTART:19700101T100000Z", "end": "DURATION:PT1M"}
    text = calendar(*(event(line, uid=str(number), **long_ago) for number in range(entries)))
    begun = time.process_time()
    reading = read_calendar(text, READER)
    assert time.process_time() - begun < 1
    assert len(reading.busy) <= 1000
    refused = reading.troubles.get(Trouble.TOO_OFTEN, 0) + reading.troubles.get(Trouble.TOO_MANY_DATES, 0)
    assert bomb == "each day" or refused >= entries


@pytest.mark.parametrize("number", [500, 1000])
def test_so_many_dates_left_out_one_a_line_are_all_read(number: int) -> None:
    days = [FIRST + timedelta(days=n) for n in range(3, 3 + number)]
    gone = (f"EXDATE;TZID=America/New_York:{day:%Y%m%d}T100000" for day in days)
    begins = {"start": "DTSTART;TZID=America/New_York:20260318T100000", "end": "DURATION:PT1H"}
    reading = read(event("RRULE:FREQ=DAILY", *gone, **begins))
    assert not reading.troubles
    assert walls(reading) == ["03-18 10:00-11:00"]


def test_one_bomb_leaves_the_rest_of_the_file_as_it_is() -> None:
    bomb = event(BOMBS["the last minute of a year"], uid="b", start="DTSTART:20260101T100000Z", end="DURATION:PT1M")
    assert "03-18 10:00-11:00" in walls(read(bomb, event()))


def test_five_hundred_birthdays_are_no_bomb() -> None:
    yearly = (event("RRULE:FREQ=YEARLY", uid=str(n), start="DTSTART;VALUE=DATE:19700402", end="") for n in range(500))
    reading = read(*yearly)
    assert walls(reading) == ["04-02 00:00-00:00", "04-02 00:00-00:00"]
    assert not reading.troubles
