"""Questions of one's own on disk, by the bank they are kept in."""

from __future__ import annotations

from otnet_desktop.store.database import Database
from otnet_desktop.store.writing_tables import OwnQuestion


class OwnQuestionRows:
    """The order in which they were added is the order in which they are offered."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[tuple[str, str]]:
        """Each with its bank."""
        return [(bank, text) for bank, text in self._db.sql("SELECT bank, text FROM own_question ORDER BY id")]

    def add(self, bank: str, text: str) -> None:
        """Offer one more."""
        self._db.run(OwnQuestion.insert(bank=bank, text=text))

    def remove(self, bank: str, text: str) -> None:
        """Offer it no more; in meetings it stays."""
        self._db.run(OwnQuestion.delete().where(OwnQuestion.bank == bank, OwnQuestion.text == text))
