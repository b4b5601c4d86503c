"""Sentences of a pasted page, to lift key points out of.

A page copied from a browser is headings, bullets and paragraphs below one another; a mail breaks its lines in the
middle of a sentence. Public: ``sentences(text)``, in their order, each once.
"""

from __future__ import annotations

import re

MOST_SENTENCES = 300
"""More would be a book; the first of them are read."""

LONGEST_TEXT = 200_000
"""Characters that are looked at."""

SHORTEST = 12
"""Characters; below that it is a button or a page number ("Home", "3 of 7")."""

_BULLET = re.compile(r"^\s*(?:[-*+•‣◦–—·]|\d{1,3}[.)]|#{1,6})\s+")
_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W_a-z])")
_SHORT_FORM = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Mx|Prof|St|Sr|Jr|vs|etc|approx|No|Nr|Fig|Vol|Ed|Dept|Univ|Inc|Ltd|Co|Ave|Rd)"
    r"|\b[A-Z]|\b[a-z]\.[a-z]|\b[A-Z]\.[A-Z])\.$"
)
"""A full stop after these ends no sentence: titles, single initials, "e.g."."""


def sentences(text: str) -> tuple[str, ...]:
    """What the text says, one sentence an entry; headings and bullets count as sentences."""
    found: dict[str, None] = {}
    for paragraph in _paragraphs(text[:LONGEST_TEXT]):
        for sentence in _split(paragraph):
            if len(sentence) >= SHORTEST and " " in sentence:
                found.setdefault(sentence)
            if len(found) == MOST_SENTENCES:
                return tuple(found)
    return tuple(found)


def _paragraphs(text: str) -> list[str]:
    """Lines as they belong together: one that goes on in small letters is the same sentence, broken by a mail."""
    whole: list[str] = []
    goes_on = False
    for line in text.splitlines():
        said = " ".join(_BULLET.sub("", line).split())
        if goes_on and said and said[0].islower() and not _BULLET.match(line):
            whole[-1] = f"{whole[-1]} {said}"
        elif said:
            whole.append(said)
        goes_on = bool(said)
    return whole


def _split(paragraph: str) -> list[str]:
    parts: list[str] = []
    begun = 0
    for end in _END.finditer(paragraph):
        part = paragraph[begun : end.end()].rstrip()
        if not _SHORT_FORM.search(part):
            parts.append(part)
            begun = end.end()
    return [*parts, paragraph[begun:]] if begun < len(paragraph) else parts
