"""Homework and intention, saved as they are typed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from otnet_desktop.domain.errors import BadInput, NotAllowed
from otnet_desktop.domain.facts import Gate, MeetingFormat
from otnet_desktop.domain.people import Affiliation, PersonId
from otnet_desktop.domain.research import KeyPoint, PurposeState
from otnet_desktop.services.workspace import Workspace
from tests.factories import profile
from tests.services.clocks import SettableClock


@pytest.fixture
def ada(workspace: Workspace) -> PersonId:
    return workspace.people.add(profile("Ada Lin")).id


def test_all_saves_of_one_sitting_are_one_step_to_undo(workspace: Workspace, ada: PersonId) -> None:
    research = workspace.research
    sitting = research.save_notes(ada, "H")
    for text in ("He", "Hel", "Hello"):
        sitting = research.save_notes(ada, text, sitting=sitting)

    workspace.history.undo()

    assert research.of(ada).notes == ""
    workspace.history.redo()
    assert research.of(ada).notes == "Hello"


def test_something_else_in_between_ends_the_sitting(workspace: Workspace, ada: PersonId) -> None:
    research = workspace.research
    sitting = research.save_notes(ada, "First")
    research.add_key_point(ada, KeyPoint("Wrote a guide"))
    research.save_notes(ada, "First, second", sitting=sitting)

    workspace.history.undo()

    assert research.of(ada).notes == "First"
    assert research.of(ada).key_points


def test_an_undone_sitting_is_not_continued(workspace: Workspace, ada: PersonId) -> None:
    research = workspace.research
    sitting = research.save_notes(ada, "First")
    workspace.history.undo()
    research.save_notes(ada, "Again", sitting=sitting)

    workspace.history.undo()

    assert research.of(ada).notes == ""


def test_choosing_a_placement_asks_the_gatekeeper_even_of_an_older_purpose(workspace: Workspace, ada: PersonId) -> None:
    research = workspace.research
    research.say_why(ada, "setting_info")
    research.say_why(ada, "fieldwork_placement")
    purpose = research.of(ada).purpose

    assert purpose is not None
    assert purpose.asks_gatekeeper
    assert len(research.of(ada).purposes) == 1
    with pytest.raises(NotAllowed):
        workspace.outreach.may_send(ada)

    research.answer_gate(ada, purpose, Gate.CLEARED, date(2026, 3, 12))

    cleared = research.of(ada).purpose
    assert cleared is not None
    assert (cleared.gate, cleared.gate_on) == (Gate.CLEARED, date(2026, 3, 12))
    workspace.outreach.may_send(ada)


def test_choosing_the_same_kind_again_keeps_the_answer(workspace: Workspace, ada: PersonId) -> None:
    research = workspace.research
    research.say_why(ada, "capstone_site")
    asked = research.of(ada).purpose
    assert asked is not None
    research.answer_gate(ada, asked, Gate.CLEARED)
    research.say_why(ada, "capstone_site")

    purpose = research.of(ada).purpose
    assert purpose is not None
    assert purpose.gate is Gate.CLEARED


def test_asking_only_for_information_needs_nobody(workspace: Workspace, ada: PersonId) -> None:
    research = workspace.research
    research.say_why(ada, "fieldwork_placement")
    research.say_what(ada, "How a week looks")
    purpose = research.of(ada).purpose
    assert purpose is not None

    research.only_for_information(ada, purpose)

    now = research.of(ada).purpose
    assert now is not None
    assert (now.kind, now.statement, now.asks_gatekeeper) == ("setting_info", "How a week looks", False)
    workspace.outreach.may_send(ada)


def test_the_answer_is_dated_in_the_readers_zone(workspace: Workspace, ada: PersonId, clock: SettableClock) -> None:
    clock.set("2026-03-18T22:30")  # the 19th in UTC
    workspace.research.say_why(ada, "capstone_site")
    purpose = workspace.research.of(ada).purpose
    assert purpose is not None

    workspace.research.answer_gate(ada, purpose, Gate.ASKED)

    asked = workspace.research.of(ada).purpose
    assert asked is not None
    assert asked.gate_on == date(2026, 3, 18)


def test_a_closed_purpose_makes_room_for_another(workspace: Workspace, ada: PersonId) -> None:
    research = workspace.research
    research.say_what(ada, "How a week looks")
    purpose = research.of(ada).purpose
    assert purpose is not None
    research.close_purpose(ada, purpose, PurposeState.MET)

    assert research.of(ada).purpose is None
    research.say_why(ada, "mentorship")

    assert [p.state for p in research.of(ada).purposes] == [PurposeState.OPEN, PurposeState.MET]


def test_what_is_still_right_is_fresh_again(workspace: Workspace, ada: PersonId, clock: SettableClock) -> None:
    workspace.research.add_key_point(ada, KeyPoint("Wrote a guide"))
    workspace.research.save_notes(ada, "Likes coffee walks")
    clock.advance(days=181)
    assert workspace.research.of(ada).is_stale(clock.now())

    workspace.research.still_right(ada)

    assert not workspace.research.of(ada).is_stale(clock.now() + timedelta(days=179))
    workspace.history.undo()
    assert workspace.research.of(ada).is_stale(clock.now())


@pytest.mark.parametrize("points", [6 * (KeyPoint("One"),), (KeyPoint(" "),), (KeyPoint("x" * 141),)])
def test_key_points_stay_few_and_short(workspace: Workspace, ada: PersonId, points: tuple[KeyPoint, ...]) -> None:
    with pytest.raises(BadInput):
        workspace.research.save_key_points(ada, points)

    assert workspace.research.of(ada).key_points == ()


def test_the_purpose_begun_last_counts_and_the_others_stay(
    workspace: Workspace, ada: PersonId, clock: SettableClock
) -> None:
    research = workspace.research
    research.say_why(ada, "setting_info")
    clock.advance(days=1)
    research.add_purpose(ada, "capstone_site")

    first, second = research.of(ada).purposes
    assert (first.kind, second.kind) == ("capstone_site", "setting_info")
    assert first.asks_gatekeeper
    assert second.state is PurposeState.OPEN

    clock.advance(days=1)
    research.close_purpose(ada, second, PurposeState.MET)
    clock.advance(days=1)
    (_, met) = research.of(ada).purposes
    research.begin_again(ada, met)

    counts = research.of(ada).purpose
    assert counts is not None
    assert (counts.kind, counts.set_on) == ("setting_info", clock.now())
    workspace.history.undo()
    undone = research.of(ada).purpose
    assert undone is not None
    assert undone.kind == "capstone_site"


def test_ticks_are_kept_and_go_with_the_person(workspace: Workspace, ada: PersonId) -> None:
    research, other = workspace.research, workspace.people.add(profile("Bo")).id
    research.tick(ada, "Name spelled correctly", True)
    research.tick(ada, "Name spelled correctly", True)
    research.tick(other, "Current role", True)
    assert research.ticked(ada) == {"Name spelled correctly"}

    research.tick(ada, "Name spelled correctly", False)
    assert research.ticked(ada) == set()
    workspace.history.undo()
    workspace.people.remove(ada)

    assert workspace.store.database.sql("SELECT person_id FROM tick").fetchall() == [(other,)]
    workspace.history.undo()
    assert research.ticked(ada) == {"Name spelled correctly"}


def test_the_purpose_says_how_long_to_ask_for(workspace: Workspace, ada: PersonId) -> None:
    length = workspace.research.length_for
    assert length((), MeetingFormat.VIRTUAL) == timedelta(minutes=20)
    workspace.research.say_why(ada, "mentorship")
    assert length((ada,), MeetingFormat.VIRTUAL) == timedelta(minutes=30)


def test_a_move_since_one_looked_is_told_until_one_looks_again(
    workspace: Workspace, ada: PersonId, clock: SettableClock
) -> None:
    research = workspace.research
    workspace.people.moved(ada, Affiliation("Larchmont USD"))
    assert research.moved_since_looked(ada) is None  # nothing was ever noted
    clock.advance(hours=1)
    research.save_notes(ada, "Runs a garden")
    assert research.moved_since_looked(ada) is None
    clock.advance(hours=1)
    workspace.people.moved(ada, Affiliation("Harbor Kids Clinic", "OT"))

    move = research.moved_since_looked(ada)
    assert move is not None
    assert (move.was.organisation, move.now.organisation) == ("Larchmont USD", "Harbor Kids Clinic")
    clock.advance(hours=1)
    research.still_right(ada)
    assert research.moved_since_looked(ada) is None
