"""Reflections on disk."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from otnet_desktop.domain.meetings import MeetingId
from otnet_desktop.domain.reflections import Fit, Reflection
from otnet_desktop.store import journey_tables as t
from otnet_desktop.store.database import Database
from otnet_desktop.store.rows import seconds


class ReflectionRows:
    """Reads and writes what one thought after a meeting."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def save(self, reflection: Reflection, at: datetime) -> None:
        """Keep these words and these fits; a reflection that says nothing is none."""
        known = t.Reflection.meeting_id == reflection.meeting
        words = {"liked": reflection.liked, "disliked": reflection.disliked, "wondering": reflection.wondering}
        if not reflection.says_anything:
            self._db.run(t.Reflection.delete().where(known))
        elif not self._db.run(t.Reflection.update(**words, written_at=seconds(at)).where(known)):
            self._db.run(t.Reflection.insert(meeting_id=reflection.meeting, **words, written_at=seconds(at)))
        before = {fit.setting: fit.score for fit in self._fits([reflection.meeting]).get(reflection.meeting, ())}
        after = {fit.setting: fit.score for fit in reflection.fits}
        for setting in before.keys() - after.keys():
            self._db.run(t.Fit.delete().where(t.Fit.meeting_id == reflection.meeting, t.Fit.setting == setting))
        for setting, score in after.items():
            of = (t.Fit.meeting_id == reflection.meeting, t.Fit.setting == setting)
            if setting not in before:
                self._db.run(t.Fit.insert(meeting_id=reflection.meeting, setting=setting, score=score))
            elif before[setting] != score:
                self._db.run(t.Fit.update(score=score).where(*of))

    def of(self, meeting: MeetingId) -> Reflection:
        """What was thought after one meeting; an empty reflection when nothing was."""
        found = self._read("WHERE meeting_id = ?", (meeting,))
        return found[0] if found else Reflection(meeting)

    def all(self) -> list[Reflection]:
        """Every reflection, by meeting."""
        return self._read("", ())

    def _read(self, where: str, values: tuple[int, ...]) -> list[Reflection]:
        rows = self._db.select(f"SELECT * FROM reflection {where} ORDER BY meeting_id", values)
        fits = self._fits([row["meeting_id"] for row in rows])
        return [
            Reflection(
                MeetingId(row["meeting_id"]),
                row["liked"],
                row["disliked"],
                row["wondering"],
                fits.get(row["meeting_id"], ()),
            )
            for row in rows
        ]

    def _fits(self, meetings: Sequence[int]) -> dict[int, tuple[Fit, ...]]:
        found: dict[int, tuple[Fit, ...]] = {}
        for meeting, setting, score in self._db.sql(FITS, (json.dumps(list(meetings)),)):
            found[meeting] = (*found.get(meeting, ()), Fit(setting, score))
        return found


FITS = (
    "SELECT meeting_id, setting, score FROM fit "
    "WHERE meeting_id IN (SELECT value FROM json_each(?)) ORDER BY meeting_id, id"
)
