"""The words one looks for, and the line of a text in which they are: pure text, no database."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
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
    """What was typed: ``start`` is the folded text as a name would begin with it, ``words`` are looked for anywhere.

    The index folds words in its own way; ``folded`` are the same for texts that went through ``fold``.
    """

    start: str
    words: tuple[str, ...]
    folded: tuple[str, ...]

    @property
    def long_words(self) -> tuple[str, ...]:
        """All but single letters: in a million notes each of those begins a word nearly everywhere."""
        return tuple(word for word in self.words if len(word) > 1 or not word.isascii())

    def missing_in(self, told: str) -> tuple[str, ...]:
        """The folded words that begin nowhere in a folded text."""
        return tuple(word for word in self.folded if not begins_in(word, told))


def read_query(text: str) -> Query:
    """Cut what was typed into words as the index does. Half characters are left out."""
    clean = normalize("NFC", text.replace("\0", " ").encode("utf-8", "ignore").decode("utf-8"))
    words = tuple(word[:LONGEST_WORD] for word in TOKEN.findall(clean)[:MOST_WORDS])
    return Query(fold(" ".join(clean.split()))[: MOST_WORDS * LONGEST_WORD], words, tuple(map(fold, words)))


def matching(words: Iterable[str], letters: int | None = None) -> str:
    """FTS5's MATCH for texts in which all these words begin a word; quoted, so that any text is safe.

    With ``letters`` longer words are cut: see ``INDEXED``.
    """
    return " AND ".join(f'"{word[:letters]}"*' for word in words)


def standing(word: str) -> str:
    """FTS5's MATCH for texts in which this word stands just so; found at once, however many there are."""
    return f'"{word}"'


def begins_in(word: str, told: str) -> bool:
    """Whether a word begins somewhere in a text, both folded: after anything but a letter or a digit."""
    at = told.find(word)
    while at > 0 and told[at - 1].isalnum():
        at = told.find(word, at + 1)
    return at >= 0


def cut_line(texts: Iterable[str], words: Sequence[str]) -> str:
    """The line that holds most of the folded words, shortened around the first of them; "" where none does."""
    best, most = "", 0
    for line in (line for text in texts for line in text.splitlines()):
        told = fold(line)
        found = sum(begins_in(word, told) for word in words)
        if found > most:
            best, most = line, found
        if most == len(words):
            break
    return shortened(best, words)


def shortened(line: str, words: Sequence[str]) -> str:
    """A few words on either side of the first that was looked for."""
    parts = line.split()
    at = next((n for n, part in enumerate(parts) if any(begins_in(word, fold(part)) for word in words)), 0)
    first, last = max(0, at - AROUND), min(len(parts), at + AROUND + 1)
    return ("… " if first else "") + " ".join(parts[first:last]) + (" …" if last < len(parts) else "")
