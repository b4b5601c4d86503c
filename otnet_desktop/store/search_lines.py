"""The words one looks for, and the line of a text in which they are: pure text, no database."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import normalize

from otnet_desktop.domain.names import fold

TOKEN = re.compile(r"[^\W_]+")
MOST_WORDS = 12
LONGEST_WORD = 64
INDEXED = 6
"""Letters of the longest beginnings the index keeps lists of (``prefix`` in the schema).

What begins with more of them it has to gather from all words there are, which takes 100 ms in a million people where
many begin so. Cut words are found at once, but some finds are wrong.
"""

AROUND = 6
"""Words shown before and after the one that was found."""


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed: ``start`` is the folded text as a name would begin with it, ``words`` are looked for anywhere."""

    start: str
    words: tuple[str, ...]

    @property
    def long_words(self) -> tuple[str, ...]:
        """All but single letters: in a million notes each of those begins a word nearly everywhere."""
        return tuple(word for word in self.words if len(word) > 1 or not word.isascii())

    def missing_in(self, told: str) -> tuple[str, ...]:
        """The words that begin nowhere in a text that went through ``tokens``."""
        return tuple(word for word in self.words if not occurs(word, told))

    def may_be_in(self, folded: str) -> bool:
        """Whether a folded text holds all the words, begun anywhere: said sooner than where words begin."""
        return all(fold(word) in folded for word in self.words)


def read_query(text: str) -> Query:
    """Cut what was typed into words as the index does. Half characters are left out."""
    clean = normalize("NFC", text.replace("\0", " ").encode("utf-8", "ignore").decode("utf-8"))
    words = [word[:LONGEST_WORD] for word in TOKEN.findall(clean)]
    return Query(fold(" ".join(clean.split()))[: MOST_WORDS * LONGEST_WORD], tuple(words[:MOST_WORDS]))


def matching(words: Iterable[str], letters: int | None = None) -> str:
    """FTS5's MATCH for texts in which all these words begin a word; quoted, so that any text is safe.

    With ``letters`` longer words are cut: see ``INDEXED``.
    """
    return " AND ".join(f'"{word[:letters]}"*' for word in words)


def tokens(text: str) -> str:
    """The folded words of a text, each with a blank before it, so that `` in `` asks for the beginning of a word."""
    return in_words(fold(text))


def in_words(folded: str) -> str:
    """The same of a text that is folded already."""
    return " " + " ".join(TOKEN.findall(folded))


def occurs(word: str, told: str) -> bool:
    """Whether a word begins somewhere in a text that went through ``tokens``."""
    return f" {fold(word)}" in told


def cut_line(texts: Iterable[str], words: Iterable[str]) -> str:
    """The line that holds most of the words, shortened around the first of them; "" where none does."""
    wanted = [fold(word) for word in words]
    best, most = "", 0
    for text in texts:
        for line in text.splitlines():
            folded = fold(line)
            if not any(word in folded for word in wanted):  # most lines, and quickly said
                continue
            told = in_words(folded)
            found = sum(f" {word}" in told for word in wanted)
            if found > most:
                best, most = line, found
    return shortened(best, wanted)


def shortened(line: str, words: list[str]) -> str:
    """A few words on either side of the first that was looked for."""
    parts = line.split()
    at = next((n for n, part in enumerate(parts) if any(occurs(word, tokens(part)) for word in words)), 0)
    first, last = max(0, at - AROUND), min(len(parts), at + AROUND + 1)
    return ("… " if first else "") + " ".join(parts[first:last]) + (" …" if last < len(parts) else "")
