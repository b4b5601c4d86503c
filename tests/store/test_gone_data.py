"""Data that were taken away or replaced while they are open: nothing is saved where nobody would find it again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from otnet_desktop.domain.errors import NotSaved
from otnet_desktop.store.store import Store
from tests.factories import add_person

PATIENCE = 10
"""Seconds for what takes milliseconds."""


def take_away(folder: Path) -> None:
    shutil.rmtree(folder)


def move_away(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))


def take_the_file(folder: Path) -> None:
    (folder / "otnet.db").unlink()


@pytest.mark.parametrize("happens", [take_away, move_away, take_the_file])
def test_nothing_is_saved_into_data_that_are_gone(store: Store, happens: Callable[[Path], None]) -> None:
    """SQLite would go on writing into a file without a name."""
    add_person(store, "Ann", "ann")
    happens(store.database.path.parent)
    with pytest.raises(NotSaved, match="data folder is gone"):
        add_person(store, "Bo", "bo")
    assert store.people.id_of("bo") is None
    assert store.people.id_of("ann") is not None, "what is on the screen can still be read"
    assert not store.database.path.exists()


def test_where_the_folder_is_put_back_it_is_saved_again(store: Store) -> None:
    folder = store.database.path.parent
    move_away(folder)
    with pytest.raises(NotSaved, match="is gone"):
        add_person(store, "Bo", "bo")
    folder.with_name("elsewhere").rename(folder)
    add_person(store, "Cid", "cid")
    again = Store.open(folder)
    assert (again.people.id_of("bo"), again.people.id_of("cid") is not None) == (None, True)
    again.close()


def test_nothing_is_saved_where_another_file_took_the_place(store: Store, tmp_path: Path) -> None:
    Store.open(tmp_path / "other").close()
    other = tmp_path / "other" / "otnet.db"
    before = other.read_bytes()
    other.replace(store.database.path)
    with pytest.raises(NotSaved, match="other data were put"):
        add_person(store)
    assert store.database.path.read_bytes() == before


def test_a_worker_is_told_too_and_makes_no_empty_file(store: Store) -> None:
    store.database.path.unlink()
    with ThreadPoolExecutor(1) as worker, pytest.raises(NotSaved, match="cannot be opened"):
        worker.submit(add_person, store).result(PATIENCE)
    assert not store.database.path.exists()
