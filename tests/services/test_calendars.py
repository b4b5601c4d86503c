"""Calendar files of this machine: chosen, read, and heeded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from otnet_desktop.domain.busy_times import Trouble
from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import NotSaved
from otnet_desktop.services.calendars import FILE_NAME, CalendarPlaces
from otnet_desktop.services.workspace import Workspace, open_workspace
from tests.services.clocks import BOSTON, SettableClock, wall


def calendar(day: str, *lines: str) -> str:
    event = (f"DTSTART:{day}T100000", "DURATION:PT1H", "SUMMARY:Dentist", "UID:x", *lines)
    return "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *event, "END:VEVENT", "END:VCALENDAR", ""])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "calendars"
    made.mkdir()
    (made / "work.ics").write_text(calendar("20260325"))
    (made / "home.ICS").write_text(calendar("20260326"))
    (made / "notes.txt").write_text("no calendar")
    return made


def busy_walls(workspace: Workspace) -> list[str]:
    start = workspace.clock.now()
    return [wall(busy.span.start) for busy in workspace.availability.busy_between(start, start.replace(year=2027))]


def test_a_folder_and_a_file_are_read(workspace: Workspace, folder: Path, tmp_path: Path) -> None:
    single = tmp_path / "single.ics"
    single.write_text(calendar("20260327"))
    workspace.calendars.change(watched=(str(folder), str(single), str(tmp_path / "gone.ics")))
    readings = workspace.calendars.read()
    assert {Path(path).name for path in readings} == {"work.ics", "home.ICS", "single.ics", "gone.ics"}
    assert readings[str(tmp_path / "gone.ics")].troubles == {Trouble.CANNOT_BE_OPENED: 1}
    workspace.calendars.take(readings)
    assert busy_walls(workspace) == ["2026-03-25T10:00", "2026-03-26T10:00", "2026-03-27T10:00"]
    workspace.calendars.take({})
    assert busy_walls(workspace) == []


def test_places_belong_to_the_machine(workspace: Workspace, folder: Path, clock: SettableClock, tmp_path: Path) -> None:
    told: list[Changed] = []
    workspace.announcer.subscribe(told.append)
    workspace.calendars.change(watched=(str(folder),), feed_has_follow_ups=True)
    workspace.calendars.change(watched=(str(folder),))
    assert [changed.touches(Room.SCHEDULE) for changed in told] == [True]
    file = tmp_path / "data" / FILE_NAME
    assert file.stat().st_mode & 0o777 == 0o600
    again = open_workspace(tmp_path / "data", clock, lambda: BOSTON)
    assert again.calendars.places() == CalendarPlaces((str(folder),), "", feed_has_follow_ups=True)
    again.close()
    file.write_text("not json")
    damaged = open_workspace(tmp_path / "data", clock, lambda: BOSTON)
    assert damaged.calendars.places() == CalendarPlaces()
    damaged.close()
    assert str(folder).encode() not in (tmp_path / "data" / "otnet.db").read_bytes()


def test_what_i_declined_is_free(workspace: Workspace, folder: Path) -> None:
    declined = calendar("20260325", "ATTENDEE;PARTSTAT=DECLINED:mailto:jordan@school.example")
    (folder / "work.ics").write_text(declined)
    (folder / "home.ICS").unlink()
    workspace.calendars.change(watched=(str(folder),))
    workspace.calendars.take(workspace.calendars.read())
    assert len(busy_walls(workspace)) == 1
    me = replace(workspace.preferences.current.me, email="Jordan@school.example")
    workspace.preferences.change(me=me)
    workspace.calendars.take(workspace.calendars.read())
    assert busy_walls(workspace) == []


def test_a_choice_that_cannot_be_kept_is_told(workspace: Workspace, tmp_path: Path, folder: Path) -> None:
    (tmp_path / "data" / FILE_NAME).mkdir()
    with pytest.raises(NotSaved):
        workspace.calendars.change(watched=(str(folder),))
    assert workspace.calendars.places() == CalendarPlaces()
