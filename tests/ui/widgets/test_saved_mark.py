"""Whether something is saved is said in a word, or by its tick where there is no room for a word."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.widgets.saved_mark import SavedMark


def test_the_word_goes_where_there_is_no_room_for_it(qtbot: QtBot) -> None:
    line, mark = QWidget(), SavedMark()
    qtbot.addWidget(line)
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(mark)
    row.addStretch(1)
    mark.show_saved()
    line.resize(300, 40)
    line.show()
    qtbot.waitUntil(mark._text.isVisible)
    line.resize(mark.minimumSizeHint().width(), 40)
    qtbot.waitUntil(mark._text.isHidden)
    assert line.width() < mark.sizeHint().width()
    assert mark._icon.width() == mark._icon.sizeHint().width()
    assert mark.toolTip() == mark.accessibleName() == "Saved"
    line.resize(300, 40)
    qtbot.waitUntil(mark._text.isVisible)
