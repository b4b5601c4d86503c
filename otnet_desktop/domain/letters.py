"""Letters that ship with the program, to be filled in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with gaps: names in braces, such as ``{greeting_name}``, stand for what the writer and reader are."""

    subject: str
    body: str
