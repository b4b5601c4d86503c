"""A box to choose one word of a vocabulary.

Public: ``ChoiceBox(choices, nothing)`` with ``code()``, ``choose(code)`` and ``offer(choices)``. A code in no list gets
a line of its own and is kept; ``nothing`` is the text of the empty choice.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from otnet_desktop.domain.vocabulary import Choice
from otnet_desktop.ui.widgets.calm_box import CalmBox


class ChoiceBox(CalmBox):
    """Labels to read, codes to keep."""

    def __init__(self, choices: Sequence[Choice], nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.addItem(nothing, "")
        self.offer(choices)
        self.setMinimumContentsLength(8)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer these in place of the others; what was chosen stays, if it is among them."""
        code = self.code()
        while self.count() > 1:
            self.removeItem(1)
        for choice in choices:
            self.addItem(choice.label, choice.code)
        self.setCurrentIndex(max(0, self.findData(code)))

    def code(self) -> str:
        """What is chosen; "" for nothing."""
        return str(self.currentData() or "")

    def choose(self, code: str) -> None:
        """Choose a code, known or not."""
        if self.findData(code) < 0:
            self.addItem(code, code)
        self.setCurrentIndex(self.findData(code))
