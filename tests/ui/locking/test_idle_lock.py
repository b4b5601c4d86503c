"""After a while without a key or a click it is idle, also when the computer slept meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.locking.idle_lock import IdleLock
from tests.services.clocks import SettableClock


@pytest.fixture
def minutes() -> list[int]:
    return [15]


@pytest.fixture
def idle(qtbot: QtBot, clock: SettableClock, minutes: list[int]) -> Iterator[IdleLock]:
    made = IdleLock(clock, lambda: minutes[0])
    yield made
    made.stop()


@pytest.fixture
def told(idle: IdleLock) -> list[bool]:
    heard: list[bool] = []
    idle.idle.connect(lambda: heard.append(True))
    return heard


def test_it_is_told_after_the_time_and_again_only_after_another(
    idle: IdleLock, clock: SettableClock, told: list[bool]
) -> None:
    idle.start()
    clock.advance(minutes=14)
    idle.look()
    assert not told
    clock.advance(minutes=1)
    idle.look()
    idle.look()
    assert told == [True]


def test_a_key_begins_anew(qtbot: QtBot, idle: IdleLock, clock: SettableClock, told: list[bool]) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    idle.start()
    clock.advance(minutes=14)
    handle = field.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_A)
    clock.advance(minutes=14)
    idle.look()
    assert not told


def test_never_is_never_and_off_is_off(
    idle: IdleLock, clock: SettableClock, told: list[bool], minutes: list[int]
) -> None:
    minutes[0] = 0
    idle.start()
    clock.advance(days=3)
    idle.look()
    minutes[0] = 5
    idle.stop()
    clock.advance(days=3)
    idle.look()
    assert not told
