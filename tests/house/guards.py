"""Fixtures around every test: the network is closed, and what a test started it has ended."""

from __future__ import annotations

import gc
import socket
import sys
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

LOOPBACK = ("127.", "::1", "localhost")
WAYS_OUT = ("connect", "connect_ex", "sendto")


@pytest.fixture(autouse=True)
def _no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every internet address; with ``@pytest.mark.loopback`` this machine's own are allowed."""
    loopback = request.node.get_closest_marker("loopback") is not None
    for way in WAYS_OUT:
        monkeypatch.setattr(socket.socket, way, _guarded(getattr(socket.socket, way), loopback=loopback))


def _guarded(real: Any, *, loopback: bool) -> Any:  # noqa: ANN401  (stands in for methods of several shapes)
    def guarded(self: socket.socket, *arguments: Any) -> Any:  # noqa: ANN401
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            host = str(arguments[-1][0])
            if not (loopback and host.startswith(LOOPBACK)):
                pytest.fail(f"a test reached for the network: {arguments[-1]}")
        return real(self, *arguments)

    return guarded


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test after which a window, a running thread or a ticking timer remains that was not there before.

    While there are windows nothing looks for garbage but this: a worker that does takes windows apart in its thread.
    """
    has_windows = "qapp" in request.fixturenames
    threads_before = set(threading.enumerate())
    before = {id(thing) for thing in _alive()}
    if has_windows:
        gc.disable()
    yield
    _join(threads_before)
    if has_windows:
        _let_go()
        gc.enable()
    left = _left(before)
    for settle in (_let_go, _let_end):
        if left:
            settle()
            left = _left(before)
    threads = set(threading.enumerate()) - threads_before
    if left or threads:
        pytest.fail(f"left behind: {sorted([*left, *map(str, threads)])}")


def pytest_collection_finish() -> None:
    """Thousands of tests and all they import stay to the end: looking for garbage there takes a second each time."""
    gc.collect()
    gc.freeze()


def _left(before: set[int]) -> list[str]:
    """Names for what is there and was not, so that none of it is held."""
    return [str(thing) for thing in _alive() if id(thing) not in before]


def _alive() -> list[QObject]:
    """Top-level windows, active timers and running threads of Qt; nothing when Qt has not been started."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    import shiboken6
    from PySide6.QtCore import QThread, QTimer

    wrappers = shiboken6.getAllValidWrappers()
    timers = [thing for thing in wrappers if isinstance(thing, QTimer) and thing.isActive()]
    threads = [thing for thing in wrappers if isinstance(thing, QThread) and _is_running(thing)]
    return [*widgets.QApplication.topLevelWidgets(), *timers, *threads]


def _is_running(thread: Any) -> bool:  # noqa: ANN401  (Qt is not imported here)
    """The main thread has a wrapper too, and always runs."""
    from PySide6.QtCore import QCoreApplication

    application = QCoreApplication.instance()
    return bool(thread.isRunning()) and (application is None or thread is not application.thread())


def _join(before: set[threading.Thread]) -> None:
    """A thread that is ending may need a moment."""
    for thread in set(threading.enumerate()) - before:
        if not thread.daemon:
            thread.join(timeout=2)


def _let_go() -> None:
    """Let Python delete what nobody holds, then Qt what was asked to go."""
    from PySide6.QtCore import QCoreApplication, QEvent

    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def _let_end() -> None:
    """Wait for threads that are about to end, and let go of what they held."""
    from PySide6.QtCore import QThreadPool

    QThreadPool.globalInstance().waitForDone(2000)
    gc.collect()
