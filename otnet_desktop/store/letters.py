"""One's own letters on disk."""

from __future__ import annotations

from datetime import datetime

from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.own_letters import OwnLetter
from otnet_desktop.store.database import Database
from otnet_desktop.store.rows import seconds
from otnet_desktop.store.writing_tables import Letter

SELECT = "SELECT ref, title, subject, body, kind FROM letter"


class LetterRows:
    """Each is known by its ref."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def save(self, letter: OwnLetter, at: datetime) -> None:
        """Keep a letter, new or changed."""
        said = {
            "title": letter.title,
            "subject": letter.subject,
            "body": letter.body,
            "kind": letter.kind.value,
            "changed_at": seconds(at),
        }
        if not self._db.run(Letter.update(**said).where(Letter.ref == letter.ref)):
            self._db.run(Letter.insert(ref=letter.ref, **said))

    def remove(self, ref: str) -> None:
        """Take it out."""
        self._db.run(Letter.delete().where(Letter.ref == ref))

    def get(self, ref: str) -> OwnLetter | None:
        """One letter, if it is there."""
        return next(iter(self._read(f"{SELECT} WHERE ref = ?", (ref,))), None)

    def all(self) -> list[OwnLetter]:
        """Every letter, as it came."""
        return self._read(f"{SELECT} ORDER BY id", ())

    def _read(self, statement: str, asked: tuple[str, ...]) -> list[OwnLetter]:
        found = self._db.sql(statement, asked)
        return [OwnLetter(ref, title, subject, body, OutKind(kind)) for ref, title, subject, body, kind in found]
