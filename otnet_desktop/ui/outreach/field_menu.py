"""A menu of the gaps a letter may have, each with what it would be filled with for somebody.

Public: ``FieldMenu()`` with ``show_values(values)`` and the signal ``chosen(field)``.
"""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import shorten

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from otnet_desktop.domain.own_letters import FIELDS
from otnet_desktop.ui.theme.literal import caption

SHOWN = 60
"""Characters of a value; enough to know it."""


class FieldMenu(QMenu):
    """In the order in which a letter is written."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = {field: self.addAction("") for field in FIELDS}
        for field, action in self._texts.items():
            action.setData(field)
        self.triggered.connect(self._choose)
        self.show_values({})

    def show_values(self, values: Mapping[str, str]) -> None:
        """What each stands for, and what that is for the person one has in mind."""
        for field, action in self._texts.items():
            asked = QCoreApplication.translate("Letters", FIELDS[field])
            value = shorten(values.get(field, ""), SHOWN, placeholder="…")
            said = self.tr("{what}: “{value}”").format(what=asked, value=value) if value else asked
            action.setText(caption(said))

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))
