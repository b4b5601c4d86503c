"""Words of one's own for the lists to choose from, on disk. The word is its own code, and reads as itself for ever."""

from __future__ import annotations

from otnet_desktop.store import journey_tables as t
from otnet_desktop.store.database import Database


class OwnWords:
    """Reads and writes words by the list they belong to (the field names of ``domain.vocabulary.Vocabulary``)."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def of(self, which: str) -> list[str]:
        """The words of one list, by alphabet."""
        rows = self._db.sql("SELECT label FROM own_word WHERE list = ? ORDER BY label COLLATE NOCASE, id", (which,))
        return [row[0] for row in rows]

    def add(self, which: str, word: str) -> None:
        """One word more; one that is there already stays as it is."""
        self._db.run(t.OwnWord.insert(list=which, code=word, label=word).on_conflict_ignore())

    def remove(self, which: str, word: str) -> None:
        """Offer it no more; where it was used it stays."""
        self._db.run(t.OwnWord.delete().where(t.OwnWord.list == which, t.OwnWord.code == word))
