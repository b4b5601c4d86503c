"""One field of people side by side; where one value must win, each is a button that chooses it.

Public: ``ChoiceRow(caption, values, key)`` with ``chosen_place()`` and the signal ``chosen``; without a ``key`` all
values are kept and there is nothing to choose.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class _Value(QWidget):
    """A value, with a button where it can be chosen; a click anywhere on it does."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        self.button: QRadioButton | None = None
        if name:
            self.button = QRadioButton()
            self.button.setAccessibleName(name)
            row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(PlainLabel(text, selectable=not name), 1, Qt.AlignmentFlag.AlignVCenter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        if self.button is not None:
            self.button.setChecked(True)
        super().mousePressEvent(event)


class ChoiceRow(QWidget):
    """A caption, and below it what each of them has."""

    chosen = Signal()

    def __init__(self, caption: str, values: Sequence[str], key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setAccessibleName(caption)
        said = self.tr("{field}: {value}")
        names = [said.format(field=caption, value=value) if key and value else "" for value in values]
        self._values = [_Value(text, name) for text, name in zip(values, names, strict=True)]
        self._group = QButtonGroup(self)
        beside = QHBoxLayout()
        beside.setSpacing(4 * STEP)
        for value in self._values:
            beside.addWidget(value, 1, Qt.AlignmentFlag.AlignTop)
            if value.button is not None:
                self._group.addButton(value.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(PlainLabel(caption, TextSize.CAPTION, "soft"))
        column.addLayout(beside)
        if self._group.buttons():
            self._group.buttons()[0].setChecked(True)
        self._group.buttonToggled.connect(self.chosen)

    def chosen_place(self) -> int:
        """Whose value is kept: the first's, the second's ..."""
        buttons = (value.button for value in self._values)
        return next((place for place, button in enumerate(buttons) if button is not None and button.isChecked()), 0)

    def buttons(self) -> list[QRadioButton]:
        """What one can choose with."""
        return [value.button for value in self._values if value.button is not None]
