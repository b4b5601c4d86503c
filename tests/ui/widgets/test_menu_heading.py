"""Headings inside menus are seen, and stepped over."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.widgets.menu_heading import add_heading


def test_a_heading_is_seen_and_stepped_over(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    first = menu.addAction("Write")
    add_heading(menu, "Done already")
    second = menu.addAction("By e-mail")
    menu.popup(QPoint(20, 20))
    (heading,) = menu.findChildren(QLabel)
    assert heading.isVisible()
    assert heading.height() >= heading.fontMetrics().height()
    assert heading.text() == "Done already"
    for expected in (first, second, first):
        QTest.keyClick(menu, Qt.Key.Key_Down)
        assert menu.activeAction() is expected
    QTest.mouseClick(heading, Qt.MouseButton.LeftButton)
    assert menu.isVisible()
    menu.close()
