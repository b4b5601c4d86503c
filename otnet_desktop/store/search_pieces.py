"""Finds words in notes, key points, meetings, mails and the like."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from otnet_desktop.store.database import Database
from otnet_desktop.store.pieces import PieceText, owners_of, texts_about, texts_by_row
from otnet_desktop.store.search_hits import Found
from otnet_desktop.store.search_lines import Query, cut_line, occurs, quoted, tokens

BATCH = 64
MOST_CANDIDATES = 2_000
"""People looked at for words that stand in different texts: exact while the rarest word is known of fewer people."""

IN_PIECES = "SELECT rowid FROM find_words WHERE find_words MATCH ? ORDER BY rowid DESC"
IN_PEOPLE = "SELECT rowid FROM find_people WHERE find_people MATCH ?"


class PieceSearch:
    """Adds to what was found those about whom the words were noted."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def find(self, query: Query, found: Found) -> None:
        """First texts that hold all the words, newest first; then words that are spread over several texts."""
        if not query.words or found.is_enough:
            return
        self._together(query, found)
        if len(query.words) > 1 and not found.is_enough:
            self._scattered(query, found)

    def _together(self, query: Query, found: Found) -> None:
        rows = (row[0] for row in self._db.sql(IN_PIECES, (query.match,)))
        for numbers in batches(rows):
            for text in texts_by_row(self._db, numbers):
                found.add(text.person, text.status, told_line([text], query))
            if found.is_enough:
                return

    def _scattered(self, query: Query, found: Found) -> None:
        rarest = min((self._people_with(word) for word in query.words), key=len)
        for people in batches(person for person in rarest if person not in found):
            names = self._names(people)
            for person, texts in texts_about(self._db, people).items():
                status, name = names[person]
                named = tokens(name)
                noted = tokens("\n".join(text.text for text in texts))
                places = {(occurs(word, named), occurs(word, noted)) for word in query.words}
                if (False, False) not in places and (False, True) in places:
                    found.add(person, status, told_line(texts, query))
            if found.is_enough:
                return

    def _people_with(self, word: str) -> list[int]:
        """People about whom a word is known anywhere, up to ``MOST_CANDIDATES``; by name or place before by texts."""
        people = [row[0] for row in islice(self._db.sql(IN_PEOPLE, (quoted(word),)), MOST_CANDIDATES)]
        if len(people) < MOST_CANDIDATES:
            numbers = [row[0] for row in islice(self._db.sql(IN_PIECES, (quoted(word),)), MOST_CANDIDATES)]
            people += owners_of(self._db, numbers)
        return list(dict.fromkeys(people))[:MOST_CANDIDATES]

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
    best = max(texts, key=lambda text: sum(occurs(word, tokens(text.text)) for word in query.words), default=None)
    line = cut_line([best.text], query.words) if best else ""
    return f"{best.label}: {line}" if best and line else ""
