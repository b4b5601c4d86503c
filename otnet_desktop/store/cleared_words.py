"""What was looked at and may stay, on disk: digests of words, never the words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from otnet_desktop.domain.people import PersonId
from otnet_desktop.store.database import Database
from otnet_desktop.store.pieces import PIECES


class ClearedWords:
    """Written once each; and the texts there are to look at."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> frozenset[str]:
        """Every digest."""
        return frozenset(row[0] for row in self._db.sql("SELECT digest FROM cleared_words"))

    def add(self, digests: Iterable[str]) -> None:
        """These may stay as well."""
        for digest in digests:
            self._db.sql("INSERT OR IGNORE INTO cleared_words (digest) VALUES (?)", (digest,))

    def notes(self, people: Sequence[PersonId]) -> Iterator[tuple[PersonId, str]]:
        """The notes about some people, or about everyone where none are named."""
        asked = "WHERE person_id IN (SELECT value FROM json_each(?))" if people else ""
        rows = self._db.sql(f"SELECT person_id, body FROM note {asked}", (json.dumps(list(people)),) if people else ())
        for person, body in rows:
            yield PersonId(person), body

    def told_about(self, people: Sequence[PersonId]) -> Iterator[tuple[PersonId, str]]:
        """Everything written down that concerns some people, or anybody where none are named, text by text."""
        asked = "WHERE owner.person IN (SELECT value FROM json_each(?))" if people else ""
        named = (json.dumps(list(people)),) if people else ()
        for piece in PIECES:
            columns = ", ".join(f"{piece.table}.{column}" for column in piece.columns)
            for person, *texts in self._db.sql(
                f"SELECT owner.person, {columns} FROM {piece.table} "
                f"JOIN ({piece.owners}) owner ON owner.row = {piece.table}.{piece.key} {asked}",
                named,
            ):
                yield PersonId(person), "\n".join(texts)

    def texts(self) -> Iterator[str]:
        """Everything that was ever written down here."""
        for piece in PIECES:
            for columns in self._db.sql(f"SELECT {', '.join(piece.columns)} FROM {piece.table}"):
                yield "\n".join(columns)
