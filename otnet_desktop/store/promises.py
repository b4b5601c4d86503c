"""Promises and opportunities on disk; that they were made, kept or changed is told by facts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from otnet_desktop.domain.facts import OpportunityState, Side
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.promises import Opportunity, Promise
from otnet_desktop.store import tables as t
from otnet_desktop.store.database import Database
from otnet_desktop.store.rows import day, optional_day


class Promises:
    """Adds and reads promises."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def add(self, ref: str, person: PersonId, by: Side, text: str, due_on: date | None) -> int:
        """Write a promise; the fact that it was made is recorded beside it."""
        return int(
            self._db.run(
                t.Promise.insert(ref=ref, person_id=person, by=by.value, text=text, due_on=optional_day(due_on))
            )
        )

    def by_ref(self, ref: str) -> Promise | None:
        """The promise behind a ref."""
        found = self._read("WHERE p.ref = ?", ref)
        return found[0] if found else None

    def of(self, person: PersonId) -> list[Promise]:
        """All promises between me and one person, oldest first."""
        return self._read("WHERE p.person_id = ?", person)

    def _read(self, where: str, value: int | str) -> list[Promise]:
        kept = "EXISTS (SELECT 1 FROM fact WHERE promise_id = p.id AND type = 'promise_kept')"
        return [
            Promise(row[0], row[1], PersonId(row[2]), Side(row[3]), row[4], day(row[5]), bool(row[6]))
            for row in self._db.sql(
                f"SELECT p.id, p.ref, p.person_id, p.by, p.text, p.due_on, {kept} FROM promise p {where} ORDER BY p.id",
                (value,),
            )
        ]


class Opportunities:
    """Adds and reads opportunities."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def save(
        self, ref: str, title: str, person: PersonId | None, deadline: date | None, helpers: Sequence[PersonId]
    ) -> int:
        """Add an opportunity, or complete the one with that ref: what is not said stays."""
        known = self.id_of(ref)
        if known is None:
            known = int(
                self._db.run(
                    t.Opportunity.insert(ref=ref, title=title, person_id=person, deadline=optional_day(deadline))
                )
            )
        else:
            said = {"title": title, "person_id": person, "deadline": optional_day(deadline)}
            said = {name: value for name, value in said.items() if value}
            if said:
                self._db.run(t.Opportunity.update(**said).where(t.Opportunity.id == known))
        for helper in helpers:
            self._db.run(t.Helper.insert(opportunity_id=known, person_id=helper).on_conflict_ignore())
        return known

    def id_of(self, ref: str) -> int | None:
        """The id behind a ref."""
        row = self._db.row(t.Opportunity.select(t.Opportunity.id).where(t.Opportunity.ref == ref))
        return int(row["id"]) if row else None

    def people_of(self, opportunity: int) -> list[PersonId]:
        """The person it came through and those who helped."""
        rows = self._db.sql(
            "SELECT person_id FROM opportunity WHERE id = :o AND person_id IS NOT NULL "
            "UNION SELECT person_id FROM helper WHERE opportunity_id = :o",
            {"o": opportunity},
        )
        return [PersonId(row[0]) for row in rows]

    def write(self, ref: str, told: Opportunity) -> int:
        """Make the row and its helpers say exactly what this value says; its state is told by a fact."""
        columns = {
            "title": told.title.strip(),
            "person_id": told.person,
            "deadline": optional_day(told.deadline),
            "kind": told.kind.strip(),
            "organisation": told.organisation.strip(),
            "url": told.url.strip(),
            "notes": told.notes.strip(),
        }
        known = self.id_of(ref)
        if known is None:
            known = int(self._db.run(t.Opportunity.insert(ref=ref, **columns)))
        else:
            self._db.run(t.Opportunity.update(**columns).where(t.Opportunity.id == known))
        gone = (t.Helper.opportunity_id == known, t.Helper.person_id.not_in(list(told.helpers)))
        self._db.run(t.Helper.delete().where(*gone))
        for helper in told.helpers:
            self._db.run(t.Helper.insert(opportunity_id=known, person_id=helper).on_conflict_ignore())
        return known

    def remove(self, opportunity: int) -> None:
        """Delete it with its helpers and facts."""
        self._db.run(t.Opportunity.delete().where(t.Opportunity.id == opportunity))

    def of(self, person: PersonId) -> list[Opportunity]:
        """Opportunities that came through one person, or that they helped with."""
        return self._read(
            "WHERE o.person_id = :p OR o.id IN (SELECT opportunity_id FROM helper WHERE person_id = :p)", {"p": person}
        )

    def all(self) -> list[Opportunity]:
        """Every opportunity, in the order they were noted."""
        return self._read("", {})

    def _read(self, where: str, values: dict[str, int]) -> list[Opportunity]:
        helpers: dict[int, list[PersonId]] = {}
        for row in self._db.rows(t.Helper.select().order_by(t.Helper.id)):
            helpers.setdefault(row["opportunity_id"], []).append(PersonId(row["person_id"]))
        state = "(SELECT data FROM fact WHERE opportunity_id = o.id AND type = 'opportunity' ORDER BY at DESC, id DESC)"
        rows = self._db.select(f"SELECT o.*, {state} AS told FROM opportunity o {where} ORDER BY o.id", values)
        return [
            Opportunity(
                id=row["id"],
                ref=row["ref"],
                title=row["title"],
                person=PersonId(row["person_id"]) if row["person_id"] is not None else None,
                deadline=day(row["deadline"]),
                state=OpportunityState(json.loads(row["told"])["state"]) if row["told"] else OpportunityState.OPEN,
                helpers=tuple(helpers.get(row["id"], ())),
                kind=row["kind"],
                organisation=row["organisation"],
                url=row["url"],
                notes=row["notes"],
            )
            for row in rows
        ]
