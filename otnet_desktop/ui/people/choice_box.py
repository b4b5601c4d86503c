"""A box to choose one word of a vocabulary.

Public: ``ChoiceBox(choices, nothing)`` with ``code()`` and ``choose(code)``. A code in no list gets a line of its own
and is kept; ``nothing`` is the text of the empty choice.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from otnet_desktop.domain.vocabulary import Choice


class ChoiceBox(QComboBox):
    """Labels to read, codes to keep."""

    def __init__(self, choices: Sequence[Choice], nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItem(nothing, "")
        for choice in choices:
            self.addItem(choice.label, choice.code)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def code(self) -> str:
        """What is chosen; "" for nothing."""
        return str(self.currentData() or "")

    def choose(self, code: str) -> None:
        """Choose a code, known or not."""
        if self.findData(code) < 0:
            self.addItem(code, code)
        self.setCurrentIndex(self.findData(code))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the form; it does not change what was chosen in passing."""
        event.ignore()
