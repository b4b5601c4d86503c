"""Who is deleted lies in the trash, whole, and comes back into a world that went on meanwhile."""

from __future__ import annotations

import json

import pytest

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.meetings import MeetingId, MeetingNotes
from otnet_desktop.domain.messages import Draft
from otnet_desktop.domain.people import Affiliation, PersonId, Status
from otnet_desktop.domain.trash import KEPT_FOR, TrashId
from otnet_desktop.store import trash
from otnet_desktop.store.content import content_hash
from otnet_desktop.store.references import PARENTS, references
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_meeting, add_person, profile, school_ot
from tests.history.make import fill


def delete(store: Store, *people: PersonId) -> None:
    with store.transaction("Delete", NOW):
        store.trash.take(people, NOW)


def restore(store: Store, *people: PersonId) -> None:
    heads = [trashed.id for person in people for trashed in store.trash.all() if trashed.person == person]
    with store.transaction("Restore", NOW):
        store.trash.give_back(heads)


def attending(store: Store, meeting: MeetingId) -> set[int]:
    return {row[0] for row in store.database.sql("SELECT person_id FROM attendee WHERE meeting_id = ?", (meeting,))}


def test_every_row_a_deletion_takes_away_lies_in_the_trash(store: Store) -> None:
    fill(store)
    everyone = store.people.everyone()
    before = content_hash(store.database)
    kept_before = store.trash.count()
    delete(store, *everyone)
    step = store.journal.last_step()
    gone = store.database.sql("SELECT table_name, row_id FROM journal WHERE group_id = ? AND op = 'delete'", (step,))
    kept = set(store.database.sql("SELECT table_name, row_id FROM trash_row").fetchall())
    assert set(gone.fetchall()) - kept == set()
    restore(store, *everyone)
    assert store.trash.count() == kept_before
    assert content_hash(store.database) == before


def test_many_are_taken_some_at_a_time(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trash, "CHUNK", 2)
    people = [add_person(store, f"Ann {n}") for n in range(5)]
    add_meeting(store, *people, title="Fair")
    before = content_hash(store.database)
    delete(store, *people)
    assert store.database.sql("SELECT count(*) FROM meeting").fetchone() == (0,)
    restore(store, *people)
    assert content_hash(store.database) == before


def test_what_others_point_to_comes_back_first(store: Store) -> None:
    assert {reference.parent for reference in references(store.database.connection)} <= set(PARENTS)


def test_the_trash_tells_who_when_and_until_when(store: Store) -> None:
    ann = add_person(store, school_ot(), "renata")
    delete(store, ann)
    (trashed,) = store.trash.all()
    assert (trashed.person, trashed.name, trashed.deleted_at) == (ann, "Renata Núñez", NOW)
    assert "Larchmont" in trashed.headline
    assert trashed.gone_at == NOW + KEPT_FOR
    assert store.trash.older_than(trashed.gone_at) == [trashed]
    assert store.trash.older_than(trashed.gone_at.replace(second=0, minute=0, hour=0)) == []


def test_names_are_found_however_they_are_typed(store: Store) -> None:
    delete(store, add_person(store, "Ömer Şahin"), add_person(store, "Omer Lee"), add_person(store, "Bo"))
    assert [trashed.name for trashed in store.trash.all("ÖMER")] == ["Omer Lee", "Ömer Şahin"]
    assert [trashed.name for trashed in store.trash.all("omer", 1)] == ["Omer Lee"]


def test_undo_of_a_deletion_empties_the_trash_and_redo_fills_it(store: Store) -> None:
    ann = add_person(store)
    delete(store, ann)
    store.journal.undo(NOW)
    assert store.trash.all() == []
    store.journal.redo(NOW)
    restore(store, ann)
    assert store.people.get(ann).profile.given == "Renata"


def test_who_is_not_in_the_trash_cannot_be_restored(store: Store) -> None:
    with pytest.raises(NotFound, match="not in the trash"):
        store.trash.of([TrashId(7)])


def test_a_status_stays_as_strict_as_it_was(store: Store) -> None:
    ann = add_person(store)
    with store.transaction():
        store.people.set_status(ann, Status.DO_NOT_CONTACT, NOW)
    delete(store, ann)
    restore(store, ann)
    assert store.people.get(ann).status is Status.DO_NOT_CONTACT


@pytest.mark.parametrize("first", [0, 1])
def test_a_meeting_of_two_comes_back_with_whoever_comes_first(store: Store, first: int) -> None:
    people = [add_person(store, "Ann"), add_person(store, "Bo")]
    meeting = add_meeting(store, *people, title="Talk")
    with store.transaction():
        store.meetings.keep(meeting, MeetingNotes("We laughed"))
    for person in people:
        delete(store, person)
    restore(store, people[first])
    assert attending(store, meeting) == {people[first]}
    assert store.meetings.get(meeting).kept.notes == "We laughed"
    restore(store, people[1 - first])
    assert attending(store, meeting) == set(people)
    assert store.database.sql("SELECT count(*) FROM fact").fetchone() == (1,)


def test_a_meeting_that_went_on_without_them_stays_as_it_is(store: Store) -> None:
    ann, bo = add_person(store, "Ann"), add_person(store, "Bo")
    meeting = add_meeting(store, ann, bo, title="Talk")
    delete(store, ann)
    with store.transaction():
        store.meetings.keep(meeting, MeetingNotes("Bo alone"))
    restore(store, ann)
    assert attending(store, meeting) == {ann, bo}
    assert store.meetings.get(meeting).kept.notes == "Bo alone"


def test_a_place_of_the_same_name_is_theirs_again(store: Store) -> None:
    ann = add_person(store, school_ot())
    delete(store, ann)
    add_person(store, profile("Bo", affiliations=(Affiliation("Elsewhere"), Affiliation("Larchmont USD"))))
    restore(store, ann)
    assert store.people.get(ann).profile.current.organisation == "Larchmont USD"
    names = store.database.sql("SELECT name FROM organisation ORDER BY name").fetchall()
    assert names == [("Elsewhere",), ("Larchmont USD",)]


def test_an_introduction_comes_back_when_both_have(store: Store) -> None:
    ann, bo = add_person(store, "Ann", "ann"), add_person(store, "Bo", "bo")
    with store.transaction():
        store.facts.record(f.Referred(by="", to="", at=NOW), ann, other=bo)
    delete(store, bo)
    delete(store, ann)
    restore(store, bo)
    assert store.database.sql("SELECT count(*) FROM fact").fetchone() == (0,)
    restore(store, ann)
    assert store.database.sql("SELECT person_id, other_id FROM fact").fetchall() == [(ann, bo)]


@pytest.mark.parametrize("back", [(0, 1), (1, 0)])
def test_a_letter_to_two_is_one_letter_again(store: Store, back: tuple[int, int]) -> None:
    people = [add_person(store, "Ann"), add_person(store, "Bo")]
    with store.transaction():
        store.messages.save_draft(Draft(people[0], f.OutKind.THANKS, "Thanks", "Dear both", also=(people[1],)), NOW)
    delete(store, people[0])
    delete(store, people[1])
    for number in back:
        restore(store, people[number])
        assert [message.subject for message in store.messages.of(people[number])] == ["Thanks"]
    assert store.database.sql("SELECT count(*) FROM message").fetchone() == (1,)
    assert all(len(store.messages.of(person)) == 1 for person in people)


def test_a_letter_passed_on_has_its_first_reader_again(store: Store) -> None:
    ann, bo = add_person(store, "Ann"), add_person(store, "Bo")
    with store.transaction():
        store.messages.save_draft(Draft(ann, f.OutKind.THANKS, "Thanks", "Dear both", also=(bo,)), NOW)
    before = content_hash(store.database)
    delete(store, ann)
    assert store.messages.of(bo)[0].person == bo
    restore(store, ann)
    assert content_hash(store.database) == before


def test_numbers_given_away_meanwhile_are_left_to_others(store: Store) -> None:
    ann = add_person(store, school_ot())
    with store.transaction():
        store.messages.save_draft(Draft(ann, f.OutKind.INTRO, "To Ann"), NOW)
        store.promises.add("c1", ann, f.Side.ME, "A book", None)
    delete(store, ann)
    bo = add_person(store, profile("Bo", contact_points=school_ot().contact_points))
    with store.transaction():
        store.messages.save_draft(Draft(bo, f.OutKind.INTRO, "To Bo"), NOW)
        store.promises.add("c1", bo, f.Side.ME, "A pen", None)
    restore(store, ann)
    assert [m.subject for m in store.messages.of(ann)] == ["To Ann"]
    assert [m.subject for m in store.messages.of(bo)] == ["To Bo"]
    assert len(store.people.get(ann).profile.contact_points) == len(store.people.get(bo).profile.contact_points) == 2
    assert [p.text for p in store.promises.of(ann)] == ["A book"]


def test_who_was_added_anew_under_the_same_ref_keeps_it(store: Store) -> None:
    ann = add_person(store, "Ann", "ann")
    with store.transaction():
        store.facts.record(f.Dismissed(key="KIT:ann:20260401", at=NOW), ann)
    delete(store, ann)
    add_person(store, "Ann", "ann")
    restore(store, ann)
    assert store.people.get(ann).ref == "ann-2"
    (data,) = store.database.sql("SELECT data FROM fact WHERE person_id = ?", (ann,)).fetchone()
    assert json.loads(data)["key"] == "KIT:ann-2:20260401"


def test_an_opportunity_knows_who_told_of_it(store: Store) -> None:
    ann = add_person(store)
    with store.transaction():
        store.opportunities.save("o1", "Award", ann, None, [])
    delete(store, ann)
    restore(store, ann)
    assert store.database.sql("SELECT person_id FROM opportunity").fetchall() == [(ann,)]


def test_forgetting_leaves_no_row_that_names_them(store: Store) -> None:
    ann, bo = add_person(store, "Ann", "ann"), add_person(store, "Bo", "bo")
    with store.transaction():
        store.facts.record(f.Referred(by="", to="", at=NOW), ann, other=bo)
    delete(store, bo)
    delete(store, ann)
    with store.transaction():
        store.trash.forget([trashed.id for trashed in store.trash.all() if trashed.person == ann])
    assert [trashed.name for trashed in store.trash.all()] == ["Bo"]
    assert store.database.sql("SELECT DISTINCT table_name FROM trash_row").fetchall() == [("person",)]


def test_what_was_shared_with_who_is_forgotten_comes_back_with_the_other(store: Store) -> None:
    ann, bo = add_person(store, "Ann"), add_person(store, "Bo")
    with store.transaction():
        store.messages.save_draft(Draft(ann, f.OutKind.INTRO, body="Dear both", also=(bo,)), NOW)
        store.opportunities.save("o1", "Award", ann, None, [bo])
    delete(store, bo)
    delete(store, ann)
    with store.transaction():
        store.trash.forget([trashed.id for trashed in store.trash.all("Ann")])
    restore(store, bo)
    assert [message.body for message in store.messages.of(bo)] == ["Dear both"]
    assert store.database.sql("SELECT person_id FROM helper").fetchall() == [(bo,)]


def test_rows_nobody_can_come_back_to_are_swept(store: Store) -> None:
    ann = add_person(store)
    delete(store, ann)
    store.journal.undo(NOW)
    store.trash.sweep()
    assert store.database.sql("SELECT count(*) FROM trash_row").fetchone() != (0,)  # redo would need them
    add = add_person(store, "Bo")
    with store.transaction("Archive", NOW):
        store.people.set_status(add, Status.ARCHIVED, NOW)
    store.trash.sweep()
    assert store.database.sql("SELECT count(*) FROM trash_row").fetchone() == (0,)
