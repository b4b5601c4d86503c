"""The locked page: Enter opens, a wrong passphrase is said kindly and slows down, the code is another way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.errors import BadInput, WrongPassphrase
from otnet_desktop.ui.locking.lock_page import FREE_TRIES, LockPage
from otnet_desktop.ui.tasks import Tasks


class Door:
    def __init__(self) -> None:
        self.tried: list[tuple[str, bool]] = []

    def __call__(self, secret: str, by_code: bool) -> object:
        self.tried.append((secret, by_code))
        if by_code and secret != "ABC":
            raise BadInput("That is not a recovery code.")
        if not by_code and secret != "heron":
            raise WrongPassphrase("That passphrase does not open these data.")
        return "key"


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.fixture
def page(qtbot: QtBot, door: Door) -> Iterator[LockPage]:
    tasks = Tasks()
    made = LockPage(tasks, door)
    qtbot.addWidget(made)
    made.show()
    yield made
    tasks.close()


def say(page: LockPage, secret: str) -> None:
    page.secret.setText(secret)
    QTest.keyClick(page.secret, Qt.Key.Key_Return)


def test_enter_opens_and_nothing_typed_stays(qtbot: QtBot, page: LockPage) -> None:
    assert page.secret.echoMode() is QLineEdit.EchoMode.Password
    with qtbot.waitSignal(page.opened) as told:
        say(page, "heron")
    assert told.args == ["key"]
    assert page.secret.text() == ""


@pytest.mark.parametrize("by_code", [False, True])
def test_nobody_can_undo_that_it_is_gone(qtbot: QtBot, page: LockPage, door: Door, by_code: bool) -> None:
    if by_code:
        page.other_way.click()
    QTest.keyClicks(page.secret, "ABC" if by_code else "heron")
    with qtbot.waitSignal(page.opened):
        QTest.keyClick(page.secret, Qt.Key.Key_Return)
    page.plain.setChecked(True)
    QTest.keyClick(page.secret, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.secret.text() == ""


def test_a_wrong_one_is_said_kindly_and_then_slows_down(qtbot: QtBot, page: LockPage, door: Door) -> None:
    for tries in range(FREE_TRIES + 1):
        assert page.open_button.isEnabled()
        say(page, f"wrong {tries}")
        qtbot.waitUntil(lambda: "did not open" in page.field.said)
    assert not page.open_button.isEnabled()
    say(page, "heron")
    assert len(door.tried) == FREE_TRIES + 1
    page._wait.timeout.emit()
    with qtbot.waitSignal(page.opened):
        say(page, "heron")


def test_nothing_typed_is_no_try(page: LockPage, door: Door) -> None:
    say(page, "")
    assert page.field.said.startswith("Type it")
    assert not door.tried


def test_the_recovery_code_is_another_way(qtbot: QtBot, page: LockPage, door: Door) -> None:
    page.other_way.click()
    assert page.secret.accessibleName() == "Recovery code"
    assert page.secret.echoMode() is QLineEdit.EchoMode.Normal
    say(page, "nonsense")
    qtbot.waitUntil(lambda: "not a recovery code" in page.field.said)
    with qtbot.waitSignal(page.opened):
        say(page, "ABC")
    assert door.tried == [("nonsense", True), ("ABC", True)]
    assert page.secret.accessibleName() == "Passphrase"
