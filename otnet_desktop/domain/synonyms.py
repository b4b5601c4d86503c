"""The same thing by the words of another country or school: SNF and care home, fieldwork and practice placement.

One map of synonyms instead of two vocabularies: people keep the words they typed, and a search finds the others too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import islice

from otnet_desktop.domain.names import fold
from otnet_desktop.domain.vocabulary import Choices

MOST_READINGS = 8
"""Other readings of one search; more would only cost time."""

MOST_WORDS = 12
"""Nobody means other words by a whole paragraph."""

BEGINNING = 4
"""Letters after which the beginning of a word may stand for it, as one types on."""

ENDING = 3
"""Letters a typed word may have beyond the one in the map: "pediatrics" for "pediatric"."""

SHORTEST = 3
"""A shorter word begins too many others to be searched for in the place of what was typed."""

_WORD = re.compile(r"[^\W_]+")
_PARTS = re.compile(r"[/(),]")

Words = tuple[str, ...]


class Synonyms:
    """Groups of phrases that mean the same. ``rows`` are such groups, each phrase as people write it."""

    def __init__(self, rows: Iterable[Iterable[str]] = (), settings: Choices = ()) -> None:
        self._rows = tuple(rows)
        self._settings = settings

    @cached_property
    def _groups(self) -> list[tuple[Words, ...]]:
        """Each group as folded words; a setting is known by its code and by each part of its label."""
        of_settings = [(one.code.replace("_", " "), *_PARTS.split(one.label)) for one in self._settings]
        groups = [tuple(dict.fromkeys(filter(None, map(words_of, row)))) for row in (*self._rows, *of_settings)]
        return [group for group in groups if len(group) > 1]

    def readings(self, text: str) -> tuple[str, ...]:
        """What else may be meant, nearest first; the text itself is not among them."""
        typed = words_of(text)
        if len(typed) > MOST_WORDS:
            return ()
        told = dict.fromkeys(" ".join(words) for words in islice(self._read(typed), 1, 4 * MOST_READINGS))
        told.pop(" ".join(typed), None)
        return tuple(told)[:MOST_READINGS]

    def _read(self, typed: Words) -> Iterable[Words]:
        """All ways to say it, as typed first."""
        if not typed:
            yield ()
            return
        for rest in self._read(typed[1:]):
            yield typed[:1] + rest
        for length, others in self._standing_at(typed):
            for rest in self._read(typed[length:]):
                for other in others:
                    yield other + rest

    def _standing_at(self, typed: Words) -> list[tuple[int, list[Words]]]:
        """Phrases that the words begin with: how many words each takes, and what may stand there instead."""
        return [
            (len(phrase), [other for other in group if other[: len(phrase)] != phrase and is_telling(other)])
            for group in self._groups
            for phrase in group
            if len(phrase) <= len(typed) and all(map(is_meant, typed, phrase))
        ]


def said_alike(line: str) -> tuple[str, ...]:
    """The phrases of a line such as "care farm = green care"; fewer than two say nothing."""
    return tuple(part.strip() for part in line.split("=") if words_of(part))


def words_of(text: str) -> Words:
    """The folded words of a phrase."""
    return tuple(_WORD.findall(fold(text)))


def is_meant(typed: str, word: str) -> bool:
    """Whether a typed word is this one, its beginning, or this one with an ending."""
    if typed == word:
        return True
    if len(typed) < BEGINNING or len(word) < BEGINNING:
        return False
    return word.startswith(typed) or (typed.startswith(word) and len(typed) - len(word) <= ENDING)


def is_telling(words: Words) -> bool:
    """Whether a phrase is long enough to be looked for by beginnings."""
    return len(words) > 1 or len(words[0]) >= SHORTEST
