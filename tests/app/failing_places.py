"""Every kind of place in which an exception can happen, each with a way to make it happen. All say the same secret."""

from __future__ import annotations

import logging
import socket
import threading
import weakref
from typing import Any, NoReturn

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QObject,
    QRunnable,
    QSize,
    QSocketNotifier,
    QThread,
    QThreadPool,
    QTimer,
    QTimerEvent,
    Signal,
)
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QSyntaxHighlighter
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from otnet_desktop.ui.tasks import Task, Tasks

SECRET = "Renata Sørbø, 12 Elm Street, told me about her divorce: /home/renata/notes.md"


def fail(*_given: object) -> NoReturn:
    """As our own mistakes do, with what somebody typed in the message."""
    raise KeyError(SECRET)


class _Bell(QObject):
    rung = Signal()


class _Watcher(QWidget):
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.User:
            fail()
        return super().event(event)

    def timerEvent(self, event: QTimerEvent) -> None:
        self.killTimer(event.timerId())
        fail()


class _Filter(QObject):
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.User:
            fail()
        return False


class _Painted(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self):
            fail()


class _Rows(QAbstractListModel):
    def rowCount(self, _parent: object = None) -> int:
        return 1

    def data(self, _index: object, _role: int = 0) -> NoReturn:
        fail()


class _Names(QAbstractListModel):
    def rowCount(self, _parent: object = None) -> int:
        return 1

    def data(self, _index: object, role: int = 0) -> str | None:
        return "x" if role == 0 else None


class _Delegate(QStyledItemDelegate):
    def paint(self, _painter: QPainter, _option: QStyleOptionViewItem, _index: Any) -> None:  # noqa: ANN401
        fail()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Any) -> QSize:  # noqa: ANN401
        return QSize(40, 20)


class _Highlighter(QSyntaxHighlighter):
    def highlightBlock(self, _text: str) -> None:  # noqa: N802 - Qt's
        fail()


class _Work(QRunnable):
    def run(self) -> None:
        fail()


class _Thread(QThread):
    def run(self) -> None:
        fail()


class _Gone:
    def __del__(self) -> None:
        fail()


class _Held:
    pass


def slot(_window: QWidget) -> None:
    """Connected to a signal."""
    bell = _Bell()
    bell.rung.connect(fail)
    bell.rung.emit()


def action(window: QWidget) -> None:
    """What a menu or a key begins."""
    made = QAction("x", window)
    made.triggered.connect(fail)
    made.trigger()


def timer(window: QWidget) -> None:
    """A moment later."""
    QTimer.singleShot(0, window, fail)


def event_handler(window: QWidget) -> None:
    """A virtual method of Qt's."""
    QApplication.postEvent(_Watcher(window), QEvent(QEvent.Type.User))


def timer_event(window: QWidget) -> None:
    """Another one."""
    _Watcher(window).startTimer(0)


def event_filter(window: QWidget) -> None:
    """Looking at another's events."""
    watched = QWidget(window)
    watched.installEventFilter(_Filter(watched))
    QApplication.postEvent(watched, QEvent(QEvent.Type.User))


def painting(window: QWidget) -> None:
    """With the painter open."""
    painted = _Painted(window)
    painted.resize(10, 10)
    painted.show()


def model(window: QWidget) -> None:
    """What a view asks for."""
    view = QListView(window)
    view.setModel(_Rows(view))
    QTimer.singleShot(0, view, view.show)


def delegate(window: QWidget) -> None:
    """Painting a row."""
    view = QListView(window)
    view.setModel(_Names(view))
    view.setItemDelegate(_Delegate(view))
    view.resize(100, 100)
    view.show()


def highlighter(window: QWidget) -> None:
    """While somebody types."""
    text = QPlainTextEdit(window)
    _Highlighter(text.document())
    QTimer.singleShot(0, text, text.paste)
    QApplication.clipboard().setText("x")


def socket_notifier(window: QWidget) -> None:
    """Something arrived, as from the desktop's bus."""
    ours, theirs = socket.socketpair()
    bell = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read, window)

    def hear() -> None:
        bell.setEnabled(False)
        ours.close()
        theirs.close()
        fail()

    bell.activated.connect(hear)
    theirs.send(b"x")


def worker(window: QWidget) -> None:
    """Work off the window's thread that nobody asked to hear of."""

    def work(_task: Task) -> NoReturn:
        fail()

    Tasks(window).run(work, fail)


def answer_of_a_worker(window: QWidget) -> None:
    """What is done with what a worker found."""

    def work(_task: Task) -> int:
        return 1

    Tasks(window).run(work, fail)


def runnable(_window: QWidget) -> None:
    """In Qt's pool of threads."""
    QThreadPool.globalInstance().start(_Work())
    QThreadPool.globalInstance().waitForDone()


def qt_thread(_window: QWidget) -> None:
    """In a thread of Qt's."""
    thread = _Thread()
    thread.start()
    thread.wait()


def python_thread(_window: QWidget) -> None:
    """In a thread of Python's."""
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def finaliser(_window: QWidget) -> None:
    """When something goes."""
    gone = _Gone()
    del gone


def weak_reference(_window: QWidget) -> None:
    """When something that was watched goes."""
    held = _Held()
    kept = weakref.ref(held, fail)
    del held
    assert kept() is None


PLACES = (
    slot,
    action,
    timer,
    event_handler,
    timer_event,
    event_filter,
    painting,
    model,
    delegate,
    highlighter,
    socket_notifier,
    worker,
    answer_of_a_worker,
    runnable,
    qt_thread,
    python_thread,
    finaliser,
    weak_reference,
)


def warn() -> None:
    """What the program itself took and only warns of."""
    try:
        fail()
    except KeyError:
        logging.getLogger("otnet_desktop.services.passwords").warning("no answer from %s", SECRET, exc_info=True)
