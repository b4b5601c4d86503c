"""Work off the GUI thread: answers and errors come back on it, and nothing is left running."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from collections.abc import Callable
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.errors import NotSaved
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.tasks import Task, Tasks


class Asker:
    """Remembers what came back, and on which thread."""

    def __init__(self) -> None:
        self.answers: list[Any] = []
        self.threads: set[int] = set()

    def take(self, answer: object) -> None:
        self.answers.append(answer)
        self.threads.add(threading.get_ident())


@pytest.fixture
def asker() -> Asker:
    return Asker()


def test_an_answer_comes_back_on_the_thread_that_asked(qtbot: QtBot, tasks: Tasks, asker: Asker) -> None:
    tasks.run(lambda _task: threading.get_ident(), asker.take)
    qtbot.waitUntil(lambda: bool(asker.answers))
    assert asker.answers != [threading.get_ident()]
    assert asker.threads == {threading.get_ident()}


def test_an_error_goes_to_whoever_wants_it(qtbot: QtBot, tasks: Tasks, asker: Asker) -> None:
    tasks.run(lambda _task: 1 / 0, asker.take, asker.take)
    qtbot.waitUntil(lambda: bool(asker.answers))
    assert isinstance(asker.answers[0], ZeroDivisionError)


class Page(QObject):
    def take(self, _answer: object) -> None:
        self.setObjectName("taken")


def test_who_was_taken_apart_meanwhile_is_not_asked(qtbot: QtBot, tasks: Tasks) -> None:
    """A page that was left while it was looking; but our own mistakes are told all the same."""
    page = Page()
    gate = threading.Event()

    def work(_task: Task) -> int:
        gate.wait(5)
        return 1

    def fail(_task: Task) -> None:
        gate.wait(5)
        raise NotSaved("The disk is full.")

    with capture_exceptions() as raised:
        tasks.run(work, page.take)
        tasks.run(fail, page.take, page.take)
        tasks.run(lambda _task: 1 / 0, page.take, page.take)
        shiboken6.delete(page)
        gate.set()
        qtbot.waitUntil(lambda: not tasks._under_way)
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]


def test_an_error_nobody_wants_is_not_swallowed(qtbot: QtBot, tasks: Tasks, asker: Asker) -> None:
    with capture_exceptions() as raised:
        tasks.run(lambda _task: 1 / 0, asker.take)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


def test_a_cancelled_task_answers_nobody(qtbot: QtBot, tasks: Tasks, asker: Asker) -> None:
    go = threading.Event()

    def work(task: Task) -> bool:
        go.wait(5)
        return task.is_cancelled

    task = tasks.run(work, asker.take)
    task.cancel()
    go.set()
    tasks.run(lambda _task: "later", asker.take)
    qtbot.waitUntil(lambda: bool(asker.answers))
    assert asker.answers == ["later"]
    qtbot.waitUntil(lambda: not tasks._under_way)


def test_closing_waits_for_what_is_under_way(qtbot: QtBot, tasks: Tasks, asker: Asker) -> None:
    done: list[bool] = []
    tasks.run(lambda task: done.append(task.is_cancelled), asker.take)
    tasks.close()
    assert len(done) <= 1
    assert asker.answers == []


def test_a_worker_closes_the_connection_it_opened(
    qtbot: QtBot, tasks: Tasks, asker: Asker, workspace: Workspace
) -> None:
    store = workspace.store.database

    def work(_task: Task) -> bool:
        workspace.roster.find_words("cat")
        return bool(store._peewee.is_closed())

    tasks.run(work, asker.take)
    qtbot.waitUntil(lambda: bool(asker.answers))
    assert asker.answers == [True]
    assert not store._peewee.is_closed()


def test_a_worker_gives_way_to_the_window_within_a_part_of_a_millisecond(qtbot: QtBot) -> None:
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.005)
    Tasks().close()
    assert sys.getswitchinterval() <= 0.0005
    sys.setswitchinterval(before)


def test_a_task_is_under_way_until_its_answer_was_heard(qtbot: QtBot, tasks: Tasks, asker: Asker) -> None:
    assert not tasks.are_under_way()
    tasks.run(lambda _task: 1, asker.take)
    assert tasks.are_under_way()
    qtbot.waitUntil(lambda: bool(asker.answers))
    assert not tasks.are_under_way()


class Pool:
    """Holds what it was given, as a worker does that is a little late."""

    def __init__(self) -> None:
        self.given: list[Callable[[], object]] = []

    def start(self, work: Callable[[], object], _priority: int) -> None:
        """Nobody works yet."""
        self.given.append(work)

    def waitForDone(self) -> None:  # noqa: N802
        """Nobody works."""


def ask(tasks: Tasks, divisor: int) -> weakref.ref[Page]:
    """A page asks as pages do, naming itself in the work; nobody else holds it."""
    page = Page()

    def work(_task: Task) -> float:
        return len(page.objectName()) / divisor

    tasks.run(work, page.take, page.take)
    return weakref.ref(page)


def test_nothing_holds_who_asked_once_they_were_answered(qtbot: QtBot, tasks: Tasks) -> None:
    """However fast the worker is: one that waits for work may have done it before the pool has taken it."""
    pages = []
    for count in range(60):
        pages.append(ask(tasks, count % 2))
        while tasks.are_under_way():
            QCoreApplication.processEvents()
    gc.collect()
    assert [page() for page in pages if page() is not None] == []


@pytest.mark.parametrize("divisor", [1, 0])
def test_a_worker_is_never_the_last_to_hold_who_asked(
    qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch, divisor: int
) -> None:
    """Qt lets nobody but the window's own thread take a page apart."""
    pool = Pool()
    monkeypatch.setattr(tasks, "_pool", pool)
    page = ask(tasks, divisor)
    worker = threading.Thread(target=pool.given[0])
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: not tasks.are_under_way())
    gc.collect()
    assert page() is None
