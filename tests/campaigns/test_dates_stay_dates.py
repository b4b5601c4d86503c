"""Days are days in every zone of the world: birthdays, 29 February, the last of each month. None moves by one.

The machine is in that zone, and so is the user. ``OTNET_ZONES`` is of how many zones each is tried (600: all).
"""

from __future__ import annotations

import io
import os
import re
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import pytest

from otnet_desktop.domain.facts import Side
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.people import Affiliation, PersonId, Profile
from otnet_desktop.domain.research import KeyPoint
from otnet_desktop.domain.wall_time import instant_of
from otnet_desktop.exchange.busy_calendar import Reader, read_calendar
from otnet_desktop.exchange.reading import read_people
from otnet_desktop.exchange.report import Incoming
from otnet_desktop.services.exporting import CALENDAR, GOOGLE, TABLE, VCARD_3, VCARD_4
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.ui.dates import said_day
from tests.services.clocks import SettableClock

EVERY_ZONE = sorted(name for name in available_timezones() if not name.startswith(("posix/", "right/", "localtime")))
FARTHEST = ("Pacific/Kiritimati", "Etc/GMT+12", "Pacific/Apia", "Pacific/Honolulu", "Asia/Kathmandu", "Africa/Monrovia")
WANTED = int(os.environ.get("OTNET_ZONES", "60"))
ZONES = sorted({*EVERY_ZONE[:: max(1, len(EVERY_ZONE) // WANTED)], *FARTHEST})
BEGIN = datetime(2027, 12, 30, 12, tzinfo=UTC)
DAYS = tuple(date(2028 + month // 12, month % 12 + 1, 1) - timedelta(days=1) for month in range(1, 13))
"""The last of each month of a leap year."""
BIRTHDAYS = ("--02-29", "2000-02-29", *(f"--{day:%m-%d}" for day in DAYS), *(f"1988-{day:%m-%d}" for day in DAYS))


@pytest.fixture
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[ZoneInfo]:
    name = str(request.param)
    monkeypatch.setenv("TZ", name)
    time.tzset()
    yield ZoneInfo(name)
    monkeypatch.setenv("TZ", os.environ["TZ"] if os.environ["TZ"] != name else "UTC")
    time.tzset()


@pytest.fixture
def workspace(zone: ZoneInfo, tmp_path: Path) -> Iterator[Workspace]:
    opened = open_workspace(tmp_path / "data", SettableClock(BEGIN), lambda: zone)
    opened.preferences.change(timing={"quiet_days": []})
    yield opened
    opened.close()


def fill(workspace: Workspace) -> PersonId:
    """Everybody has a birthday on one of the days, and worked somewhere from the one to the other."""
    with workspace.steps.together("Add"):
        places = (Affiliation("USD", since=DAYS[1].replace(year=2024)), Affiliation("Mill", until=DAYS[1]))
        people = [Profile(given=f"Ann {day}", birthday=day, affiliations=places) for day in BIRTHDAYS]
        *_, added = [workspace.people.add(profile) for profile in people]
        workspace.research.save_key_points(added.id, (KeyPoint("Speaks", seen_on=DAYS[1]),))
        for number, day in enumerate(DAYS):
            workspace.promises.make(added.id, Side.ME, "Poster", day, ref=f"c{number}")
    return added.id


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("zone", ZONES, indirect=True)
def test_no_day_moves(workspace: Workspace, zone: ZoneInfo, tmp_path: Path) -> None:
    person = fill(workspace)
    profiles = [found.profile for found in workspace.people.many(workspace.store.people.everyone())]
    assert sorted(profile.birthday for profile in profiles) == sorted(BIRTHDAYS)
    assert workspace.research.of(person).key_points[0].seen_on == DAYS[1]
    for name in (VCARD_4, VCARD_3, GOOGLE, TABLE):
        workspace.exporting.write(name, tmp_path / name)
        entries = read_people(io.BytesIO((tmp_path / name).read_bytes()))
        read = [entry for entry in entries if isinstance(entry, Incoming)]
        assert {p.profile.given: p.profile.birthday for p in read} == {p.given: p.birthday for p in profiles}, name
        if name in (VCARD_4, TABLE):
            assert {p.profile.affiliations for p in read} == {p.affiliations for p in profiles}, name
    promised = {p.ref: p.due_on for p in workspace.promises.of(person)}
    assert promised == {f"c{number}": day for number, day in enumerate(DAYS)}
    due = {reminder.key: reminder.due.astimezone(zone) for reminder in workspace.reminders.upcoming()}
    for number, day in enumerate(DAYS):
        at = due[f"PROMISE:c{number}"]
        assert (at.date(), f"{at:%H:%M}") == (day, "09:00")
        assert said_day(day, day - timedelta(days=9)).startswith(f"{day.day} {day:%b}")


@pytest.mark.parametrize("zone", ZONES, indirect=True)
def test_a_whole_day_of_a_calendar_is_that_day(zone: ZoneInfo) -> None:
    events = "".join(f"BEGIN:VEVENT\r\nUID:{day}\r\nDTSTART;VALUE=DATE:{day:%Y%m%d}\r\nEND:VEVENT\r\n" for day in DAYS)
    text = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n"
    reading = read_calendar(text, Reader(BEGIN - timedelta(days=9), BEGIN + timedelta(days=400), zone, frozenset()))
    spans = sorted((busy.span.start.astimezone(zone), busy.span.end.astimezone(zone)) for busy in reading.busy)
    assert tuple(start.date() for start, _ in spans) == DAYS
    assert all((end - timedelta(seconds=1)).date() == start.date() for start, end in spans)


@pytest.mark.parametrize("zone", FARTHEST, indirect=True)
def test_a_meeting_late_on_a_day_leaves_as_that_instant(workspace: Workspace, zone: ZoneInfo, tmp_path: Path) -> None:
    person = workspace.people.add(Profile(given="Ann")).id
    starts = [instant_of(datetime(day.year, day.month, day.day, 23, 30), zone)[0] for day in DAYS]  # noqa: DTZ001
    for start in starts:
        workspace.meetings.book(MeetingPlan((person,), start, start + timedelta(minutes=20)))
    workspace.exporting.write(CALENDAR, tmp_path / "out.ics")
    written = re.findall(r"^DTSTART:(\w+)Z", (tmp_path / "out.ics").read_text(), re.MULTILINE)
    assert sorted(written) == [f"{start:%Y%m%dT%H%M%S}" for start in starts]
