"""Finds people as one types: by the beginning of a name, then by any word about them, then by what was noted.

Each tier stops as soon as there is enough, and none sorts everything that matches: ranking all of a short prefix takes
seconds with a million people. Archived people come last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from otnet_desktop.domain.names import fold
from otnet_desktop.domain.people import Status
from otnet_desktop.domain.roster import Hit
from otnet_desktop.store.database import Database
from otnet_desktop.store.search_hits import Found
from otnet_desktop.store.search_lines import INDEXED, Query, cut_line, matching, read_query
from otnet_desktop.store.search_pieces import PieceSearch

ENOUGH = 50
RANKED = 100
"""As many as are looked at to show the best first: to rank all that match takes seconds where many do."""

PATIENCE = 30
"""Wrong finds by the beginnings of long words before they are looked for in full."""

LAST = "\U0010ffff"
BEGINS = """
SELECT id, status, {column} FROM person WHERE {column} >= ? AND {column} < ? ORDER BY {column}, id
"""
MATCHES = """
SELECT person.id, person.status, person.sort_name, person.full_name, person.headline, person.find_text
FROM find_people JOIN person ON person.id = find_people.rowid WHERE find_people MATCH ?
"""


Matching = tuple[int, str, int, str, tuple[str, ...], str]
"""Rank (name, place, anything), sorting name, person, status, words not seen in the row, the text they are in."""


class Search:
    """Finds people and what was noted about them. Any text is safe to search for."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def search(self, *readings: str, limit: int = ENOUGH) -> list[Hit]:
        """Everyone about whom all the words are known, best first.

        Of several ``readings`` of what was typed a later one is looked for where those before did not find enough.
        """
        return self._find(readings, limit, self._by_name, self._by_anything, PieceSearch(self._db).find)

    def search_people(self, *readings: str, limit: int = ENOUGH) -> list[Hit]:
        """The quick part: names, places, roles, addresses, tags. For every key press."""
        return self._find(readings, limit, self._by_name, self._by_anything)

    def search_words(self, *readings: str, limit: int = ENOUGH) -> list[Hit]:
        """The slower part: notes, key points, meetings, mails and the like. For a worker thread."""
        return self._find(readings, limit, PieceSearch(self._db).find)

    def _find(self, readings: Iterable[str], limit: int, *tiers: Callable[[Query, Found], None]) -> list[Hit]:
        found = Found(limit)
        for query in map(read_query, readings):
            for tier in tiers:
                tier(query, found)
            if found.is_enough:
                break
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
        """All words somewhere about the person: in the name before in the headline before anywhere else."""
        if not query.words or found.is_enough:
            return
        rows = self._read(matching(query.words, INDEXED), query, found, PATIENCE)
        if rows is None:
            rows = self._read(matching(query.words), query, found)
        for _rank, _sort_name, person, status, hidden, find_text in sorted(rows or ()):
            if not found.is_enough:
                found.add(person, status, cut_line([find_text], hidden))

    def _read(self, match: str, query: Query, found: Found, patience: int | None = None) -> list[Matching] | None:
        """People not found yet, until there are enough to rank; none when more than ``patience`` finds were wrong."""
        rows: list[Matching] = []
        live = wrong = 0
        for person, status, sort_name, name, headline, find_text in self._db.sql(MATCHES, (match,)):
            if person in found:
                continue
            named = fold(name)
            shown = f"{named}\n{fold(headline)}"
            hidden = query.missing_in(shown)
            if hidden and query.missing_in(f"{shown}\n{fold(find_text)}"):
                wrong += 1
                if patience is not None and wrong > patience:
                    return None
                continue
            rank = 2 if hidden else int(bool(query.missing_in(named)))
            rows.append((rank, sort_name, person, status, hidden, find_text))
            live += status != Status.ARCHIVED
            if live >= RANKED:
                break
        return rows
