"""A worker in the middle of something long."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from otnet_desktop.store.store import Store
from tests.factories import NOW, add_person


@contextmanager
def a_worker_writing(store: Store) -> Iterator[None]:
    """Until the end of the block."""
    begun, enough = Event(), Event()

    def write() -> None:
        with store.transaction("Import", NOW):
            add_person(store, "Ann")
            begun.set()
            enough.wait(10)
        store.database.let_go()

    worker = Thread(target=write)
    worker.start()
    assert begun.wait(10)
    try:
        yield
    finally:
        enough.set()
        worker.join()
