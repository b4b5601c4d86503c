"""Undo and redo: exact, in order, after a restart, and told with whom they concern."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.history import Deed
from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.domain.reminders import Outlook, Stage
from otnet_desktop.store import journal
from otnet_desktop.store.content import content_hash
from otnet_desktop.store.journaled import JOURNALED
from otnet_desktop.store.people import NewPerson
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_meeting, add_person, plan, profile, school_ot


def edit_note(store: Store, person: PersonId, text: str, group: int | None = None) -> int | None:
    with store.transaction("Edit notes", NOW, group) as step:
        store.people.save_note(person, text, NOW)
    return step


def test_nothing_to_undo_at_first(store: Store) -> None:
    assert store.journal.undo(NOW) is None
    assert store.journal.redo(NOW) is None
    assert store.journal.undo_title() is None


def test_a_deleted_person_comes_back_with_everything(store: Store) -> None:
    person, other = add_person(store, school_ot(), "renata", "email:x"), add_person(store, "Bo")
    shared, alone = add_meeting(store, person, other), add_meeting(store, person)
    with store.transaction():
        store.facts.record(f.Sent(pid="", kind=f.OutKind.INTRO, at=NOW), person)
        store.promises.add("c1", person, f.Side.ME, "the guide", NOW.date())
        store.opportunities.save("o1", "Award", person, None, [other])
    before, known = content_hash(store.database), store.people.get(person)
    with store.transaction("Delete person", NOW):
        store.people.remove(person)
    after = content_hash(store.database)
    assert store.people.everyone() == [other]
    undone = store.journal.undo(NOW)
    assert undone is not None
    assert (undone.title, undone.gone, undone.returned) == ("Delete person", frozenset(), frozenset({person}))
    assert {person, other} <= undone.people
    assert Room.MEETINGS in undone.rooms
    assert content_hash(store.database) == before
    assert store.people.get(person) == known
    assert {m.id for m in store.meetings.of(person)} == {shared, alone}
    redone = store.journal.redo(NOW)
    assert redone is not None
    assert (redone.gone, redone.returned) == (frozenset({person}), frozenset())
    assert content_hash(store.database) == after
    store.journal.undo(NOW)
    assert content_hash(store.database) == before


def test_an_import_is_one_line_a_table_and_still_one_step(store: Store) -> None:
    add_person(store, school_ot())
    before = content_hash(store.database)
    newcomers = [NewPerson(f"new{n}", profile(f"Ann {n}", note="hello", photo=b"\0x"), (f"k{n}",)) for n in range(50)]
    with store.transaction("Import", NOW) as step:
        added = store.people.add(newcomers, NOW)
    lines = store.database.sql("SELECT table_name, last_row_id - row_id + 1 FROM journal WHERE group_id = ?", (step,))
    assert dict(lines) == {"person": 50, "identity_key": 50, "note": 50, "photo": 50}
    imported = content_hash(store.database)
    undone = store.journal.undo(NOW)
    assert undone is not None
    assert undone.gone == set(added)
    assert content_hash(store.database) == before
    store.journal.redo(NOW)
    assert content_hash(store.database) == imported
    assert store.check.in_search() == []


def test_steps_go_back_in_order_and_a_new_one_ends_redo(store: Store) -> None:
    person = add_person(store)
    for text in ("one", "two", "three"):
        edit_note(store, person, text)
    store.journal.undo(NOW)
    store.journal.undo(NOW)
    assert store.research.of(person).notes == "one"
    assert store.journal.redo_title() == "Edit notes"
    store.journal.redo(NOW)
    assert store.research.of(person).notes == "two"
    edit_note(store, person, "four")
    assert store.journal.redo(NOW) is None
    store.journal.undo(NOW)
    assert store.research.of(person).notes == "two"


def test_a_step_in_which_nothing_changed_is_none_and_keeps_redo(store: Store) -> None:
    person = add_person(store, school_ot())
    edit_note(store, person, "one")
    store.journal.undo(NOW)
    with store.transaction("Edit person", NOW):
        store.people.save(person, store.people.get(person).profile, (), NOW)
    assert store.journal.undo_title() is None
    assert store.journal.redo_title() == "Edit notes"


def test_undo_survives_a_restart(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    person = add_person(store)
    edit_note(store, person, "one")
    edit_note(store, person, "two")
    store.journal.undo(NOW)
    store.close()
    again = Store.open(tmp_path)
    again.journal.redo(NOW)
    assert again.research.of(person).notes == "two"
    again.journal.undo(NOW)
    again.journal.undo(NOW)
    assert again.research.of(person).notes == ""
    again.close()


def test_a_sitting_is_one_step(store: Store) -> None:
    person = add_person(store)
    step = edit_note(store, person, "a")
    for text in ("ab", "abc"):
        assert edit_note(store, person, text, step) == step
    assert store.journal.last_step() == step
    store.journal.undo(NOW)
    assert store.research.of(person).notes == ""
    assert store.journal.undo_title() is None


def test_a_sitting_does_not_go_on_after_something_else(store: Store) -> None:
    person = add_person(store)
    step = edit_note(store, person, "a")
    with store.transaction("Archive person", NOW):
        store.people.set_status(person, Status.ARCHIVED, NOW)
    assert edit_note(store, person, "ab", step) != step
    store.journal.undo(NOW)
    assert store.research.of(person).notes == "a"
    assert store.people.get(person).status is Status.ARCHIVED


def test_a_sitting_does_not_go_on_once_it_was_undone(store: Store) -> None:
    person = add_person(store)
    step = edit_note(store, person, "a")
    store.journal.undo(NOW)
    assert edit_note(store, person, "b", step) != step
    store.journal.undo(NOW)
    assert store.research.of(person).notes == ""


def test_the_number_of_a_dropped_step_is_never_given_again(store: Store) -> None:
    person = add_person(store)
    with store.transaction("Edit notes", NOW) as dropped:
        pass
    with store.transaction("Archive person", NOW) as archived:
        store.people.set_status(person, Status.ARCHIVED, NOW)
    assert dropped != archived
    assert edit_note(store, person, "a", dropped) not in {dropped, archived}


def test_people_concerned_are_looked_at_again_whatever_happens(store: Store) -> None:
    person = add_person(store, "Ann", "ann")
    store.outlooks.save({person: Outlook("ann", Stage.READY)}, NOW)
    with store.transaction("Log mail", NOW):
        store.facts.record(f.Sent(pid="", kind=f.OutKind.INTRO, at=NOW), person)
    assert store.outlooks.outdated(NOW) == []
    store.journal.undo(NOW)
    assert store.outlooks.outdated(NOW) == [person]


@pytest.mark.parametrize(
    "change",
    [
        lambda s, p, m: s.meetings.edit(m, plan(p, title="New")),
        lambda s, _, m: s.facts.record(f.MeetingCancelled(mid="", by=f.Side.ME, at=NOW), meeting=m),
        lambda s, p, m: s.meetings.keep(m, s.meetings.get(m).kept),
        lambda s, p, m: s.promises.add("c", p, f.Side.ME, "x", None),
        lambda s, p, m: s.opportunities.save("o", "x", None, None, [p]),
        lambda s, p, m: s.database.sql("UPDATE organisation SET name = 'Renamed'"),
    ],
    ids=["meeting", "its fact", "nothing", "promise", "helper", "organisation"],
)
def test_whom_a_step_concerns_is_found_through_every_table(store: Store, change: object, request: object) -> None:
    person = add_person(store, school_ot())
    add_person(store, "Somebody else")
    meeting = add_meeting(store, person)
    with store.transaction("Change", NOW):
        change(store, person, meeting)  # type: ignore[operator]
    undone = store.journal.undo(NOW)
    assert (undone.people if undone else None) in ({person}, None)
    assert undone is not None or "nothing" in repr(request)


def test_history_tells_the_steps_of_a_person(store: Store) -> None:
    person, other = add_person(store), add_person(store, "Bo")
    edit_note(store, person, "one")
    edit_note(store, other, "two")
    with store.transaction("Archive person", NOW):
        store.people.set_status(person, Status.ARCHIVED, NOW)
    assert [step.title for step in store.journal.history(person)] == ["Archive person", "Edit notes"]
    store.journal.undo(NOW)
    told = [(step.title, step.deed) for step in store.journal.history(person)]
    assert told == [("Archive person", Deed.UNDO), ("Archive person", Deed.DONE), ("Edit notes", Deed.DONE)]


def test_old_steps_go_but_never_the_newest(store: Store) -> None:
    person = add_person(store)
    for number in range(40):
        edit_note(store, person, str(number))
    store.journal.prune(NOW)
    (count,) = store.database.sql("SELECT count(*) FROM journal_group").fetchone()
    assert count == 40
    store.journal.prune(NOW + timedelta(days=31))
    (count,) = store.database.sql("SELECT count(*) FROM journal_group").fetchone()
    assert count == 20
    (lines,) = store.database.sql("SELECT count(*) FROM journal").fetchone()
    assert lines == 20
    for _ in range(20):
        assert store.journal.undo(NOW)
    assert store.research.of(person).notes == "19"


def test_every_table_of_content_is_journaled(store: Store) -> None:
    triggers = {row[0] for row in store.database.sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    assert {f"journal_{table}_{change}" for table in JOURNALED for change in ("insert", "update", "delete")} <= triggers


def test_a_journal_that_does_not_fit_changes_nothing(store: Store) -> None:
    person = add_person(store)
    edit_note(store, person, "one")
    edit_note(store, person, "two")
    store.database.sql("DELETE FROM note")
    before = content_hash(store.database)
    with pytest.raises(sqlite3.IntegrityError, match="does not fit note"):
        store.journal.undo(NOW)
    assert content_hash(store.database) == before


def test_a_later_column_is_left_to_its_default(store: Store) -> None:
    person = add_person(store)
    with store.transaction("Delete person", NOW):
        store.people.remove(person)
    store.database.sql("ALTER TABLE person ADD COLUMN shoe_size INTEGER NOT NULL DEFAULT 42")
    store.journal.undo(NOW)
    assert store.database.sql("SELECT shoe_size FROM person").fetchall() == [(42,)]


def test_what_touches_many_rows_is_large(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "LARGE", 3)
    assert not store.journal.is_large()
    with store.transaction("Import", NOW):
        store.people.add([NewPerson(f"n{n}", profile(f"Ann {n}")) for n in range(3)], NOW)
    assert not store.journal.is_large()
    with store.transaction("Import", NOW):
        store.people.add([NewPerson(f"m{n}", profile(f"Ann {n}")) for n in range(4)], NOW)
    assert store.journal.is_large()
    assert not store.journal.is_large(again=True)
    store.journal.undo(NOW)
    assert store.journal.is_large(again=True)


def test_steps_that_hold_too_much_together_are_forgotten_but_never_the_newest(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = add_person(store)
    monkeypatch.setattr(journal, "ALWAYS_KEPT", 2)
    for number in range(11):
        edit_note(store, person, f"{number}" * 10_000)
    for letters, kept in ((35_000, 3), (35_000, 3), (0, 2)):
        monkeypatch.setattr(journal, "KEPT_LETTERS", letters)
        store.journal.prune(NOW)
        (count,) = store.database.sql("SELECT count(*) FROM journal_group").fetchone()
        assert count == kept
    assert store.journal.undo(NOW)
    assert store.research.of(person).notes == "9" * 10_000
