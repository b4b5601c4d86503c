"""A field for the name of a place, completed from any part of it.

Public: ``OrganisationLine(find)``; ``find(text)`` names the places known, asked at each key, as they may be a hundred
thousand.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

Find = Callable[[str], list[str]]


class OrganisationLine(QLineEdit):
    """A new name may be typed as well."""

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = completer.popup()
        assert popup is not None, "a completer with a pop-up has one"
        popup.setProperty("kind", "suggestions")
        self.setCompleter(completer)
        self.textEdited.connect(self._offer)

    def _offer(self, text: str) -> None:
        """Before the completer looks, which it does when the key is through."""
        self._names.setStringList(self._find(text))
