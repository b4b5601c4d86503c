"""Balloons of the tray. With a real tray: ``tests/desktop/test_notifications.py``."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.tray.notice import Notice
from otnet_desktop.ui.tray.tray_notifier import TrayNotifier

BODY = "<img src='file:///etc/hosts'> & Co"
MARKED_UP = "&lt;img src='file:///etc/hosts'&gt; &amp; Co"


class Tray(QSystemTrayIcon):
    """One that tells where it is, or does not, and remembers what it was to show."""

    def __init__(self, place: QRect) -> None:
        super().__init__()
        self._place = place
        self.shown: list[object] = []

    def geometry(self) -> QRect:
        return self._place

    def showMessage(self, *message: object) -> None:  # noqa: N802
        self.shown.extend(message[:2])


@pytest.mark.parametrize(
    ("platform", "place", "body"),
    [
        ("linux", QRect(), MARKED_UP),  # a panel: Qt sends it over the bus as it is, and markup is read there
        ("linux", QRect(10, 10, 22, 22), BODY),  # Qt's own balloon, which shows plain text
        ("win32", QRect(), BODY),
    ],
)
def test_a_body_is_literal_whoever_shows_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, platform: str, place: QRect, body: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    tray = Tray(place)
    TrayNotifier(tray).show(Notice("id", "Thank <Ana>", BODY))
    assert tray.shown == ["Thank <Ana>", body]
