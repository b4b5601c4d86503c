"""The facts about some people or everyone, gathered from their tables, and new facts written down."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, cast

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.people import PersonId
from otnet_desktop.store import tables as t
from otnet_desktop.store.database import Database
from otnet_desktop.store.fact_rows import FORMS, FactRow, Names, pack, unpack, unpacked
from otnet_desktop.store.rows import day, instant, seconds

Kind = TypeVar("Kind", bound=f.Fact)

REFERRERS = """
SELECT DISTINCT person_id FROM fact
WHERE other_id IN (SELECT value FROM json_each(?)) AND person_id IS NOT NULL
"""


class Facts:
    """Writes facts and gathers those the rules need."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def record(  # noqa: PLR0913 - a fact may be tied to rows of all these kinds
        self,
        fact: f.Fact,
        person: int | None = None,
        *,
        other: int | None = None,
        meeting: int | None = None,
        promise: int | None = None,
        opportunity: int | None = None,
        message: int | None = None,
        absent: Mapping[str, int] | None = None,
    ) -> int:
        """Write one fact down, tied to the rows it is about. ``absent`` maps refs in an outcome to ids."""
        kind, data = pack(fact, absent or {})
        columns = {
            "at": seconds(fact.at),
            "type": kind,
            "person_id": person,
            "other_id": other,
            "meeting_id": meeting,
            "promise_id": promise,
            "opportunity_id": opportunity,
            "message_id": message,
            "data": json.dumps(data, separators=(",", ":")),
        }
        return self._db.insert("fact", columns)

    def forget(self, fact: int) -> None:
        """Take one fact back."""
        self._db.run(t.Fact.delete().where(t.Fact.id == fact))

    def referrers_of(self, people: Sequence[PersonId]) -> list[PersonId]:
        """Who pointed me to any of these people: what happens here may matter there."""
        rows = self._db.sql(REFERRERS, (json.dumps(list(people)),))
        return [PersonId(row[0]) for row in rows]

    def everything(self) -> list[f.Fact]:
        """All facts about everyone."""
        return self._gather(SCOPE.format(asked="SELECT id FROM person"), ())

    def about(self, people: Sequence[PersonId]) -> list[f.Fact]:
        """What the rules need for these people: their facts, and the meetings of those they pointed me to."""
        return self._gather(SCOPE.format(asked="SELECT value FROM json_each(?)"), (json.dumps(list(people)),))

    def of_kind(self, kind: type[Kind], people: Sequence[PersonId]) -> list[Kind]:
        """Facts of one kind that are told of these people themselves: for a glance, as one may have met for years."""
        asked = json.dumps(list(people))
        rows = self._db.sql(OF_KIND, (asked, FORMS[kind].name)).fetchall()
        talks = json.dumps([row[5] for row in rows if row[5] is not None])
        names = Names(
            people=dict(
                self._db.sql("SELECT id, ref FROM person WHERE id IN (SELECT value FROM json_each(?))", (asked,))
            ),
            meetings=dict(
                self._db.sql("SELECT id, ref FROM meeting WHERE id IN (SELECT value FROM json_each(?))", (talks,))
            ),
            formats={},
            promises={},
            opportunities={},
            attendees={},
            joined={},
        )
        return [cast("Kind", unpack(row_value(row), names)) for row in rows]

    def _gather(self, scope: str, asked: tuple[str, ...]) -> list[f.Fact]:
        names = self._names(scope, asked)
        facts = [unpack(row_value(row), names) for row in self._db.sql(scope + FACTS, asked)]
        return facts + self._from_tables(scope, asked)

    def _from_tables(self, scope: str, asked: tuple[str, ...]) -> list[f.Fact]:
        """Facts that are told by a row of their own: people, purposes, key points and drafts."""
        facts: list[f.Fact] = []
        for ref, at in self._db.sql(scope + "SELECT ref, created_at FROM person WHERE id IN asked", asked):
            facts.append(f.PersonAdded(pid=ref, at=instant(at)))
        for ref, kind, gate, at in self._db.sql(scope + PURPOSES, asked):
            facts.append(f.PurposeSet(pid=ref, kind=kind, gate=f.Gate(gate), at=instant(at)))
        for ref, at in self._db.sql(scope + KEY_POINTS, asked):
            facts.append(f.KeyPointNoted(pid=ref, at=instant(at)))
        for ref, at in self._db.sql(scope + DRAFTS, asked):
            facts.append(f.DraftSaved(pid=ref, at=instant(at)))
        return facts

    def _names(self, scope: str, asked: tuple[str, ...]) -> Names:
        attendees: dict[int, tuple[int, ...]] = {}
        for meeting, person in self._db.sql(scope + ATTENDEES, asked):
            attendees[meeting] = (*attendees.get(meeting, ()), person)
        joined: dict[int, frozenset[int]] = {}
        for meeting, person in self._db.sql(scope + JOINED, asked):
            joined[meeting] = joined.get(meeting, frozenset()) | {person}
        helpers: dict[int, list[int]] = {}
        for opportunity, person in self._db.sql(scope + HELPERS, asked):
            helpers.setdefault(opportunity, []).append(person)
        people = dict(self._db.sql(scope + REFS, asked).fetchall())
        meetings = self._db.sql(scope + "SELECT id, ref, format FROM meeting WHERE id IN talks", asked).fetchall()
        return Names(
            people=people,
            meetings={number: ref for number, ref, _format in meetings},
            formats={number: f.MeetingFormat(told) for number, _ref, told in meetings},
            promises={
                number: f.PromiseMade(
                    cid=ref, pid=people[person], by=f.Side(by), text=text, due_on=day(due_on), at=NO_TIME
                )
                for number, ref, person, by, text, due_on in self._db.sql(scope + PROMISES, asked)
            },
            opportunities={
                number: f.OpportunityNoted(
                    oid=ref,
                    pid=people.get(person, ""),
                    title=title,
                    deadline=day(deadline),
                    helpers=tuple(people[p] for p in helpers.get(number, ())),
                    state=f.OpportunityState.OPEN,
                    at=NO_TIME,
                )
                for number, ref, person, title, deadline in self._db.sql(scope + OPPORTUNITIES, asked)
            },
            attendees=attendees,
            joined=joined,
        )


def row_value(row: tuple[Any, ...]) -> FactRow:
    """A row of ``COLUMNS``."""
    number, at, kind, person, other, meeting, promise, opportunity, data = row
    return FactRow(number, instant(at), kind, person, other, meeting, promise, opportunity, unpacked(data))


NO_TIME = instant(0)
"""What a promise or opportunity carries before the fact that tells its time is read."""

SCOPE = """
WITH asked (id) AS ({asked}),
near (id) AS (
    SELECT id FROM asked
    UNION SELECT other_id FROM fact WHERE person_id IN asked AND other_id IS NOT NULL
),
talks (id) AS (SELECT meeting_id FROM attendee WHERE person_id IN near),
chances (id) AS (
    SELECT id FROM opportunity WHERE person_id IN asked
    UNION SELECT opportunity_id FROM helper WHERE person_id IN asked
)
"""
"""Who is asked about; with whom they put me in touch; which meetings and opportunities that concerns."""

COLUMNS = "id, at, type, person_id, other_id, meeting_id, promise_id, opportunity_id, data"
FACTS = f"""
SELECT {COLUMNS} FROM fact WHERE person_id IN asked
UNION SELECT {COLUMNS} FROM fact WHERE meeting_id IN talks
UNION SELECT {COLUMNS} FROM fact WHERE opportunity_id IN chances
"""
OF_KIND = f"SELECT {COLUMNS} FROM fact WHERE person_id IN (SELECT value FROM json_each(?)) AND type = ?"
OF_ASKED = "x JOIN person ON person.id = x.person_id WHERE x.person_id IN asked"
PURPOSES = f"SELECT ref, kind, gate, set_at FROM purpose {OF_ASKED}"
KEY_POINTS = f"SELECT ref, noted_at FROM key_point {OF_ASKED}"
DRAFTS = f"SELECT ref, saved_at FROM message {OF_ASKED} AND state IN ('draft', 'handed_over')"
ATTENDEES = "SELECT meeting_id, person_id FROM attendee WHERE meeting_id IN talks ORDER BY id"
JOINED = "SELECT meeting_id, person_id FROM fact WHERE type = 'joined' AND meeting_id IN talks"
HELPERS = "SELECT opportunity_id, person_id FROM helper WHERE opportunity_id IN chances ORDER BY id"
PROMISES = "SELECT id, ref, person_id, by, text, due_on FROM promise WHERE person_id IN asked"
OPPORTUNITIES = "SELECT id, ref, person_id, title, deadline FROM opportunity WHERE id IN chances"
REFS = """
SELECT id, ref FROM person WHERE id IN near
UNION SELECT person.id, ref FROM person JOIN attendee ON person_id = person.id WHERE meeting_id IN talks
UNION SELECT person.id, ref FROM person JOIN helper ON person_id = person.id WHERE opportunity_id IN chances
UNION SELECT person.id, person.ref FROM person JOIN opportunity ON person_id = person.id WHERE opportunity.id IN chances
"""
