"""What was typed and could not be saved, wherever it stands: nobody may have to write it again.

Public: ``Keeps``, of which everything is a kind that saves while one types, ``Unsaved`` and ``unsaved_texts()``.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication


class Unsaved(NamedTuple):
    """A text, and what the field is called it stands in."""

    field: str
    text: str


class Keeps(QObject):
    """Saves while one types, and knows what it could not save. Lives and dies with its editor."""

    def flush(self) -> object:
        """Save what is not saved yet, as far as that goes."""
        raise NotImplementedError

    def unsaved(self) -> list[Unsaved]:
        """What is typed and not saved by now."""
        raise NotImplementedError


def unsaved_texts() -> list[Unsaved]:
    """Everything typed and not saved, in any window; nothing for fields that are empty."""
    keepers = (keeper for window in QApplication.topLevelWidgets() for keeper in window.findChildren(Keeps))
    found = (unsaved for keeper in keepers for unsaved in keeper.unsaved())
    return [*dict.fromkeys(unsaved for unsaved in found if unsaved.text.strip())]
