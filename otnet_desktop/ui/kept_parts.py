"""Keeps a thing part by part as it is typed; what cannot be kept follows as soon as it can, also without its page.

Public: ``KeptParts(intents, about, save, copied)`` with ``keep(sitting, parts)``, ``left()`` (shown instead of what is
kept) and ``copy()``. ``save(parts, sitting)`` saves all of these parts at once, ``copied(parts)`` are their words; both
outlive the page. ``tell_what_is_left(intents, *texts)`` as the page goes.
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

    def left(self) -> Parts:
        """The parts that could not be saved so far: who writes on goes on from these."""
        return self._aside.typed_about(self._about) or {}

    def copy(self) -> str:
        """Their words, for when the page goes with what stands in it."""
        return "\n\n".join(left.text for left in self._aside.unsaved_about(self._about))


def tell_what_is_left(intents: Intents, *texts: str) -> None:
    """What becomes of texts that were set aside, "" for none. What cannot be saved for now is on the clipboard."""
    text = "\n\n".join(filter(None, texts))
    if text and must_wait():
        intents.said.emit(translate("Unsaved", "What you wrote is saved as soon as that is finished."))
    elif text:
        QGuiApplication.clipboard().setText(text)
        intents.said.emit(translate("Unsaved", "Not saved. What you wrote is on the clipboard."))
