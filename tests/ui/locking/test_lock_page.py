"""The locked page: Enter opens, a wrong passphrase is said kindly and slows down, the code is another way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.errors import BadInput, WrongPassphrase
from otnet_desktop.ui.locking.lock_page import FREE_TRIES, LockPage, locked_title
from otnet_desktop.ui.locking.lock_window import LockWindow
from otnet_desktop.ui.tasks import Tasks
from otnet_desktop.ui.theme.theme import Scheme, Theme


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


def test_caps_lock_is_told_and_forgotten_with_what_was_typed(qtbot: QtBot, page: LockPage) -> None:
    QApplication.sendEvent(page.secret, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_H, Qt.KeyboardModifier(0), "H"))
    assert page.caps.isVisible()
    page.forget()
    assert not page.caps.isVisible()


def test_its_window_is_called_as_the_program_is_and_names_nobody(qapp: QApplication, door: Door, tasks: Tasks) -> None:
    before = qapp.applicationDisplayName()
    qapp.setApplicationDisplayName("OTnet Desktop")
    window = LockWindow(tasks, door)
    assert window.windowTitle() == locked_title() == "Locked - OTnet Desktop"
    qapp.setApplicationDisplayName(before)
    window.deleteLater()


def test_in_a_small_window_with_large_letters_nothing_is_squeezed(page: LockPage, theme: Theme) -> None:
    theme.choose(Scheme.LIGHT, 2.0)
    page.resize(500, 400)
    page.say("That did not open it. Capital letters count, and the keyboard may be set to another language.")
    QApplication.processEvents()
    for part in (page.field, page.plain, page.open_button, page.other_way):
        assert part.height() >= part.sizeHint().height() or part.height() >= part.heightForWidth(part.width()) > 0


@pytest.mark.parametrize(("typed", "is_told"), [("herons ", True), (" heron", True), ("herons", False)])
def test_a_blank_that_nobody_sees_is_told(qtbot: QtBot, page: LockPage, typed: str, is_told: bool) -> None:
    say(page, typed)
    qtbot.waitUntil(lambda: "did not open it" in page.field.said)
    assert ("blank before or after" in page.field.said) is is_told
