"""Finds words in notes, key points, meetings, mails and the like."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from otnet_desktop.domain.names import fold
from otnet_desktop.store.database import Database
from otnet_desktop.store.pieces import PieceText, owners_of, texts_about, texts_by_row
from otnet_desktop.store.search_hits import Found
from otnet_desktop.store.search_lines import Query, begins_in, cut_line, matching

BATCH = 64
MOST_TEXTS = 2_000
MOST_CANDIDATES = 2_000
MOST_READ = 300
"""People whose texts are read for words that stand in different ones: exact while the rarest word is known of fewer."""

IN_PIECES = "SELECT rowid FROM find_words WHERE find_words MATCH ? ORDER BY rowid DESC"
IN_PEOPLE = "SELECT rowid FROM find_people WHERE find_people MATCH ?"


class WithWord(NamedTuple):
    """People about whom a word is known, in order, and whether these are all of them."""

    people: dict[int, None]
    is_everyone: bool


class PieceSearch:
    """Adds to what was found those about whom the words were noted."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def find(self, query: Query, found: Found) -> None:
        """First texts that hold all the words, newest first; then words that are spread over several texts."""
        if not query.long_words or found.is_enough:
            return
        self._together(query, found)
        if len(query.words) > 1 and not found.is_enough:
            self._scattered(query, found)

    def _together(self, query: Query, found: Found) -> None:
        rows = (row[0] for row in self._db.sql(IN_PIECES, (matching(query.long_words),)))
        for numbers in batches(islice(rows, MOST_TEXTS)):
            for text in texts_by_row(self._db, numbers):
                if text.person not in found and not query.missing_in(fold(text.text)):
                    found.add(text.person, text.status, told_line([text], query))
            if found.is_enough:
                return

    def _scattered(self, query: Query, found: Found) -> None:
        for people in batches(iter(self._candidates(query, found))):
            names = self._names(people)
            named = {person: fold(name) for person, (_status, name) in names.items()}
            asked = [person for person in people if query.missing_in(named[person])]  # others are found without texts
            for person, texts in texts_about(self._db, asked).items():
                status, _name = names[person]
                told = "\n".join((named[person], *(fold(text.text) for text in texts)))
                if not query.missing_in(told):
                    found.add(person, status, told_line(texts, query))
            if found.is_enough:
                return

    def _candidates(self, query: Query, found: Found) -> list[int]:
        """Those who may have all the words, likely ones first: everyone who has the rare words, where some are rare."""
        told = [self._people_with(word) for word in query.long_words]
        rare = [with_word.people for with_word in told if with_word.is_everyone]
        fewest = min(told, key=lambda with_word: (not with_word.is_everyone, len(with_word.people))).people
        pool = [person for person in fewest if person not in found and all(person in people for people in rare)]
        pool.sort(key=lambda person: -sum(person in with_word.people for with_word in told))
        return pool[:MOST_READ]

    def _people_with(self, word: str) -> WithWord:
        """People about whom a word is known anywhere; by name or place before by texts."""
        match = (matching([word]),)
        people = [row[0] for row in islice(self._db.sql(IN_PEOPLE, match), MOST_CANDIDATES)]
        numbers = [row[0] for row in islice(self._db.sql(IN_PIECES, match), MOST_CANDIDATES)]
        is_everyone = max(len(people), len(numbers)) < MOST_CANDIDATES
        return WithWord(dict.fromkeys(people + owners_of(self._db, numbers)), is_everyone)

    def _names(self, people: list[int]) -> dict[int, tuple[str, str]]:
        marks = ", ".join("?" * len(people))
        rows = self._db.sql(
            f"SELECT id, status, full_name || char(10) || headline || char(10) || find_text FROM person "
            f"WHERE id IN ({marks})",
            tuple(people),
        )
        return {row[0]: (row[1], row[2]) for row in rows}


def batches(numbers: Iterator[int]) -> Iterator[list[int]]:
    """Some at a time, so that reading stops when there is enough."""
    while batch := list(islice(numbers, BATCH)):
        yield batch


def told_line(texts: list[PieceText], query: Query) -> str:
    """The line shown: "Note: … the sensory path guide …", from the text that holds most of the words."""
    best = max(texts, key=lambda text: sum(begins_in(word, fold(text.text)) for word in query.folded), default=None)
    line = cut_line([best.text], query.folded) if best else ""
    return f"{best.label}: {line}" if best and line else ""
