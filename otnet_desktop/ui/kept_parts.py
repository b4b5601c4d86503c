"""Keeps a thing part by part as it is typed; what cannot be kept follows as soon as it can, also without its page.

Public: ``KeptParts(intents, about, save, copied)`` with ``keep(sitting, parts)`` and ``leave()``. ``save(parts,
sitting)`` saves all of these parts at once, ``copied(parts)`` are their words; both outlive the page.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from otnet_desktop.ui.attempt import attempt, succeeded
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.research.autosave import Kept
from otnet_desktop.ui.set_aside import set_aside_in
from otnet_desktop.ui.unsaved import Unsaved, must_wait

translate = QCoreApplication.translate

Parts = dict[str, Any]


class KeptParts:
    """One for each page; pages about the same thing share what is left."""

    def __init__(
        self,
        intents: Intents,
        about: Hashable,
        save: Callable[[Parts, int | None], Kept],
        copied: Callable[[Parts], list[Unsaved]],
    ) -> None:
        self._intents = intents
        self._about = about
        self._save = save
        self._copied = copied
        self._aside = set_aside_in(intents)

    def keep(self, sitting: int | None, parts: Parts) -> Kept | None:
        """Save these parts, and those that could not be saved before; ``None`` where that is not possible, as told."""
        save, intents = self._save, self._intents
        unsaved: Parts = {**(self._aside.take(self._about) or {}), **parts}
        kept = attempt(intents, lambda: save(unsaved, sitting))
        if kept is None:

            def again() -> bool:
                return succeeded(intents, lambda: save(unsaved, None))

            self._aside.put(self._about, unsaved, self._copied(unsaved), again)
        return kept

    def leave(self) -> None:
        """The page goes, with what stands in it. What cannot be saved for now is on the clipboard."""
        tell_what_is_left(self._intents, "\n\n".join(left.text for left in self._aside.unsaved_about(self._about)))


def tell_what_is_left(intents: Intents, text: str) -> None:
    """What becomes of a text that was set aside, "" for none."""
    if text and must_wait():
        intents.said.emit(translate("Unsaved", "What you wrote is saved as soon as that is finished."))
    elif text:
        QGuiApplication.clipboard().setText(text)
        intents.said.emit(translate("Unsaved", "Not saved. What you wrote is on the clipboard."))
