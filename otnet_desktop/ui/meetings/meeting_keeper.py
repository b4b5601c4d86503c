"""Keeps what is noted about one meeting, part by part, as it is typed.

Public: ``MeetingKeeper(workspace, intents, meeting)`` with ``keep(sitting, notes=...)`` (any field of
``MeetingNotes``; answers as ``Autosave`` wants it), ``unsaved_text()`` and the signals ``kept`` and ``failed``.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Signal

from otnet_desktop.domain.meetings import MeetingId, Question
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.research.autosave import Kept


class MeetingKeeper(QObject):
    """Each save reads what is kept first, so that two parts never overwrite one another."""

    kept = Signal()
    failed = Signal()

    def __init__(
        self, workspace: Workspace, intents: Intents, meeting: MeetingId, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents
        self._meeting = meeting
        self.privacy = workspace.privacy
        """The check of what is written."""
        self._unsaved: dict[str, Any] = {}

    def keep(self, sitting: int | None = None, **parts: Any) -> Kept | None:  # noqa: ANN401 - fields of MeetingNotes
        """Save these parts; ``None`` when that was not possible, which was told."""
        kept = attempt(self._intents, lambda: self._save(sitting, parts))
        if kept is None:
            self._unsaved |= parts
            self.failed.emit()
        else:
            self._unsaved = {part: value for part, value in self._unsaved.items() if part not in parts}
            self.kept.emit()
        return kept

    def unsaved_text(self) -> str:
        """The words of what could not be saved so far, as one text; "" where everything was."""
        return "\n\n".join(text for text in map(_words, self._unsaved.values()) if text)

    def _save(self, sitting: int | None, parts: dict[str, Any]) -> Kept:
        before = self._workspace.meetings.get(self._meeting).kept
        after = replace(before, **parts)
        if after == before:
            return Kept(sitting)
        return Kept(self._workspace.meetings.keep(self._meeting, after, sitting=sitting))


def _words(part: object) -> str:
    """A part of the notes as one would copy it; nothing for what is only chosen."""
    match part:
        case tuple():
            return "\n".join(_words(line) for line in part)
        case Question():
            return f"{part.text}\n{part.answer}".strip()
        case StrEnum():
            return ""
    return str(part)
