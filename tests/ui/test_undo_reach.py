"""Ctrl+Z takes back what was done last, also where the keyboard happens to be in a text field."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.services.workspace import Workspace
from tests.ui.network import add
from tests.ui.real_window import real_window

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_field_keeps_the_key_only_for_what_was_typed_in_it(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, kind: type[QWidget]
) -> None:
    add(workspace, "Renata Okafor")
    with real_window(qtbot, workspace, tmp_path) as real:
        qtbot.waitUntil(real.window.isActiveWindow)
        pane = real.window.page.panes()[1]
        (field, *_) = [each for each in pane.findChildren(kind) if each.isVisible()]
        field.setFocus()
        QTest.keyClicks(field, "a")
        QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
        assert len(workspace.roster.find_people("renata")) == 1, "the letter was taken back, and nothing else"
        QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
        assert len(workspace.roster.find_people("renata")) == 1, "what was typed can still come back"

        if isinstance(field, QLineEdit):
            field.setText("")
        elif isinstance(field, QPlainTextEdit):
            field.setPlainText("")
        QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
        assert workspace.roster.find_people("renata") == []
