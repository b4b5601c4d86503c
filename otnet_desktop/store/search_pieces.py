"""Finds words in notes, key points, meetings, mails and the like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from otnet_desktop.domain.names import fold
from otnet_desktop.store.database import Database
from otnet_desktop.store.pieces import PieceText, owners_of, texts_about, texts_by_row
from otnet_desktop.store.search_hits import Found
from otnet_desktop.store.search_lines import INDEXED, Query, begins_in, cut_line, matching, standing

BATCH = 64
PATIENCE = 64
"""Wrong texts by the beginnings of long words before they are looked for in full."""

MOST_TEXTS = 2_000
MOST_CANDIDATES = 2_000
MOST_READ = 300
"""People whose texts are read for words that stand in different ones: exact while the rarest word is known of fewer."""

IN_PIECES = "SELECT rowid FROM find_words WHERE find_words MATCH ? ORDER BY rowid DESC"
IN_PEOPLE = "SELECT rowid FROM find_people WHERE find_people MATCH ?"


class WithWord(NamedTuple):
    """People about whom a word is known, by name or place before by texts, and of whom it was ``noted``.

    Each may be only the first of many: then it is not ``whole``.
    """

    people: dict[int, None]
    noted: frozenset[int]
    is_whole: bool
    is_noted_whole: bool

    def may_be_noted_of(self, person: int) -> bool:
        """Whether texts about somebody are worth reading for it."""
        return not self.is_noted_whole or person in self.noted


class PieceSearch:
    """Adds to what was found those about whom the words were noted. One for each search: it remembers words."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._told: dict[str, WithWord] = {}

    def find(self, query: Query, found: Found) -> None:
        """First texts that hold all the words, newest first; then words that are spread over several texts."""
        if not query.long_words or found.is_enough:
            return
        if not self._together(matching(query.long_words, INDEXED), query, found, PATIENCE):
            self._together(matching(query.long_words), query, found)
        if len(query.words) > 1 and not found.is_enough:
            self._scattered(query, found)

    def _together(self, match: str, query: Query, found: Found, patience: int = MOST_TEXTS) -> bool:
        """Whether that was all there is to find, or enough: not so when more than ``patience`` texts were wrong."""
        wrong = 0
        rows = (row[0] for row in self._db.sql(IN_PIECES, (match,)))
        for numbers in batches(islice(rows, MOST_TEXTS)):
            for text in texts_by_row(self._db, numbers):
                if text.person in found:
                    continue
                if query.missing_in(fold(text.text)):
                    wrong += 1
                else:
                    found.add(text.person, text.status, told_line([text], query))
            if found.is_enough:
                return True
            if wrong > patience:
                return False
        return True

    def _scattered(self, query: Query, found: Found) -> None:
        for people in batches(iter(self._candidates(query, found))):
            names = self._names(people)
            named = {person: fold(name) for person, (_status, name) in names.items()}
            asked = [person for person in people if self._is_worth_reading(person, named[person], query)]
            for person, texts in texts_about(self._db, asked).items():
                status, _name = names[person]
                told = fold("\n".join(text.text for text in texts))
                if not query.missing_in(f"{named[person]}\n{told}"):
                    found.add(person, status, told_line(texts, query))
            if found.is_enough:
                return

    def _is_worth_reading(self, person: int, named: str, query: Query) -> bool:
        """Whether texts may tell what a name and places do not; whom those tell of is found without texts."""
        missing = [word for word, folded in zip(query.words, query.folded, strict=True) if not begins_in(folded, named)]
        told = [self._told[word] for word in missing if word in self._told]
        return bool(missing) and all(with_word.may_be_noted_of(person) for with_word in told)

    def _candidates(self, query: Query, found: Found) -> list[int]:
        """Those who may have all the words, likely ones first: everyone who has the rare words, where some are rare."""
        for word in query.long_words:
            if word not in self._told:
                self._told[word] = self._people_with(word)
        told = [self._told[word] for word in query.long_words]
        fewest = min(told, key=lambda with_word: (not with_word.is_whole, len(with_word.people))).people
        pool = [person for person in fewest if person not in found]
        for with_word in told:
            if with_word.is_whole:
                pool = [person for person in pool if person in with_word.people]
        words_of = Counter(chain.from_iterable(with_word.people for with_word in told))
        pool.sort(key=words_of.__getitem__, reverse=True)
        return pool[:MOST_READ]

    def _people_with(self, word: str) -> WithWord:
        """People about whom a word is known anywhere; by name or place before by texts."""
        named, numbers = self._rows_with(word, IN_PEOPLE), self._rows_with(word, IN_PIECES)
        noted = owners_of(self._db, numbers)
        is_named_whole, is_noted_whole = len(named) < MOST_CANDIDATES, len(numbers) < MOST_CANDIDATES
        people = dict.fromkeys(chain(named, noted))
        return WithWord(people, frozenset(noted), is_named_whole and is_noted_whole, is_noted_whole)

    def _rows_with(self, word: str, select: str) -> list[int]:
        """Rows of an index in which a word begins with this one; of a common long word, those where it stands alone."""
        if len(word) > INDEXED:
            rows = self._rows(standing(word), select)
            if len(rows) == MOST_CANDIDATES:
                return rows
        return self._rows(matching([word]), select)

    def _rows(self, match: str, select: str) -> list[int]:
        return [row[0] for row in self._db.sql(f"{select} LIMIT {MOST_CANDIDATES}", (match,)).fetchall()]

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
