"""Finds people as one types: by the beginning of a name, then by any word about them, then by what was noted.

Each tier stops as soon as there is enough, and none sorts everything that matches: ranking all of a short prefix takes
seconds with a million people. Archived people come last.
"""

from __future__ import annotations

from otnet_desktop.domain.people import Status
from otnet_desktop.domain.roster import Hit
from otnet_desktop.store.database import Database
from otnet_desktop.store.search_hits import Found
from otnet_desktop.store.search_lines import Query, cut_line, occurs, read_query, tokens
from otnet_desktop.store.search_pieces import PieceSearch

ENOUGH = 50
LAST = "\U0010ffff"
BEGINS = """
SELECT id, status, {column} FROM person WHERE {column} >= ? AND {column} < ? ORDER BY {column}, id
"""
MATCHES = """
SELECT person.id, person.status, person.sort_name, person.full_name || ' ' || person.headline, person.find_text
FROM find_people JOIN person ON person.id = find_people.rowid WHERE find_people MATCH ?
"""


class Search:
    """Finds people and what was noted about them. Any text is safe to search for."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._pieces = PieceSearch(database)

    def search(self, text: str, limit: int = ENOUGH) -> list[Hit]:
        """Everyone about whom all the words are known, best first."""
        query, found = read_query(text), Found(limit)
        self._by_name(query, found)
        self._by_anything(query, found)
        self._pieces.find(query, found)
        return found.all()

    def search_people(self, text: str, limit: int = ENOUGH) -> list[Hit]:
        """The quick part: names, places, roles, addresses, tags. For every key press."""
        query, found = read_query(text), Found(limit)
        self._by_name(query, found)
        self._by_anything(query, found)
        return found.all()

    def search_words(self, text: str, limit: int = ENOUGH) -> list[Hit]:
        """The slower part: notes, key points, meetings, mails and the like. For a worker thread."""
        found = Found(limit)
        self._pieces.find(read_query(text), found)
        return found.all()

    def _by_name(self, query: Query, found: Found) -> None:
        """Names that begin like this, either way round; whole names before longer ones."""
        if not query.start:
            return
        rows: list[tuple[bool, str, int, str]] = []
        for column in ("sort_name", "call_name"):
            live = 0
            for person, status, name in self._db.sql(BEGINS.format(column=column), (query.start, query.start + LAST)):
                rows.append((name[len(query.start) :][:1].strip() != "", name, person, status))
                live += status != Status.ARCHIVED
                if live >= ENOUGH:
                    break
        for _longer, _name, person, status in sorted(rows):
            found.add(person, status)

    def _by_anything(self, query: Query, found: Found) -> None:
        """All words somewhere about the person: first all of them in the name, then anywhere."""
        if not query.words:
            return
        for match in (f"{{full_name}} : ({query.match})", query.match):
            if not found.is_enough:
                self._matching(match, query, found)

    def _matching(self, match: str, query: Query, found: Found) -> None:
        rows = []
        live = 0
        for person, status, name, shown, find_text in self._db.sql(MATCHES, (match,)):
            if person not in found:
                told = tokens(shown)
                hidden = [word for word in query.words if not occurs(word, told)]
                rows.append((len(hidden), name, person, status, hidden, find_text))
                live += status != Status.ARCHIVED
                if live >= ENOUGH:
                    break
        for _count, _name, person, status, hidden, find_text in sorted(rows):
            found.add(person, status, cut_line([find_text], hidden))
