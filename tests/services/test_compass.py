"""The compass over real data: derived from meetings and places of work, marked by hand."""

from __future__ import annotations

from otnet_desktop.domain.compass import Cell, Mark, Standing
from otnet_desktop.domain.facts import MeetingOutcome
from otnet_desktop.domain.people import Affiliation, PersonId, Status
from otnet_desktop.services.workspace import Workspace
from tests.services.clocks import SettableClock
from tests.ui.network import add, book, met

AREA = "Mental Health"
SCHOOL, CLINIC = Cell(AREA, "school"), Cell(AREA, "hand_clinic")


def someone(workspace: Workspace, name: str, setting: str = "school", area: str = AREA) -> PersonId:
    place = Affiliation("Somewhere", setting=setting)
    return add(workspace, name, affiliations=(place,), practice_areas=(area,) if area else ())


def test_met_planned_and_known(workspace: Workspace, clock: SettableClock) -> None:
    ann, bo, cid, dot = (someone(workspace, name) for name in ("Ann", "Bo", "Cid", "Dot"))
    meeting = book(workspace, ann, dot, start="2026-03-10T10:00")
    workspace.meetings.turned_out(meeting.id, MeetingOutcome.HELD, absent=[dot])
    book(workspace, bo, start="2026-03-20T10:00")
    there = workspace.compass.chart().at(SCHOOL)
    assert (there.met, there.planned, set(there.known)) == ((ann,), (bo,), {cid, dot})
    clock.set("2026-03-21T10:00")
    assert workspace.compass.chart().at(SCHOOL).planned == (), "a meeting that is over is no plan"


def test_whom_one_met_stays_met_where_they_worked_then(workspace: Workspace, clock: SettableClock) -> None:
    ann = someone(workspace, "Ann")
    met(workspace, ann, start="2026-03-10T10:00")
    workspace.people.moved(ann, Affiliation("Hands", setting="hand_clinic"))
    compass = workspace.compass.chart()
    assert (compass.at(SCHOOL).met, compass.at(SCHOOL).known) == ((ann,), ())
    assert (compass.at(CLINIC).met, compass.at(CLINIC).known) == ((), (ann,))
    clock.advance(days=9)
    met(workspace, ann, start="2026-03-26T10:00")
    compass = workspace.compass.chart()
    assert (compass.at(SCHOOL).met, compass.at(CLINIC).met) == ((ann,), (ann,))
    book(workspace, ann, start="2026-04-01T10:00")
    assert workspace.compass.chart().at(CLINIC).planned == (), "met counts more"


def test_where_somebody_used_to_work_is_not_where_one_will_meet_them(workspace: Workspace) -> None:
    ann = someone(workspace, "Ann")
    workspace.people.moved(ann, Affiliation("Hands", setting="hand_clinic"))
    assert SCHOOL not in workspace.compass.chart().fields
    book(workspace, ann, start="2026-04-01T10:00")
    assert workspace.compass.chart().at(CLINIC).planned == (ann,)


def test_doors_leave_out_who_wants_no_mail(workspace: Workspace) -> None:
    ann, bo = someone(workspace, "Ann", "hand_clinic"), someone(workspace, "Bo", "hand_clinic")
    for person in (ann, bo):
        met(workspace, person, start="2026-03-10T10:00")
    workspace.people.set_status(bo, Status.DO_NOT_CONTACT)
    compass = workspace.compass.chart()
    assert compass.doors(SCHOOL) == (ann,)
    assert compass.at(CLINIC).met == (ann, bo)


def test_marks_are_kept_changed_and_taken_back(workspace: Workspace) -> None:
    sitting = workspace.compass.mark(SCHOOL, Mark.CURIOUS, "Sensory")
    workspace.compass.mark(SCHOOL, Mark.CURIOUS, "Sensory rooms ", sitting=sitting)
    mark = workspace.compass.chart().at(SCHOOL).mark
    assert mark is not None
    assert (mark.mark, mark.why) == (Mark.CURIOUS, "Sensory rooms")
    workspace.compass.mark(SCHOOL, Mark.RULED_OUT, "Too far")
    assert workspace.compass.chart().at(SCHOOL).standing is Standing.RULED_OUT
    workspace.compass.mark(SCHOOL, None)
    assert workspace.compass.chart().fields == {}
    workspace.history.undo()
    workspace.history.undo()
    assert workspace.compass.chart().at(SCHOOL).mark == mark


def test_own_words_are_on_the_map(workspace: Workspace) -> None:
    someone(workspace, "Ann", "Care farm", "Animals")
    compass = workspace.compass.chart()
    assert compass.settings[-1] == "Care farm"
    assert compass.areas[-1] == "Animals"
