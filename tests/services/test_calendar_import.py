"""Calendar files among those to import."""

from __future__ import annotations

import zipfile
from errno import ENOSPC
from pathlib import Path

import pytest

from otnet_desktop.domain.busy_times import Trouble
from otnet_desktop.domain.errors import NotSaved
from otnet_desktop.services import calendars
from otnet_desktop.services.calendar_import import INSIDE, NOT_READ
from otnet_desktop.services.workspace import Workspace
from tests.services.plans import changes_anything

DAMAGED = "BEGIN:VEVENT\nUID:x\nSUMMARY:no beginning\nEND:VEVENT\n"


def calendar(*entries: str) -> str:
    return "BEGIN:VCALENDAR\nVERSION:2.0\n" + "".join(entries) + "END:VCALENDAR\n"


def event(uid: str) -> str:
    return f"BEGIN:VEVENT\nUID:{uid}\nDTSTART:20260320T130000Z\nDTEND:20260320T140000Z\nEND:VEVENT\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "work.ics"
    path.write_text(calendar(event("a"), event("b"), DAMAGED))
    return path


def test_its_times_count_as_busy_once_it_is_carried_out(workspace: Workspace, file: Path) -> None:
    plan = workspace.importing.plan([file])
    report = plan.files[0].report
    assert (report.format, report.read, report.created, len(report.rejected)) == ("ics", 3, 2, 1)
    assert changes_anything(plan)
    assert workspace.calendars.files() == []
    assert workspace.importing.carry_out(plan).calendars == 1
    assert workspace.calendars.files() == [file]
    (reading,) = workspace.calendars.read().values()
    assert len(reading.busy) == 1


def test_where_a_calendar_cannot_be_saved_nobody_comes_in_either(
    workspace: Workspace, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_path: Path, _data: bytes) -> None:
        raise OSError(ENOSPC, "No space left on device")

    cards = tmp_path / "cards.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ann Archer\nEND:VCARD\n")
    plan = workspace.importing.plan([cards, file])
    with monkeypatch.context() as full:
        full.setattr(calendars, "write_private", no_room)
        with pytest.raises(NotSaved):
            workspace.importing.carry_out(plan)
    assert workspace.store.people.everyone() == []
    assert len(workspace.importing.carry_out(plan).newcomers) == 1
    assert len(workspace.store.people.everyone()) == 1


def test_what_tells_far_too_many_dates_is_not_counted_as_read(workspace: Workspace, tmp_path: Path) -> None:
    dates = "".join(f"EXDATE:2026{number:04}T130000Z\n" for number in range(2_000))
    path = tmp_path / "many.ics"
    path.write_text(calendar(event("a"), event("b").replace("END:", f"RRULE:FREQ=DAILY\n{dates}END:")))
    report = workspace.importing.plan([path]).files[0].report
    assert (report.created, [refused.reason for refused in report.rejected], report.warnings) == (
        1,
        [NOT_READ[Trouble.TOO_MANY_DATES]],
        [],
    )


def test_the_same_again_changes_nothing(workspace: Workspace, file: Path) -> None:
    workspace.importing.carry_out(workspace.importing.plan([file]))
    plan = workspace.importing.plan([file])
    assert (plan.files[0].report.created, plan.files[0].report.unchanged) == (0, 2)
    assert not changes_anything(plan)


def test_a_file_in_a_folder_that_is_read_already_is_not_read_twice(workspace: Workspace, file: Path) -> None:
    workspace.calendars.change(watched=(str(file.parent),))
    assert not changes_anything(workspace.importing.plan([file]))


def test_no_meeting_and_no_reminder_comes_of_it(workspace: Workspace, file: Path) -> None:
    workspace.importing.carry_out(workspace.importing.plan([file]))
    assert [*workspace.reminders.due(), *workspace.reminders.upcoming()] == []


def test_inside_an_archive_it_is_refused_with_advice(workspace: Workspace, file: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.write(file, "work.ics")
    plan = workspace.importing.plan([tmp_path / "all.zip"])
    assert [entry.reason for entry in plan.files[0].report.rejected] == [INSIDE]


@pytest.mark.parametrize("text", ["BEGIN:VCALENDAR\n", calendar(DAMAGED)])
def test_a_calendar_that_tells_nothing_is_not_watched(workspace: Workspace, tmp_path: Path, text: str) -> None:
    (tmp_path / "odd.ics").write_text(text)
    plan = workspace.importing.plan([tmp_path / "odd.ics"])
    assert not changes_anything(plan)
