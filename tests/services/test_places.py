"""Homework about places: shared by their people, kept when a place is renamed or joined, gone with the last of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from otnet_desktop.domain.changes import Changed
from otnet_desktop.domain.errors import BadInput, NotFound
from otnet_desktop.domain.facts import Gate
from otnet_desktop.domain.letter_choice import GATEKEEPER
from otnet_desktop.domain.people import Affiliation, PersonId, Status
from otnet_desktop.domain.places import KnownPlace
from otnet_desktop.domain.research import Confidence, KeyPoint, Research
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.store.content import content_hash
from tests.factories import profile
from tests.services.clocks import SettableClock

CLINIC = "Harbor Kids Clinic"


def at(workspace: Workspace, name: str, place: str = CLINIC, **more: object) -> PersonId:
    return workspace.people.add(profile(name, affiliations=(Affiliation(place, "OT"),), **more)).id


@pytest.fixture
def ada(workspace: Workspace) -> PersonId:
    return at(workspace, "Ada Lin")


@pytest.fixture
def bo(workspace: Workspace) -> PersonId:
    return at(workspace, "Bo Berg")


def place(workspace: Workspace, name: str = CLINIC) -> KnownPlace:
    found = workspace.places.named(name)
    assert found is not None
    return found


def note(workspace: Workspace, name: str = CLINIC) -> None:
    workspace.places.save_notes(name, f"Notes on {name}")
    workspace.places.save_key_points(name, (KeyPoint(f"A garden at {name}", confidence=Confidence.TOLD),))


def test_nobody_there_means_nothing_known(workspace: Workspace) -> None:
    assert workspace.places.named("") is None
    assert workspace.places.named("Nowhere") is None
    with pytest.raises(NotFound):
        workspace.places.save_notes("Nowhere", "x")


def test_what_is_noted_of_a_place_all_its_people_see(workspace: Workspace, ada: PersonId, bo: PersonId) -> None:
    heard: list[Changed] = []
    workspace.announcer.subscribe(heard.append)
    note(workspace)

    known = place(workspace)

    assert known.people == (bo, ada)  # by family name
    assert known.research.notes == f"Notes on {CLINIC}"
    assert [(point.text, point.confidence) for point in known.research.key_points] == [
        (f"A garden at {CLINIC}", Confidence.TOLD)
    ]
    assert all(change.concerns(ada) and change.concerns(bo) for change in heard)
    assert {hit.id for hit in workspace.roster.find("garden")} == {ada, bo}


def test_all_saves_of_one_sitting_are_one_step(workspace: Workspace, ada: PersonId) -> None:
    sitting = None
    for text in ("Q", "Qu", "Quiet"):
        sitting = workspace.places.save_notes(CLINIC, text, sitting=sitting)
    workspace.history.undo()
    assert place(workspace).research.notes == ""


def test_a_place_has_five_short_points_at_most(workspace: Workspace, ada: PersonId) -> None:
    with pytest.raises(BadInput):
        workspace.places.save_key_points(CLINIC, tuple(KeyPoint(str(n)) for n in range(6)))
    with pytest.raises(BadInput):
        workspace.places.save_key_points(CLINIC, (KeyPoint("x" * 141),))


def test_after_half_a_year_one_looks_again(workspace: Workspace, clock: SettableClock, ada: PersonId) -> None:
    note(workspace)
    clock.advance(days=180)
    assert place(workspace).research.is_stale(clock.now())
    workspace.places.still_right(CLINIC)
    assert place(workspace).research.reviewed_at == clock.now()
    assert not place(workspace).research.is_stale(clock.now() + timedelta(days=179))


def test_another_name_keeps_the_homework_and_all_the_people(workspace: Workspace, ada: PersonId, bo: PersonId) -> None:
    note(workspace)
    workspace.places.choose_gate(CLINIC, bo)

    assert not workspace.places.rename(CLINIC, "  Harbor  Children's Clinic ")

    assert workspace.places.named(CLINIC) is None
    known = place(workspace, "Harbor Children's Clinic")
    assert (known.people, known.gate) == ((bo, ada), bo)
    assert known.research.notes == f"Notes on {CLINIC}"
    assert {hit.id for hit in workspace.roster.find("Children's")} == {ada, bo}
    assert workspace.care.check() == []

    workspace.history.undo()

    assert place(workspace).research.notes == f"Notes on {CLINIC}"
    assert workspace.people.get(ada).profile.current.organisation == CLINIC


def test_two_names_of_one_place_become_one(workspace: Workspace, ada: PersonId) -> None:
    cy = at(workspace, "Cy Cole", "Harbour Clinic")
    note(workspace)
    note(workspace, "Harbour Clinic")

    assert workspace.places.rename("Harbour Clinic", CLINIC)

    known = place(workspace)
    assert known.people == (cy, ada)
    assert known.research.notes == f"Notes on {CLINIC}\n\nNotes on Harbour Clinic"
    assert len(known.research.key_points) == 2
    assert workspace.care.check() == []
    workspace.history.undo()
    assert place(workspace, "Harbour Clinic").people == (cy,)
    assert place(workspace).research.notes == f"Notes on {CLINIC}"


def test_a_retyped_name_takes_the_homework_along_where_nobody_else_is(workspace: Workspace, ada: PersonId) -> None:
    note(workspace)
    new = "Harbor Kids Centre"
    there = replace(workspace.people.get(ada).profile, affiliations=(Affiliation(new, "Lead OT"),), nickname="Add")
    assert workspace.places.save_person(ada, there, {CLINIC: new}) == [new]
    assert workspace.places.named(CLINIC) is None
    assert place(workspace, new).research.notes == f"Notes on {CLINIC}"
    assert workspace.people.get(ada).profile.affiliations == (Affiliation(new, "Lead OT"),)
    assert workspace.history.undo() == "Edit person"
    assert place(workspace).research.notes == f"Notes on {CLINIC}"
    assert workspace.people.get(ada).profile.affiliations == (Affiliation(CLINIC, "OT"),)
    assert workspace.care.check() == []


def test_homework_stays_where_somebody_else_is_or_where_they_still_are(workspace: Workspace, ada: PersonId) -> None:
    note(workspace)
    profile_of_ada = workspace.people.get(ada).profile
    both = replace(profile_of_ada, affiliations=(Affiliation("Elsewhere"), Affiliation(CLINIC, "Lead")))
    assert workspace.places.save_person(ada, both, {CLINIC: "Elsewhere"}) == []
    assert place(workspace).research.notes
    at(workspace, "Bo Berg")
    gone = replace(profile_of_ada, affiliations=(Affiliation("Elsewhere"),))
    assert workspace.places.save_person(ada, gone, {CLINIC: "Elsewhere"}) == []
    assert place(workspace).research.notes == f"Notes on {CLINIC}"
    assert not place(workspace, "Elsewhere").research.notes


def test_a_place_needs_a_name(workspace: Workspace, ada: PersonId) -> None:
    with pytest.raises(BadInput):
        workspace.places.rename(CLINIC, "  ")
    assert not workspace.places.rename(CLINIC, CLINIC)


def test_with_the_last_of_its_people_a_place_goes(workspace: Workspace, ada: PersonId, bo: PersonId) -> None:
    note(workspace)
    workspace.people.remove(ada)
    assert place(workspace).people == (bo,)
    workspace.people.remove(bo)
    assert workspace.places.named(CLINIC) is None
    assert workspace.store.database.sql("SELECT count(*) FROM place_note").fetchone() == (0,)
    assert workspace.store.database.sql("SELECT count(*) FROM place_point").fetchone() == (0,)
    assert workspace.care.check() == []

    workspace.history.undo()

    assert place(workspace).research.notes == f"Notes on {CLINIC}"
    assert place(workspace).people == (bo,)
    assert workspace.care.check() == []


def test_whom_one_chose_for_a_place_is_asked_before_ones_own_coordinator(workspace: Workspace, ada: PersonId) -> None:
    own = workspace.people.add(profile("Olga Own", role="fieldwork_coordinator")).id
    gate = at(workspace, "Gia Gate")
    workspace.research.say_why(ada, "fieldwork_placement")
    assert workspace.composing.begin(ada).reader.id == own

    workspace.places.choose_gate(CLINIC, gate)

    begun = workspace.composing.begin(ada)
    assert (begun.reader.id, begun.about, begun.letter) == (gate, ada, GATEKEEPER)
    purpose = workspace.research.of(ada).purpose
    assert purpose is not None
    assert purpose.gate is Gate.OPEN
    workspace.people.set_status(gate, Status.ARCHIVED)
    assert workspace.composing.begin(ada).reader.id == own


def test_a_gate_who_is_deleted_is_nobodys_gate(workspace: Workspace, ada: PersonId, bo: PersonId) -> None:
    workspace.places.choose_gate(CLINIC, bo)
    workspace.people.remove(bo)
    assert place(workspace).gate is None
    workspace.history.undo()
    assert place(workspace).gate == bo


def test_nothing_known_is_nothing_stale(workspace: Workspace, ada: PersonId) -> None:
    assert place(workspace).research == Research()


def test_a_place_that_nobody_uses_goes_unless_something_is_noted_there(workspace: Workspace, ada: PersonId) -> None:
    there = workspace.people.get(ada).profile
    workspace.people.save(ada, replace(there, affiliations=(Affiliation("Elsewhere"),)))
    assert workspace.places.named(CLINIC) is None
    workspace.history.undo()
    assert place(workspace).people == (ada,)
    note(workspace)
    workspace.people.save(ada, replace(there, affiliations=()))
    assert place(workspace).people == ()
    assert place(workspace).research.notes == f"Notes on {CLINIC}"
    assert workspace.care.check() == []


def test_a_place_nobody_knows_anything_of_is_renamed_as_well(workspace: Workspace, ada: PersonId) -> None:
    assert not workspace.places.rename(CLINIC, "Elsewhere")
    assert place(workspace, "Elsewhere").people == (ada,)
    assert workspace.places.named(CLINIC) is None


def test_two_who_are_one_worked_at_one_place_though_it_was_spelled_otherwise(
    workspace: Workspace, ada: PersonId
) -> None:
    other = at(workspace, "Ada Linn", f"{CLINIC}, Inc.")
    note(workspace)
    note(workspace, f"{CLINIC}, Inc.")
    before = content(workspace)
    workspace.merging.merge(workspace.merging.pair(ada, other))
    assert workspace.places.named(f"{CLINIC}, Inc.") is None
    known = place(workspace)
    assert (known.people, known.research.notes) == ((ada,), f"Notes on {CLINIC}\n\nNotes on {CLINIC}, Inc.")
    assert len(known.research.key_points) == 2
    assert workspace.care.check() == []
    workspace.history.undo()
    assert content(workspace) == before


def test_a_place_spelled_otherwise_stays_where_others_are(workspace: Workspace, ada: PersonId) -> None:
    other, cy = at(workspace, "Ada Linn", f"{CLINIC}, Inc."), at(workspace, "Cy Cole", f"{CLINIC}, Inc.")
    workspace.merging.merge(workspace.merging.pair(ada, other))
    assert place(workspace, f"{CLINIC}, Inc.").people == (cy,)


def content(workspace: Workspace) -> str:
    return content_hash(workspace.store.database)
