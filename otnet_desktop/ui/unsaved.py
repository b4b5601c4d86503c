"""What was typed and could not be saved, wherever it stands: nobody may have to write it again.

Public: ``Keeps``, of which everything is a kind that saves while one types, ``Unsaved`` and ``unsaved_texts()``;
``wait_while(is_writing)`` says when saving must wait a moment, ``must_wait()`` whether it must now.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication


class Unsaved(NamedTuple):
    """A text, and what the field is called it stands in."""

    field: str
    text: str


class Keeps(QObject):
    """Saves while one types, and knows what it could not save. Lives and dies with its editor.

    While something long is written (an import) it waits by itself, so that the window neither stands still nor tells of
    a failure that is none. What somebody asked for (send, close) does not wait.
    """

    def flush(self) -> object:
        """Save what is not saved yet, as far as that goes."""
        raise NotImplementedError

    def unsaved(self) -> list[Unsaved]:
        """What is typed and not saved by now."""
        raise NotImplementedError


def nothing_is_written() -> bool:
    """Whether anything is written just now, as long as nobody said."""
    return False


_is_writing: list[Callable[[], bool]] = [nothing_is_written]


def wait_while(is_writing: Callable[[], bool]) -> None:
    """What saves while one types waits as long as this says so."""
    _is_writing[0] = is_writing


def must_wait() -> bool:
    """Whether something long is being written, so that a save should come a moment later."""
    return _is_writing[0]()


def unsaved_texts() -> list[Unsaved]:
    """Everything typed and not saved, in any window; nothing for fields that are empty."""
    keepers = (keeper for window in QApplication.topLevelWidgets() for keeper in window.findChildren(Keeps))
    found = (unsaved for keeper in keepers for unsaved in keeper.unsaved())
    return [*dict.fromkeys(unsaved for unsaved in found if unsaved.text.strip())]
