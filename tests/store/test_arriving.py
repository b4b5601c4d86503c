"""People come out of another data file with everything that is theirs, and what is here already stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.messages import Draft
from otnet_desktop.domain.people import Affiliation, PersonId
from otnet_desktop.store.arriving import Arriving
from otnet_desktop.store.backup_files import Reason
from otnet_desktop.store.content import content_hash
from otnet_desktop.store.other_file import looking_into
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_meeting, add_person, profile, school_ot
from tests.history.make import fill
from tests.store.by_refs import content_by_refs


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    """Another open data folder."""
    opened = Store.open(tmp_path / "other")
    yield opened
    opened.close()


def bring(store: Store, source: Path, *refs: str) -> Arriving:
    """Everybody who is not here, or some of them by their refs there."""
    with looking_into(source, store.database.path.parent) as there:
        known = there.acquaintance(store.database.connection)
        everybody = {entry.ref: entry.id for entry in there.entries()}
        people = [p for ref, p in everybody.items() if p not in known.here and (not refs or ref in refs)]
        with store.transaction("Bring back", NOW):
            arriving = Arriving(store.database.connection, there.connection, people, known.here, is_kin=known.is_kin)
            arriving.arrive()
    return arriving


def copied(store: Store) -> Path:
    return store.backups.make(Reason.ASKED, NOW).path


def delete(store: Store, *people: PersonId) -> None:
    with store.transaction("Delete", NOW):
        store.trash.take(people, NOW)


def told(store: Store) -> dict[str, object]:
    return dict(content_by_refs(store.database.connection))


def test_everybody_comes_into_an_empty_file_with_all_there_is_about_them(store: Store, other: Store) -> None:
    fill(other)
    add_person(other, "Eve Alone", "eve")
    before = content_hash(store.database)
    bring(store, copied(other))
    assert told(store) == told(other)
    assert not store.database.sql("PRAGMA foreign_key_check").fetchall()
    assert store.check.in_search() == []
    after = content_hash(store.database)
    store.journal.undo(NOW)
    assert content_hash(store.database) == before
    store.journal.redo(NOW)
    assert content_hash(store.database) == after


@pytest.mark.parametrize("who", ["renata", "bo", "cid"])
def test_somebody_deleted_comes_back_out_of_a_backup_as_they_were(store: Store, who: str) -> None:
    fill(store)
    before = told(store)
    source = copied(store)
    delete(store, next(p for p in store.people.everyone() if store.people.get(p).ref == who))
    assert told(store) != before
    bring(store, source, who)
    assert told(store) == before
    assert store.check.in_search() == []


def test_the_same_again_brings_nobody(store: Store, other: Store) -> None:
    fill(other)
    source = copied(other)
    bring(store, source)
    after = content_hash(store.database)
    assert bring(store, source).people == {}
    assert content_hash(store.database) == after


def test_a_meeting_comes_with_those_who_are_here_and_without_strangers(store: Store, other: Store) -> None:
    ann, bo, cy = (add_person(other, name, ref) for name, ref in (("Ann", "ann"), ("Bo", "bo"), ("Cy", "cy")))
    meeting = add_meeting(other, ann, bo, cy, title="Talk")
    thanks = f.Thanked(mid="", pids=(), how=f.ThanksHow.CARD, at=NOW)
    for person in (bo, cy):
        other.facts.record(thanks, person, meeting=meeting)
    add_person(store, "Zoe", "zoe")
    bring(store, copied(other), "bo")
    bring(store, copied(other), "ann")
    assert meetings(store) == {"Talk": {"ann", "bo"}}
    assert facts_about(store, "thanked") == ["bo"]
    bring(store, copied(other), "cy")
    assert meetings(store) == {"Talk": {"ann", "bo", "cy"}}
    assert facts_about(store, "thanked") == ["bo", "cy"]


def test_who_was_here_stays_as_they_are(store: Store, other: Store) -> None:
    add_person(other, school_ot(), "renata")
    bo = add_person(other, profile("Bo", affiliations=(Affiliation("Clinic"),)), "bo")
    add_person(store, profile("Renata Núñez", note="Mine"), "renata")
    store.organisations.ensure(["Clinic"])
    arrived = bring(store, copied(other))
    assert [*arrived.people] == [bo]
    assert {person.profile.note for person in store.people.many(store.people.everyone())} == {"Mine", ""}
    assert store.database.sql("SELECT name FROM organisation ORDER BY 1").fetchall() == [("Clinic",)]
    assert store.people.by_ref("bo").profile.current.organisation == "Clinic"


def test_a_ref_of_somebody_else_is_given_another_in_all_keys(store: Store, other: Store) -> None:
    add_person(store, "Other One", "p1")
    add_meeting(store, add_person(store, "Zoe", "p2"), title="Mine")
    person, friend = add_person(other, profile("Ann", met_via="p2"), "p1"), add_person(other, "Bo", "p2")
    with store.transaction():
        store.database.sql("UPDATE person SET created_at = 5")
        store.database.sql("UPDATE meeting SET ref = 'm1'")
    other.facts.record(f.Dismissed(key="LOOP:p1:p2", at=NOW), person)
    other.messages.save_draft(Draft(person, f.OutKind.INTRO, "Hi", reminder="FOLLOWUP:p1:1:0"), NOW)
    other.database.sql(
        "UPDATE meeting SET ref = 'm1' WHERE id = ?", (add_meeting(other, person, friend, title="Theirs"),)
    )
    bring(store, copied(other))
    assert store.people.by_ref("p1-2").profile.full_name == "Ann"
    assert store.people.by_ref("p1-2").profile.met_via == "p2-2"
    assert facts_data(store, "dismissed") == ['{"key": "LOOP:p1-2:p2-2"}']
    assert store.database.sql("SELECT reminder_key FROM message").fetchall() == [("FOLLOWUP:p1-2:1:0",)]
    assert meetings(store) == {"Mine": {"p2"}, "Theirs": {"p1-2", "p2-2"}}


def test_a_letter_to_several_is_the_first_readers_again(store: Store) -> None:
    ann, bo, cy = (add_person(store, name, ref) for name, ref in (("Ann", "ann"), ("Bo", "bo"), ("Cy", "cy")))
    store.messages.save_draft(Draft(ann, f.OutKind.THANKS, "Thank you", also=(bo, cy)), NOW)
    before, source = told(store), copied(store)
    delete(store, ann)
    bring(store, source)
    assert told(store) == before


def test_a_letter_whose_first_reader_is_unknown_is_theirs(store: Store, other: Store) -> None:
    ann, bo, cy = (add_person(other, name, ref) for name, ref in (("Ann", "ann"), ("Bo", "bo"), ("Cy", "cy")))
    other.messages.save_draft(Draft(ann, f.OutKind.THANKS, "Thank you", also=(bo, cy)), NOW)
    bring(store, copied(other), "bo", "cy")
    (draft,) = store.messages.drafts()
    people = {draft.person, *draft.also}
    assert {store.people.get(person).ref for person in people} == {"bo", "cy"}
    assert store.database.sql("SELECT count(*) FROM message_reader").fetchone() == (1,)


def test_absence_from_a_meeting_is_remembered(store: Store) -> None:
    ann, bo = add_person(store, "Ann", "ann"), add_person(store, "Bo", "bo")
    meeting = add_meeting(store, ann, bo, in_days=-1)
    outcome = f.OutcomeRecorded(mid="", outcome=f.MeetingOutcome.HELD, absent=("bo",), at=NOW)
    store.facts.record(outcome, meeting=meeting, absent={"bo": bo})
    source = copied(store)
    delete(store, bo)
    bring(store, source)
    (told_now,) = [fact for fact in store.facts.everything() if isinstance(fact, f.OutcomeRecorded)]
    assert told_now.absent == ("bo",)


def test_who_was_merged_into_somebody_here_is_not_missing(store: Store) -> None:
    ann, twin = add_person(store, "Ann", "ann"), add_person(store, "Ann", "twin")
    source = copied(store)
    with store.transaction("Merge", NOW):
        one, other = store.people.get(ann), store.people.get(twin)
        store.merging.hand_over(one, other)
        store.merging.log(ann, NOW, '{"id": 1, "ref": "ann"}', '{"id": 2, "ref": "twin"}')
    assert bring(store, source).people == {}


def meetings(store: Store) -> dict[str, set[str]]:
    rows = store.database.sql(
        "SELECT title, ref FROM attendee JOIN person ON person.id = person_id "
        "JOIN (SELECT id AS number, title FROM meeting) ON number = meeting_id"
    )
    found: dict[str, set[str]] = {}
    for title, ref in rows:
        found.setdefault(title, set()).add(ref)
    return found


def facts_about(store: Store, kind: str) -> list[str]:
    rows = store.database.sql(
        "SELECT ref FROM fact JOIN person ON person.id = person_id WHERE type = ? ORDER BY 1", (kind,)
    )
    return [ref for (ref,) in rows]


def facts_data(store: Store, kind: str) -> list[str]:
    return [data for (data,) in store.database.sql("SELECT data FROM fact WHERE type = ?", (kind,))]
