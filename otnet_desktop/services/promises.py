"""Promises both ways, and opportunities with those who help."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.errors import BadInput, NotFound
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.promises import Opportunity, Promise
from otnet_desktop.services.refs import new_ref
from otnet_desktop.services.steps import Steps


class PromisesService:
    """What was offered, and what one applies for."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._store = steps.store

    def of(self, person: PersonId) -> list[Promise]:
        """All promises between me and one person."""
        return self._store.promises.of(person)

    def make(
        self,
        person: PersonId,
        by: f.Side,
        text: str,
        due_on: date | None = None,
        *,
        ref: str = "",
        at: datetime | None = None,
    ) -> str:
        """Note a promise; its ref comes back."""
        ref = ref or new_ref("c")
        with self._steps.step("Note promise", [person], Room.PROMISES):
            promise = self._store.promises.add(ref, person, by, text, due_on)
            self._store.facts.record(
                f.PromiseMade(cid=ref, pid="", by=by, at=at or self._now()), person, promise=promise
            )
        return ref

    def make_with_each(self, people: Sequence[PersonId], by: f.Side, text: str) -> None:
        """The same promise between me and each of several, as one step: each is kept for itself."""
        with self._steps.together("Note promise"):
            for person in people:
                self.make(person, by, text)

    def keep_each(self, refs: Sequence[str]) -> None:
        """Several were kept at once, as one step. Raises NotFound."""
        with self._steps.together("Keep promise"):
            for ref in refs:
                self.keep(ref)

    def keep(self, ref: str, at: datetime | None = None) -> None:
        """A promise was kept, or let go. Raises NotFound."""
        promise = self._store.promises.by_ref(ref)
        if promise is None:
            raise NotFound("That promise is not here any more.")
        with self._steps.step("Keep promise", [promise.person], Room.PROMISES):
            self._store.facts.record(f.PromiseKept(cid=ref, at=at or self._now()), promise.person, promise=promise.id)

    def opportunities_of(self, person: PersonId) -> list[Opportunity]:
        """Opportunities that came through one person, or that they helped with."""
        return self._store.opportunities.of(person)

    def note_opportunity(
        self,
        title: str,
        state: f.OpportunityState,
        *,
        person: PersonId | None = None,
        deadline: date | None = None,
        helpers: Sequence[PersonId] = (),
        ref: str = "",
        at: datetime | None = None,
    ) -> str:
        """Note an opportunity or its new state; its ref comes back. Raises BadInput without a title."""
        if not title.strip() and not ref:
            raise BadInput("The opportunity has no name yet.", "A few words are enough.")
        ref = ref or new_ref("o")
        before = self._store.opportunities.id_of(ref)
        known_people = self._store.opportunities.people_of(before) if before is not None else []
        people = [*([person] if person else []), *helpers, *known_people]
        with self._steps.step("Note opportunity", people, Room.PROMISES):
            known = self._store.opportunities.save(ref, title, person, deadline, helpers)
            # tied to the opportunity alone, which tells through whom it came, so that it outlives that person
            self._store.facts.record(f.OpportunityNoted(oid=ref, state=state, at=at or self._now()), opportunity=known)
        return ref

    def _now(self) -> datetime:
        return self._steps.clock.now()
