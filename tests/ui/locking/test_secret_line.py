"""Caps Lock is noticed by what is typed, in whatever letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.locking.secret_line import CapsNote, SecretLine

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def line(host: QWidget) -> SecretLine:
    made = SecretLine(host)
    host.show()
    return made


@pytest.fixture
def note(host: QWidget, line: SecretLine) -> CapsNote:
    return CapsNote([line], host)


def press(line: SecretLine, letter: str, modifiers: Qt.KeyboardModifier = NONE, key: Qt.Key = Qt.Key.Key_A) -> None:
    QApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, letter))


@pytest.mark.parametrize(
    ("letter", "modifiers", "is_on"),
    [
        ("a", NONE, False),
        ("A", NONE, True),
        ("A", SHIFT, False),
        ("a", SHIFT, True),
        ("É", NONE, True),
        ("Я", NONE, True),
        ("я", NONE, False),
        ("ש", NONE, False),
        ("漢", SHIFT, False),
        ("7", NONE, False),
        ("!", SHIFT, False),
        ("ß", NONE, False),
        ("😀", NONE, False),
    ],
)
def test_a_capital_without_shift_or_a_small_letter_with_it(
    line: SecretLine, note: CapsNote, letter: str, modifiers: Qt.KeyboardModifier, is_on: bool
) -> None:
    press(line, letter, modifiers)
    assert note.isVisible() is is_on
    assert line.text() == letter


def test_it_goes_with_the_key_and_comes_back_with_the_next_letter(line: SecretLine, note: CapsNote) -> None:
    press(line, "A")
    press(line, "7")
    assert note.isVisible(), "a figure tells nothing"
    press(line, "", key=Qt.Key.Key_CapsLock)
    assert not note.isVisible()
    press(line, "B")
    assert note.isVisible()
    press(line, "b")
    assert not note.isVisible()


def test_dots_unless_asked(line: SecretLine) -> None:
    assert line.echoMode() is QLineEdit.EchoMode.Password
    line.show_plain(True)
    assert line.echoMode() is QLineEdit.EchoMode.Normal
