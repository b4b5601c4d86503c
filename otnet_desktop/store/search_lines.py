"""The words one looks for, and the line of a text in which they are: pure text, no database."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from otnet_desktop.domain.names import fold

TOKEN = re.compile(r"[^\W_]+")
MOST_WORDS = 12
LONGEST_WORD = 64
AROUND = 6
"""Words shown before and after the one that was found."""


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed: ``start`` is the folded text as a name would begin with it, ``words`` are looked for anywhere."""

    start: str
    words: tuple[str, ...]

    @property
    def match(self) -> str:
        """All words, each as the beginning of one, for FTS5's MATCH; quoting makes any text safe."""
        return " AND ".join(quoted(word) for word in self.words)


def read_query(text: str) -> Query:
    """Cut what was typed into words. Signs that no index holds (and half characters) are left out."""
    clean = text.replace("\0", " ").encode("utf-8", "ignore").decode("utf-8")
    pieces = [piece[:LONGEST_WORD] for piece in clean.split() if TOKEN.search(piece)]
    return Query(fold(" ".join(clean.split()))[: MOST_WORDS * LONGEST_WORD], tuple(pieces[:MOST_WORDS]))


def quoted(word: str) -> str:
    """One word as an FTS5 prefix."""
    return '"' + word.replace('"', '""') + '"*'


def tokens(text: str) -> str:
    """The folded words of a text, each with a blank before it, so that `` in `` asks for the beginning of a word."""
    return "".join(f" {token}" for token in TOKEN.findall(fold(text)))


def occurs(word: str, told: str) -> bool:
    """Whether a word, as typed, begins somewhere in a text that went through ``tokens``."""
    return tokens(word) in told


def cut_line(texts: Iterable[str], words: Iterable[str]) -> str:
    """The line that holds most of the words, shortened around the first of them; "" where none does."""
    wanted = list(words)
    best, most = "", 0
    for text in texts:
        for line in text.splitlines():
            told = tokens(line)
            found = sum(occurs(word, told) for word in wanted)
            if found > most:
                best, most = line, found
    return shortened(best, wanted)


def shortened(line: str, words: list[str]) -> str:
    """A few words on either side of the first that was looked for."""
    parts = line.split()
    at = next((n for n, part in enumerate(parts) if any(occurs(word, tokens(part)) for word in words)), 0)
    first, last = max(0, at - AROUND), min(len(parts), at + AROUND + 1)
    return ("… " if first else "") + " ".join(parts[first:last]) + (" …" if last < len(parts) else "")
