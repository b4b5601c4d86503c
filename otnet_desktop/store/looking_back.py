"""What was told over the years, for the places that look at all of it: introductions, thanks, promises, offers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime

from otnet_desktop.store.database import Database
from otnet_desktop.store.rows import instant, seconds

Span = tuple[datetime, datetime]


class LookingBack:
    """Reads facts of everyone; a span holds its start and not its end."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def introductions(self) -> list[tuple[int, int]]:
        """Who led to whom, the earliest first: told as a fact, or noted with the person."""
        return [(by, to) for _, by, to in self._db.sql(INTRODUCTIONS)]

    def introduced_by(self, person: int) -> list[tuple[int, bool]]:
        """Who led to somebody, and whether that was told as a fact."""
        return [(by, bool(told)) for by, told in self._db.sql(INTRODUCED, {"person": person})]

    def meetings(self) -> Iterator[tuple[datetime, list[int]]]:
        """When each meeting that was not called off begins, and who takes part, the earliest first."""
        for at, people in self._db.sql(MEETINGS):
            yield instant(at), json.loads(people)

    def thanks(self, span: Span) -> list[tuple[int, datetime]]:
        """Whom one thanked, and when."""
        return [(person, instant(at)) for person, at in self._db.sql(THANKS, _limits(span))]

    def thanks_given(self) -> list[tuple[int, datetime, str, int | None]]:
        """Whom one ever thanked, when, how and for which meeting, the latest first."""
        return [(person, instant(at), how, meeting) for person, at, how, meeting in self._db.sql(THANKS_GIVEN)]

    def promises_kept(self, span: Span) -> list[tuple[int, str, datetime]]:
        """To whom one promised what, and when it was done."""
        return [(person, text, instant(at)) for person, text, at in self._db.sql(KEPT, _limits(span))]

    def accepted(self, span: Span) -> list[int]:
        """The opportunities one accepted then."""
        return [row[0] for row in self._db.sql(ACCEPTED, _limits(span))]


def _limits(span: Span) -> tuple[int, int]:
    return seconds(span[0]), seconds(span[1])


INTRODUCTIONS = """
SELECT at, person_id, other_id FROM fact WHERE type = 'referred' AND other_id IS NOT NULL
UNION ALL
SELECT p.created_at, via.id, p.id FROM person p JOIN person via ON via.ref = p.met_via WHERE p.met_via <> ''
ORDER BY 1, 2, 3
"""
INTRODUCED = """
SELECT DISTINCT person_id, 1 FROM fact WHERE type = 'referred' AND other_id = :person AND person_id IS NOT NULL
UNION ALL
SELECT via.id, 0 FROM person p JOIN person via ON via.ref = p.met_via WHERE p.met_via <> '' AND p.id = :person
"""
MEETINGS = (
    "SELECT m.start_at, json_group_array(a.person_id) FROM meeting m JOIN attendee a ON a.meeting_id = m.id "
    "WHERE m.state NOT IN ('cancelled_by_me', 'cancelled_by_them') GROUP BY m.id ORDER BY m.start_at, m.id"
)
THANKS = (
    "SELECT person_id, at FROM fact WHERE type = 'thanked' AND person_id IS NOT NULL "
    "AND at >= ? AND at < ? ORDER BY at, id"
)
THANKS_GIVEN = (
    "SELECT person_id, at, json_extract(data, '$.how'), meeting_id FROM fact "
    "WHERE type = 'thanked' AND person_id IS NOT NULL ORDER BY at DESC, id DESC"
)
KEPT = (
    "SELECT p.person_id, p.text, f.at FROM fact f JOIN promise p ON p.id = f.promise_id "
    "WHERE f.type = 'promise_kept' AND p.by = 'me' AND f.at >= ? AND f.at < ? ORDER BY f.at, f.id"
)
ACCEPTED = (
    "SELECT DISTINCT opportunity_id FROM fact WHERE type = 'opportunity' "
    "AND json_extract(data, '$.state') = 'accepted' AND at >= ? AND at < ? ORDER BY at, id"
)
