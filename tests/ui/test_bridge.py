"""What services announce is heard in the window's thread, from whatever thread it comes."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.services.announcer import Announcer
from otnet_desktop.ui.bridge import Bridge

PEOPLE = Changed(frozenset({Room.PEOPLE}))


def heard(bridge: Bridge) -> list[int]:
    """Threads in which a plain callable heard of changes."""
    threads: list[int] = []
    bridge.changed.connect(lambda _changed: threads.append(threading.get_ident()))
    return threads


def test_at_once_from_our_own_thread(qtbot: QtBot) -> None:
    announcer, owner = Announcer(), QObject()
    threads = heard(Bridge(announcer, owner))
    announcer.announce(PEOPLE)
    assert threads == [threading.get_ident()]


def test_in_our_thread_from_a_worker(qtbot: QtBot) -> None:
    announcer, owner = Announcer(), QObject()
    threads = heard(Bridge(announcer, owner))
    worker = threading.Thread(target=announcer.announce, args=(PEOPLE,))
    worker.start()
    worker.join()
    assert threads == []
    qtbot.waitUntil(lambda: threads == [threading.get_ident()])


def test_nothing_after_it_is_closed(qtbot: QtBot) -> None:
    announcer, owner = Announcer(), QObject()
    bridge = Bridge(announcer, owner)
    threads = heard(bridge)
    bridge.close()
    announcer.announce(PEOPLE)
    assert threads == []
