"""A box with every time zone, found by any part of its name.

Public: ``zone_box(name, nothing)``; ``nothing`` is what it says while it is empty.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimeZone
from PySide6.QtWidgets import QComboBox, QCompleter


def zone_box(name: str, nothing: str) -> QComboBox:
    """To be typed into, or chosen from."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    names = [bytes(zone.data()).decode() for zone in QTimeZone.availableTimeZoneIds()]
    box.addItem("")
    box.addItems(sorted(name for name in names if "/" in name))
    line, completer = box.lineEdit(), box.completer()
    assert line is not None, "it is editable"
    assert completer is not None, "it is editable"
    line.setAccessibleName(name)
    line.setPlaceholderText(nothing)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    return box
