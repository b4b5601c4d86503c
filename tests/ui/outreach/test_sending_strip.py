"""The strip above the tray leaves room to work, in large letters too."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from otnet_desktop.ui.outreach.sending_strip import SendingStrip
from otnet_desktop.ui.theme.theme import Scheme, Theme

TROUBLE = "The letter was not sent: smtp.example.org did not answer. Look at the network, then try again."


def test_the_sentence_has_room_where_letters_are_large(qtbot: QtBot, theme: Theme) -> None:
    strip = SendingStrip()
    qtbot.addWidget(strip)
    strip.resize(1024, 60)
    strip.tell_trouble(TROUBLE)
    assert strip.retry.text() == "Try again"
    theme.choose(Scheme.LIGHT, 2.0)
    strip.resize(1000, 60)
    assert [strip.retry.text(), strip.retry.toolTip(), strip.retry.accessibleName()] == ["", "Try again", "Try again"]
    assert strip.said.width() > 650
    assert strip.open.width() >= strip.open.height() // 2
