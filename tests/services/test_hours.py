"""The log of hours: only what counts as mentoring is counted by itself."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.hours import Hours, HoursKind, minutes_of, units
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from tests.ui.network import add, book, met


@pytest.fixture
def lee(workspace: Workspace) -> PersonId:
    return add(workspace, "Lee CHT")


def test_an_hour_of_mentoring_is_half_a_unit(workspace: Workspace, lee: PersonId) -> None:
    meeting = met(workspace, lee, start="2026-03-10T22:30", minutes=60, is_mentoring=True, title="Splints")
    met(workspace, lee, start="2026-03-11T10:00", minutes=60)  # a conversation is no mentoring
    book(workspace, lee, start="2026-04-01T10:00", minutes=60, is_mentoring=True)  # and has not taken place
    log = workspace.hours.log()
    assert log == [Hours(date(2026, 3, 10), 60, HoursKind.MENTORING, "Splints", lee, meeting=meeting.id)]
    assert units(minutes_of(log), 2.0) == 0.5
    assert units(60, 0) == 0.0


def test_own_entries_are_added_changed_and_taken_back(workspace: Workspace, lee: PersonId) -> None:
    course = Hours(date(2026, 3, 1), 90, HoursKind.COURSE, "Edema")
    number = workspace.hours.save(course)
    workspace.hours.save(Hours(date(2026, 3, 2), 45, HoursKind.MENTORING, "By phone", lee, id=number))
    assert [(h.day, h.minutes, h.person) for h in workspace.hours.log()] == [(date(2026, 3, 2), 45, lee)]
    workspace.history.undo()
    (kept,) = workspace.hours.log()
    assert (kept.text, minutes_of([kept], HoursKind.COURSE), minutes_of([kept], HoursKind.MENTORING)) == (
        "Edema",
        90,
        0,
    )
    workspace.hours.remove(kept)
    assert workspace.hours.log() == []


@pytest.mark.parametrize("minutes", [0, -5, 24 * 60 + 1])
def test_a_time_that_cannot_be_is_refused(workspace: Workspace, minutes: int) -> None:
    with pytest.raises(BadInput):
        workspace.hours.save(Hours(date(2026, 3, 1), minutes, HoursKind.OTHER))


def test_an_entry_outlives_the_person_and_remembers_them_when_they_come_back(
    workspace: Workspace, lee: PersonId
) -> None:
    workspace.hours.save(Hours(date(2026, 3, 1), 30, HoursKind.MENTORING, "Orthoses", lee))
    assert [hit.id for hit in workspace.roster.find("orthoses")] == [lee]
    workspace.people.remove(lee)
    assert [(h.text, h.person) for h in workspace.hours.log()] == [("Orthoses", None)]
    workspace.history.undo()
    assert [h.person for h in workspace.hours.log()] == [lee]


def test_nothing_in_the_table_is_run_by_a_spreadsheet(workspace: Workspace, tmp_path: Path) -> None:
    out = tmp_path / "hours.csv"
    evil = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "plain, and more"]
    workspace.exporting.write_page(out, workspace.hours.as_csv(("What", "Hours"), [(text, 1.5) for text in evil]))
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(out.read_text("utf-8-sig"), newline="")))
    assert rows[0] == ["What", "Hours"]
    assert [row[0] for row in rows[1:]] == [f"'{text}" for text in evil[:-1]] + ["plain, and more"]
    assert {row[1] for row in rows[1:]} == {"1.5"}
