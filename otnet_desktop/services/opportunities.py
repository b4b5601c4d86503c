"""Opportunities as one edits them: a post, a placement, an award, through whom it came and who helps."""

from __future__ import annotations

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.promises import Opportunity
from otnet_desktop.services.refs import new_ref
from otnet_desktop.services.steps import Steps


class OpportunitiesService:
    """Writes an opportunity whole; ``PromisesService.note_opportunity`` completes one by what a fact tells."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._store = steps.store

    def all(self) -> list[Opportunity]:
        """Every opportunity: what is still open first, the nearer deadline first."""
        return sorted(self._store.opportunities.all(), key=_urgency)

    def by_ref(self, ref: str) -> Opportunity | None:
        """The opportunity of that ref, if it is here."""
        return next((one for one in self._store.opportunities.all() if one.ref == ref), None)

    def write(self, told: Opportunity) -> str:
        """Keep an opportunity exactly as told, a new one without a ref; its ref comes back. Raises BadInput.

        A state that changed is a fact, so that reminders follow: deadlines, and news for those who helped.
        """
        if not told.title.strip():
            raise BadInput("The opportunity has no name yet.", "A few words are enough.")
        ref = told.ref or new_ref("o")
        before = self.by_ref(ref)
        concerned = {*told.helpers, *(before.helpers if before else ())}
        concerned |= {one.person for one in (told, before) if one is not None and one.person is not None}
        with self._steps.step("Edit opportunity" if before else "Note opportunity", sorted(concerned), Room.PROMISES):
            known = self._store.opportunities.write(ref, told)
            if before is None or before.state is not told.state:
                fact = f.OpportunityNoted(oid=ref, state=told.state, at=self._steps.clock.now())
                self._store.facts.record(fact, opportunity=known)
        return ref

    def remove(self, ref: str) -> None:
        """Take an opportunity out, with what is due because of it."""
        known = self.by_ref(ref)
        if known is None:
            return
        concerned = {*known.helpers, *([known.person] if known.person else [])}
        with self._steps.step("Take out opportunity", sorted(concerned), Room.PROMISES):
            self._store.opportunities.remove(known.id)


def _urgency(one: Opportunity) -> tuple[bool, bool, str, int]:
    deadline = one.deadline.isoformat() if one.deadline else ""
    return not one.is_open, not deadline, deadline, one.id
