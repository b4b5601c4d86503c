"""Garbage is looked for while the window is idle, and in its thread alone."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from otnet_desktop.app.collector import OLD_GENERATIONS, Collector


class Knot:
    """Holds itself."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def looked() -> Iterator[list[int]]:
    """The threads in which garbage was looked for."""
    threads: list[int] = []

    def note(phase: str, _about: dict[str, int]) -> None:
        if phase == "start":
            threads.append(threading.get_ident())

    was_enabled = gc.isenabled()
    gc.enable()
    gc.callbacks.append(note)
    yield threads
    gc.callbacks.remove(note)
    if not was_enabled:
        gc.disable()


def test_what_nobody_holds_goes_while_the_window_is_idle(qtbot: QtBot, looked: list[int]) -> None:
    parent = QObject()
    Collector(parent)
    gone = weakref.ref(Knot())
    more = [[number] for number in range(2 * gc.get_threshold()[0])]
    qtbot.waitUntil(lambda: gone() is None)
    assert len(more) > len(looked) > 0


def test_no_worker_looks(qtbot: QtBot, looked: list[int]) -> None:
    parent = QObject()
    Collector(parent)
    done = threading.Event()

    def work() -> None:
        kept = [Knot() for _ in range(20 * gc.get_threshold()[0])]
        done.set()
        kept.clear()

    worker = threading.Thread(target=work)
    worker.start()
    qtbot.waitUntil(done.is_set)
    worker.join()
    qtbot.waitUntil(lambda: bool(looked))
    assert set(looked) == {threading.get_ident()}


def test_not_everything_is_looked_at_while_much_is_in_hand(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    collected: list[int] = []
    in_hand = [True]
    parent = QObject()
    told = {"disable": bool, "get_count": lambda: (2, 0, OLD_GENERATIONS + 1), "get_threshold": lambda: (1, 1, 1)}
    monkeypatch.setattr("otnet_desktop.app.collector.gc", SimpleNamespace(**told, collect=collected.append))
    Collector(parent).rest_while(lambda: in_hand[0])
    qtbot.waitUntil(lambda: len(collected) > 2)
    assert set(collected) == {0}
    in_hand.clear()
    in_hand.append(False)
    qtbot.waitUntil(lambda: 2 in collected)
