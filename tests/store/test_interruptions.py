"""Whatever stops in the middle, at whatever point, leaves everything as it was before."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import peewee
import pytest

from otnet_desktop.domain.people import PersonId, Profile
from otnet_desktop.store.content import content_hash
from otnet_desktop.store.people import NewPerson
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_meeting, add_person, profile, school_ot

Change = Callable[[Store, PersonId], None]


def add_many(store: Store, _person: PersonId) -> None:
    newcomers = [NewPerson(f"n{n}", profile(f"New {n}", note="sensory", photo=b"x"), (f"k{n}",)) for n in range(5)]
    with store.transaction("Import", NOW):
        store.people.add(newcomers, NOW)


def save(store: Store, person: PersonId) -> None:
    with store.transaction("Edit person", NOW):
        store.people.save(person, Profile(given="Ren", note="other"), ("k",), NOW)


def remove(store: Store, person: PersonId) -> None:
    with store.transaction("Delete person", NOW):
        store.people.remove(person)


def merge(store: Store, person: PersonId) -> None:
    other = store.people.by_ref("other")
    with store.transaction("Merge people", NOW):
        store.merging.hand_over(store.people.get(person), other)
        store.people.save(person, profile("Renata Núñez", note="both"), ("k",), NOW)
        store.merging.log(person, NOW, "{}", "{}")


def put_into_trash(store: Store, person: PersonId) -> None:
    with store.transaction("Delete person", NOW):
        store.trash.take([person], NOW)


def give_back(store: Store, _person: PersonId) -> None:
    with store.transaction("Restore person", NOW):
        store.trash.give_back([trashed.id for trashed in store.trash.all()])


def forget(store: Store, _person: PersonId) -> None:
    heads = [trashed.id for trashed in store.trash.all()]
    with store.transaction():
        store.journal.seal(heads)
        store.trash.forget(heads)
        store.wiping.owe(NOW)


def undo(store: Store, _person: PersonId) -> None:
    store.journal.undo(NOW)


def redo(store: Store, _person: PersonId) -> None:
    store.journal.redo(NOW)


def points() -> Iterator[int]:
    """After how many of SQLite's steps to stop: every one at first, then ever fewer."""
    point = 1
    while True:
        yield point
        point += 1 + point // 6


def stop_after(store: Store, steps: int, change: Change, person: PersonId, *, for_good: bool) -> None:
    """Run a change and stop it after so many steps, if it takes that many; ``for_good`` stops the way back too."""
    left = steps

    def count() -> int:
        nonlocal left
        left -= 1
        return int(left == 0 or (left < 0 and for_good))

    stopped = store.database.connection
    stopped.set_progress_handler(count, 1)
    try:
        change(store, person)
    except (sqlite3.OperationalError, peewee.OperationalError):
        pass  # "interrupted"
    finally:
        with suppress(sqlite3.ProgrammingError):  # the way back was to close it
            stopped.set_progress_handler(None, 0)


def state(store: Store) -> tuple[object, ...]:
    """The content, what can be undone and redone, and that nothing is being written."""
    pen = store.database.sql("SELECT group_id, index_later, wipe_owed FROM journal_pen").fetchone()
    trash = store.database.sql("SELECT trash_id, table_name, row_id FROM trash_row").fetchall()
    return content_hash(store.database), store.journal.undo_title(), store.journal.redo_title(), pen, trash


def outcome(store: Store, folder: Path, change: Change, person: PersonId) -> tuple[object, ...]:
    """The state after the change, found out in a copy of the data."""
    store.database.tidy()
    shutil.copytree(store.database.path.parent, folder)
    copy = Store.open(folder)
    change(copy, person)
    after = state(copy)
    copy.close()
    return after


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize("change", [add_many, save, put_into_trash, give_back, forget, merge, undo, redo])
def test_a_change_happens_wholly_or_not_at_all(store: Store, change: Change, for_good: bool, tmp_path: Path) -> None:
    person = add_person(store, school_ot(), "renata", "email:x")
    add_meeting(store, person, title="Talk")
    if change is merge:
        add_meeting(store, person, add_person(store, school_ot(), "other"), title="Shared")
    if change in (undo, redo):
        remove(store, person)
    if change is redo:
        undo(store, person)
    if change in (give_back, forget):
        put_into_trash(store, person)
    before, after = state(store), outcome(store, tmp_path / "copy", change, person)
    stops = 0
    for point in points():
        stop_after(store, point, change, person, for_good=for_good)
        if state(store) != before:
            break
        stops += 1
    assert state(store) == after
    assert stops > 15
    assert store.check.in_file() == store.check.in_search() == store.check.in_journal() == []
