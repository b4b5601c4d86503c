"""Check finds every way in which something derived can be wrong, says it, and mends it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from threading import Thread

import pytest

from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.reminders import Kind, Outlook, Reminder, Stage
from otnet_desktop.store.backup_files import Reason
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_meeting, add_person, school_ot

OUTLOOK = Outlook(
    "renata", Stage.MET, reminders=(Reminder("THANKS:m:renata", Kind.THANK_YOU, "renata", NOW, active=True),)
)


@pytest.fixture
def whole(store: Store) -> Store:
    """A store with somebody in it, a meeting, and an outlook."""
    person = add_person(store, school_ot(), "renata")
    add_meeting(store, person, in_days=-3)
    with store.transaction():
        store.outlooks.save({person: OUTLOOK}, NOW)
    with store.transaction("Edit notes", NOW):
        store.people.save_note(person, "The sensory path", NOW)
    return store


def look(people: Sequence[PersonId], *, in_the_end: bool = False) -> Mapping[PersonId, Outlook]:
    return dict.fromkeys(people, OUTLOOK)


def findings(store: Store) -> list[str]:
    return store.check.findings(store.backups, look)


def test_nothing_is_wrong_with_whole_data(whole: Store) -> None:
    whole.backups.make(Reason.DAILY, NOW)
    assert findings(whole) == []


@pytest.mark.parametrize("times", [1, 5], ids=["once", "again and again"])
def test_what_changes_while_it_is_looked_at_is_no_damage(whole: Store, times: int) -> None:
    """An import in another thread: what was read before it and what is derived after it do not go together."""
    (person,) = whole.people.everyone()
    left = [times]

    def change() -> None:
        with whole.transaction():
            stage = Stage.THANKED if left[0] % 2 else Stage.MET
            whole.outlooks.save({person: replace(OUTLOOK, stage=stage)}, NOW)
        whole.database.let_go()

    def derive(people: Sequence[PersonId], *, in_the_end: bool = False) -> Mapping[PersonId, Outlook]:
        if left[0] and not in_the_end and not whole.database.connection.in_transaction:
            thread = Thread(target=change)
            thread.start()
            thread.join()
            left[0] -= 1
        (stage,) = whole.database.sql("SELECT stage FROM outlook").fetchone()
        return dict.fromkeys(people, replace(OUTLOOK, stage=Stage(stage)))

    assert whole.check.findings(whole.backups, derive) == []
    assert left[0] < times


def test_nothing_is_wrong_with_no_data(store: Store) -> None:
    assert findings(store) == []


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE person SET headline = 'Plumber'", "about renata is out of date"),
        ("UPDATE person SET call_name = ''", "about renata is out of date"),
        ("UPDATE meeting SET start_at = start_at + 60", "of meeting m-.* do not follow"),
        ("UPDATE meeting SET state = 'held'", "of meeting m-.* do not follow"),
        ("DELETE FROM reminder", "of renata do not follow"),
        ("UPDATE outlook SET stage = 'thanked'", "of renata do not follow"),
        ("DELETE FROM outlook", "of renata do not follow"),
        ("INSERT INTO find_people (find_people) VALUES ('delete-all')", "names and places differs"),
        ("INSERT INTO find_words (find_words) VALUES ('delete-all')", "notes and meetings differs"),
        ("INSERT INTO find_words (rowid, body) VALUES (80, 'extra')", "notes and meetings differs"),
        ("DELETE FROM find_words_data WHERE id > 10", "notes and meetings differs"),
    ],
)
def test_what_is_derived_is_compared_and_mended(whole: Store, damage: str, said: str) -> None:
    whole.database.sql(damage)
    (found,) = findings(whole)
    assert whole.check.in_file() == []
    assert re.search(said, found)
    whole.check.repair()
    assert whole.outlooks.outdated(NOW + timedelta(days=1)) == whole.people.everyone()
    with whole.transaction():
        whole.outlooks.save(look(whole.people.everyone()), NOW)
    assert findings(whole) == []
    assert whole.search.search("sensory")


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("DROP TRIGGER journal_fact_delete", "journal_fact_delete is missing"),
        ("DELETE FROM journal", "cannot be taken back"),
        ("UPDATE journal_group SET undone_by = 99", "cannot be taken back"),
        (
            "INSERT INTO promise (ref, person_id, by) VALUES ('c', 99, 'me')",
            "of promise points to a row of person",
        ),
    ],
)
def test_what_cannot_be_derived_is_found(whole: Store, damage: str, said: str) -> None:
    whole.database.sql("PRAGMA foreign_keys = OFF")
    whole.database.sql(damage)
    (found,) = findings(whole)
    assert said in found


def test_a_damaged_file_is_found_and_nothing_else_is_tried(whole: Store) -> None:
    (root,) = whole.database.sql("SELECT rootpage FROM sqlite_master WHERE name = 'person_sort'").fetchone()
    whole.database.sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    with whole.database.path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xff" * 4096)
    again = Store.open(whole.database.path.parent)
    assert all("damaged" in finding for finding in findings(again))
    assert findings(again)
    again.close()


def test_a_spoilt_backup_is_found(whole: Store) -> None:
    made = whole.backups.make(Reason.DAILY, NOW)
    made.path.write_bytes(made.path.read_bytes()[:-1])
    (found,) = findings(whole)
    assert found.startswith(f"Backup {made.path.name}: ")
