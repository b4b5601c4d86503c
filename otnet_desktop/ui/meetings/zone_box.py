"""A box with every time zone, found by any part of its name, by its city, or by what its clock is called.

Public: ``ZoneBox(name, nothing)`` with ``meant()``; ``nothing`` is what it says while it is empty.
"""

from __future__ import annotations

from PySide6.QtCore import QTimeZone
from PySide6.QtWidgets import QComboBox, QWidget

from otnet_desktop.domain.zone_names import zone_meant
from otnet_desktop.ui.widgets.zone_completer import ZoneCompleter


class ZoneBox(QComboBox):
    """To be typed into, or chosen from. What is meant is spelled out once one is done."""

    def __init__(self, name: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        known = [bytes(zone.data()).decode() for zone in QTimeZone.availableTimeZoneIds()]
        self._names = sorted(name for name in known if "/" in name)
        self.addItem("")
        self.addItems(self._names)
        line = self.lineEdit()
        assert line is not None, "it is editable"
        line.setAccessibleName(name)
        line.setPlaceholderText(nothing)
        self.setCompleter(ZoneCompleter(self.model(), self))
        line.editingFinished.connect(self._spell_out)

    def meant(self) -> str:
        """The zone, or what is typed where none is meant."""
        return zone_meant(self.currentText().strip(), self._names)

    def _spell_out(self) -> None:
        if (meant := self.meant()) != self.currentText():
            self.setEditText(meant)
