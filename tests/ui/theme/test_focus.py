"""The focus is shown once, by the border: Qt would draw a dotted frame inside it for whoever came by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("make", [QPushButton, QCheckBox])
def test_it_looks_the_same_however_it_came(make: type[QAbstractButton], qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = make()
    button.setText("Not yet")
    QVBoxLayout(window).addWidget(button)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[QImage] = []
    for by_keyboard in (True, False):
        window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, by_keyboard)
        seen.append(button.grab().toImage())
    assert seen[0] == seen[1]
    button.clearFocus()
    assert button.grab().toImage() != seen[0]
