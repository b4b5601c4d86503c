"""Gaps of a letter are walked through, and what is the same is written once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.outreach.gap_walk import GapWalk


class Sheet(QWidget):
    """A subject and a text with gaps."""

    def __init__(self) -> None:
        super().__init__()
        self.subject = QLineEdit("Advice on ‹the skill›?")
        self.body = QPlainTextEdit("Dear ‹their name›,\nI practise ‹the skill›; ‹the skill› is hard.")
        column = QVBoxLayout(self)
        column.addWidget(self.subject)
        column.addWidget(self.body)
        self.walk = GapWalk(self.subject, self.body)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    made = Sheet()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_what_is_the_same_is_written_once(sheet: Sheet) -> None:
    sheet.walk.go_on()
    assert sheet.subject.selectedText() == "‹the skill›"
    QTest.keyClicks(sheet.subject, "splinting")
    sheet.walk.go_on()
    assert sheet.body.toPlainText() == "Dear ‹their name›,\nI practise splinting; splinting is hard."
    assert sheet.body.textCursor().selectedText() == "‹their name›"
    assert sheet.body.hasFocus()
    QTest.keyClicks(sheet.body, "Ana")
    sheet.walk.go_on()
    assert sheet.body.toPlainText().startswith("Dear Ana,")


def test_leaving_the_subject_is_enough(sheet: Sheet) -> None:
    sheet.walk.go_on()
    QTest.keyClicks(sheet.subject, "splinting")
    QTest.keyClick(sheet.subject, Qt.Key.Key_Tab)
    assert "I practise splinting" in sheet.body.toPlainText()
    sheet.body.undo()
    assert "‹the skill›" in sheet.body.toPlainText()


def test_nothing_is_put_anywhere_before_something_was_written(sheet: Sheet) -> None:
    sheet.walk.go_on()
    sheet.walk.go_on()
    assert sheet.body.toPlainText().count("‹the skill›") == 2
    sheet.subject.setText("Another subject")
    sheet.walk.go_on()
    assert sheet.body.toPlainText().count("‹the skill›") == 2
