"""Questions of one's own on disk, by the bank they are kept in."""

from __future__ import annotations

from collections.abc import Sequence

from otnet_desktop.store.database import Database
from otnet_desktop.store.writing_tables import OwnQuestion


class OwnQuestionRows:
    """In an order of one's own; what is added stands last."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[tuple[str, str]]:
        """Each with its bank."""
        rows = self._db.sql("SELECT bank, text FROM own_question ORDER BY position, id")
        return [(bank, text) for bank, text in rows]

    def add(self, bank: str, text: str) -> None:
        """Offer one more."""
        (last,) = self._db.sql("SELECT max(position) FROM own_question WHERE bank = ?", (bank,)).fetchone()
        self._db.run(OwnQuestion.insert(bank=bank, text=text, position=0 if last is None else last + 1))

    def order(self, bank: str, texts: Sequence[str]) -> None:
        """Offer the questions of a bank in this order."""
        for place, text in enumerate(texts):
            self._db.run(OwnQuestion.update(position=place).where(OwnQuestion.bank == bank, OwnQuestion.text == text))

    def remove(self, bank: str, text: str) -> None:
        """Offer it no more; in meetings it stays."""
        self._db.run(OwnQuestion.delete().where(OwnQuestion.bank == bank, OwnQuestion.text == text))
