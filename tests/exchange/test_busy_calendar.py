"""What calendars say one is busy with: as written by hand here, and as real programs write them."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from otnet_desktop.domain.busy_times import Trouble
from otnet_desktop.exchange.busy_calendar import Reader, read_calendar
from otnet_desktop.exchange.ics import CalendarEntry, write_entry
from tests.exchange.busy_calendars import BERLIN, BOSTON, FIRST, READER, calendar, event, read, walls


def test_an_appointment_is_busy_and_has_a_name() -> None:
    reading = read(event("SUMMARY:Dentist\\, upstairs"))
    assert walls(reading) == ["03-18 10:00-11:00"]
    assert reading.busy[0].name == "Dentist, upstairs"
    assert (reading.entries, reading.troubles) == (1, {})


@pytest.mark.parametrize(
    ("start", "end", "wall"),
    [
        ("DTSTART;TZID=Europe/Berlin:20260318T140000", "DTEND;TZID=Europe/Berlin:20260318T153000", "03-18 09:00-10:30"),
        ("DTSTART;TZID=W. Europe Standard Time:20260318T140000", "DURATION:PT45M", "03-18 09:00-09:45"),
        ("DTSTART:20260318T140000", "DTEND:20260318T150000", "03-18 14:00-15:00"),
        ("DTSTART;VALUE=DATE:20260318", "DTEND;VALUE=DATE:20260319", "03-18 00:00-00:00"),
        ("DTSTART;VALUE=DATE:20260318", "", "03-18 00:00-00:00"),
        ("DTSTART;VALUE=DATE:20260318", "DTEND;VALUE=DATE:20260318", "03-18 00:00-00:00"),
        ("DTSTART:20260315T140000Z", "DTEND:20260318T140000Z", "03-15 10:00-10:00"),
    ],
)
def test_times_are_read_in_their_own_zone(start: str, end: str, wall: str) -> None:
    assert walls(read(event(start=start, end=end))) == [wall]


@pytest.mark.parametrize(
    "line",
    [
        "TRANSP:TRANSPARENT",
        "STATUS:CANCELLED",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "ATTENDEE;PARTSTAT=DECLINED;CN=Jordan:mailto:Jordan@School.example",
    ],
)
def test_what_takes_no_time_is_left_out(line: str) -> None:
    assert walls(read(event(line))) == []


def test_somebody_elses_no_is_not_mine_and_the_owner_of_the_file_is_me() -> None:
    declined = "ATTENDEE;PARTSTAT=DECLINED:mailto:other@school.example"
    assert len(walls(read(event(declined)))) == 1
    assert walls(read(event(declined), head="X-WR-CALNAME:other@school.example\n")) == []


def test_what_has_no_length_takes_no_time() -> None:
    assert walls(read(event(end=""))) == []
    assert walls(read(event(end="DTEND:20260318T130000Z"))) == []


def test_a_series_keeps_its_wall_over_a_clock_change() -> None:
    reading = read(
        event(
            "RRULE:FREQ=WEEKLY;COUNT=3",
            start="DTSTART;TZID=Europe/Berlin:20260320T140000",
            end="DTEND;TZID=Europe/Berlin:20260320T150000",
        )
    )
    assert walls(reading, BERLIN) == ["03-20 14:00-15:00", "03-27 14:00-15:00", "04-03 14:00-15:00"]
    assert walls(reading) == ["03-20 09:00-10:00", "03-27 09:00-10:00", "04-03 08:00-09:00"]


def test_dates_left_out_moved_and_added() -> None:
    series = event(
        "RRULE:FREQ=DAILY;COUNT=5",
        "EXDATE;TZID=America/New_York:20260319T100000",
        "EXDATE:20260320T140000Z",
        "RDATE:20260401T140000Z",
        "RDATE;VALUE=PERIOD:20260402T140000Z/PT15M",
        start="DTSTART;TZID=America/New_York:20260318T100000",
        end="DTEND;TZID=America/New_York:20260318T110000",
    )
    moved = event(
        "RECURRENCE-ID:20260321T140000Z",
        start="DTSTART;TZID=Europe/Berlin:20260321T200000",
        end="DTEND;TZID=Europe/Berlin:20260321T203000",
    )
    off = event("RECURRENCE-ID;TZID=America/New_York:20260322T100000", "STATUS:CANCELLED")
    assert walls(read(series, moved, off)) == [
        "03-18 10:00-11:00",
        "03-21 15:00-15:30",
        "04-01 10:00-11:00",
        "04-02 10:00-10:15",
    ]


def test_whole_days_repeat_and_leave_out_days() -> None:
    reading = read(
        event(
            "RRULE:FREQ=WEEKLY;UNTIL=20260401",
            "EXDATE;VALUE=DATE:20260325",
            start="DTSTART;VALUE=DATE:20260318",
            end="",
        )
    )
    assert walls(reading) == ["03-18 00:00-00:00", "04-01 00:00-00:00"]


def test_only_what_is_near_is_read() -> None:
    forever = event("RRULE:FREQ=WEEKLY", start="DTSTART:19990317T140000Z", end="DTEND:19990317T150000Z")
    found = read(forever).busy
    assert all(busy.span.end > READER.first and busy.span.start < READER.last for busy in found)
    assert len(found) == (400 - 3) // 7 + 1  # a Wednesday, two days on
    old = event(start="DTSTART:20200317T140000Z", end="DTEND:20200317T150000Z")
    assert walls(read(old)) == []


def test_own_meetings_are_not_read_back() -> None:
    entry = CalendarEntry("m1", FIRST + timedelta(days=2), FIRST + timedelta(days=3), FIRST, "Talk")
    reading = read_calendar(write_entry(entry), READER)
    assert (reading.busy, reading.entries) == ((), 1)


OWN_ZONE = """BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T020000
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
END:DAYLIGHT
END:VTIMEZONE
"""
IN_OWN_ZONE = event(start="DTSTART;TZID=Customized Time Zone:20260318T100000", end="DURATION:PT1H")


def test_a_zone_of_the_files_own_is_worked_out() -> None:
    assert walls(read(IN_OWN_ZONE, head=OWN_ZONE)) == ["03-18 10:00-11:00"]


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        (calendar(IN_OWN_ZONE), Trouble.UNKNOWN_ZONE),
        (calendar(IN_OWN_ZONE, head=OWN_ZONE.replace("FREQ=YEARLY", "FREQ=SECONDLY")), Trouble.UNKNOWN_ZONE),
        (calendar(event(start="DTSTART:tomorrow")), Trouble.NO_START),
        (calendar(event(start="")), Trouble.NO_START),
        (calendar(event("RRULE:FREQ=HOURLY")), Trouble.RULE),
        (calendar(event("RRULE:FREQ=WEEKLY;BYDAY=XX")), Trouble.RULE),
        (calendar(event("RRULE:FREQ=DAILY;COUNT=9999999", start="DTSTART:18500101T100000Z", end="DURATION:PT1H")),
         Trouble.TOO_OFTEN),
        (calendar(event("RECURRENCE-ID;RANGE=THISANDFUTURE:20260318T140000Z")), Trouble.LATER_CHANGES),
        ("hello\nworld", Trouble.NO_CALENDAR),
        ("", Trouble.NO_CALENDAR),
    ],
)  # fmt: skip
def test_trouble_is_counted_and_costs_one_entry(text: str, trouble: Trouble) -> None:
    assert read_calendar(text, READER).troubles == {trouble: 1}
    sound = f"BEGIN:VEVENT\r\n{event(uid='2')}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".replace("\n", "\r\n")
    if trouble is not Trouble.NO_CALENDAR:
        with_another = read_calendar(text.replace("END:VCALENDAR\r\n", sound), READER)
        assert "03-18 10:00-11:00" in walls(with_another)


def test_a_file_that_is_cut_off_gives_what_is_whole() -> None:
    text = calendar(event(), event(uid="2", start="DTSTART:20260319T140000Z", end="DTEND:20260319T150000Z"))
    assert walls(read_calendar(text[: text.rindex("DTEND")], READER)) == ["03-18 10:00-11:00"]


CORPORA = Path(__file__).parents[3] / "shared" / "corpora"


@pytest.mark.skipif(not CORPORA.is_dir(), reason="no corpora beside the project")
def test_real_calendars_are_read_to_the_end() -> None:
    """Whatever other programs' own test files hold: nothing hangs, nothing fails, and most of it is understood."""
    files = sorted(CORPORA.rglob("*.ics"))
    wide = Reader(datetime(1990, 1, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC), BOSTON)
    entries = troubled = 0
    for file in files:
        begun = time.perf_counter()
        reading = read_calendar(file.read_bytes().decode("utf-8", "replace"), wide)
        assert time.perf_counter() - begun < 10, file
        entries += reading.entries
        reasons = reading.troubles.items()
        troubled += sum(n for why, n in reasons if why not in (Trouble.NO_CALENDAR, Trouble.NO_START))
    assert entries > 1000
    assert troubled < entries / 20
