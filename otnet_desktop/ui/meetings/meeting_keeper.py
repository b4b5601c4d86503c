"""Keeps what is noted about one meeting, part by part, as it is typed.

Public: ``MeetingKeeper(workspace, intents, meeting)`` with ``keep(sitting, notes=...)`` (any field of
``MeetingNotes``; answers as ``Autosave`` wants it), ``with_left(meeting)``, ``copy()`` and the signals ``kept`` and
``failed``. What could not be kept while something long was written is kept when that is done, also when the sheet is
gone by then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Signal

from otnet_desktop.domain.meetings import Meeting, MeetingId, Question
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.kept_parts import KeptParts, Parts
from otnet_desktop.ui.research.autosave import Kept
from otnet_desktop.ui.unsaved import Unsaved


class MeetingKeeper(QObject):
    """Each save reads what is kept first, so that two parts never overwrite one another."""

    kept = Signal()
    failed = Signal()

    def __init__(
        self, workspace: Workspace, intents: Intents, meeting: MeetingId, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.privacy = workspace.privacy
        """The check of what is written."""
        self._parts = KeptParts(intents, ("meeting", meeting), _saving(workspace, meeting), _copied)

    def keep(self, sitting: int | None = None, **parts: Any) -> Kept | None:  # noqa: ANN401 - fields of MeetingNotes
        """Save these parts; ``None`` when that was not possible, which was told."""
        kept = self._parts.keep(sitting, parts)
        (self.failed if kept is None else self.kept).emit()
        return kept

    def with_left(self, meeting: Meeting) -> Meeting:
        """The meeting as it was written down, also what could not be kept so far."""
        return replace(meeting, kept=replace(meeting.kept, **self._parts.left()))

    def copy(self) -> str:
        """The words that could not be kept so far."""
        return self._parts.copy()


def _saving(workspace: Workspace, meeting: MeetingId) -> Callable[[Parts, int | None], Kept]:
    def save(parts: Parts, sitting: int | None) -> Kept:
        before = workspace.meetings.get(meeting).kept
        after = replace(before, **parts)
        if after == before:
            return Kept(sitting)
        return Kept(workspace.meetings.keep(meeting, after, sitting=sitting))

    return save


def _copied(parts: Parts) -> list[Unsaved]:
    return [Unsaved("", text) for text in map(_words, parts.values()) if text]


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
