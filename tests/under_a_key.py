"""Lets whatever a test opens or makes without a key have one: ``pytest -p tests.under_a_key tests/store``.

Left out are tests that read a plain file by themselves, or are about keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from otnet_desktop.store import opening, store
from otnet_desktop.store.backup import Backups
from otnet_desktop.store.database import Database
from otnet_desktop.store.keys import Key
from otnet_desktop.store.mark import MARK_SIGN

KEY = Key(b"k" * 32, MARK_SIGN + b"k" * 12)

BY_THEMSELVES = (
    "services/test_locking.py",
    "services/test_protected_backups.py",
    "store/migrations",
    "store/test_advice_moves.py",
    "store/test_arriving.py",
    "store/test_backup.py::test_a_backup_holds_everything_and_says_what_it_is",
    "store/test_backup.py::test_what_is_not_committed_yet_is_not_in_it_and_nobody_waits",
    "store/test_backup.py::test_where_a_page_of_the_data_is_spoilt_that_is_said_of_the_data",
    "store/test_bulk.py::test_many_of_whom_one_is_refused_leave_nothing",
    "store/test_database.py::test_a_file_locked_by_another_process_is_said",
    "store/test_database.py::test_closing_waits_for_nobody_who_has_the_file_locked",
    "store/test_database.py::test_damage_met_while_reading_is_said",
    "store/test_database.py::test_each_thread_has_its_own_connection_and_can_let_go_of_it",
    "store/test_database.py::test_going_on_after_a_bulk_insert_failed_saves_nothing",
    "store/test_opening.py::test_damage_that_sqlite_itself_cannot_put_into_words_is_said",
    "store/test_database.py::test_our_own_mistakes_are_not_dressed_up",
    "store/test_engine.py",
    "store/test_first_people.py",
    "store/test_interruptions.py",
    "store/test_passport.py",
    "store/test_people.py::test_many_of_whom_one_is_refused_leave_nothing",
    "store/test_protection.py",
    "store/test_restore.py",
    "store/test_rewriting.py",
    "store/test_roster.py::test_the_first_page_is_the_beginning_of_the_list",
    "store/test_roster.py::test_what_is_due_is_counted_up_to_a_point",
    "store/test_wiping.py",
    "services/test_trash.py::test_of_whoever_is_deleted_for_good_only_dated_backups_know",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Only what may have a key."""
    items[:] = [item for item in items if not any(f"tests/{name}" in item.nodeid for name in BY_THEMSELVES)]


@pytest.fixture(autouse=True, scope="session")
def everything_protected() -> Iterator[None]:
    """One key for all."""
    with pytest.MonkeyPatch.context() as patch:
        open_database, make = opening.open_database, Backups.__init__

        def open_protected(folder: Path, key: Key | None = None) -> Database:
            return open_database(folder, key or KEY)

        def making(backups: Backups, data: Path, key: Key | None = None, folder: Path | None = None) -> None:
            make(backups, data, key or KEY, folder)

        patch.setattr(store, "open_database", open_protected)
        patch.setattr(Backups, "__init__", making)
        yield
