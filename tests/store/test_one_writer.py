"""One transaction at a time: workers wait, the thread of the window is told."""

from __future__ import annotations

from threading import Thread

import pytest

from otnet_desktop.domain.errors import StillWriting
from otnet_desktop.store import one_writer
from otnet_desktop.store.store import Store
from tests.busy_worker import a_worker_writing
from tests.factories import add_person


def elsewhere(store: Store) -> bool:
    return store.database.is_written_elsewhere()


def test_the_main_thread_is_told_who_writes(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_writer, "PATIENCE_S", 0.01)
    assert elsewhere(store) is False
    with a_worker_writing(store):
        assert elsewhere(store) is True
        with pytest.raises(StillWriting, match="brought in or taken away"):
            add_person(store, "Bo")
    assert elsewhere(store) is False
    add_person(store, "Bo")
    assert len(store.people.everyone()) == 2


def test_whoever_writes_is_not_elsewhere(store: Store) -> None:
    with store.transaction():
        assert elsewhere(store) is False


def test_a_worker_waits_its_turn(store: Store) -> None:
    def write() -> None:
        add_person(store, "Bo")
        store.database.let_go()

    second = Thread(target=write)
    with a_worker_writing(store):
        second.start()
        second.join(0.05)
        assert second.is_alive()
        assert store.people.everyone() == []
    second.join(10)
    assert len(store.people.everyone()) == 2


def test_a_turn_ends_with_what_failed(store: Store) -> None:
    def fail() -> None:
        with store.transaction():
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    add_person(store, "Bo")
