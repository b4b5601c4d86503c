"""Garbage is looked for while the window is idle, and in its thread alone."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from otnet_desktop.app.collector import Collector


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
