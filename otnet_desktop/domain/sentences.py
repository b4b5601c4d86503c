"""Sentences that reach a reader from where no language is known: English, and their parts.

Public: ``Sentence`` and ``sentence(pattern, **parts)``. A terminal prints them as they are; the window looks the
pattern up in the reader's language and fills it in again (``ui/said.py``). A text without parts is its own pattern.
"""

from __future__ import annotations


class Sentence(str):
    """English, ready to print. ``parts`` stand at their names in ``pattern``; sentences among them are said, too."""

    __slots__ = ("parts", "pattern")

    pattern: str
    parts: tuple[tuple[str, object], ...]


def sentence(pattern: str, **parts: object) -> Sentence:
    """The pattern filled in; written out where it is called, as translators look for it there."""
    made = Sentence(pattern.format(**parts) if parts else pattern)
    made.pattern = pattern
    made.parts = tuple((name, part if isinstance(part, (str, int)) else str(part)) for name, part in parts.items())
    return made
