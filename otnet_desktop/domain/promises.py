"""What was offered, and what one applies for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from otnet_desktop.domain.facts import OpportunityState, Side
from otnet_desktop.domain.people import PersonId


@dataclass(frozen=True, slots=True)
class Promise:
    """Something offered by me or by them; ``kept`` once it was done or let go."""

    id: int
    ref: str
    person: PersonId
    by: Side
    text: str
    due_on: date | None = None
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A placement, award or job, the person it came through, and those who helped."""

    id: int
    ref: str
    title: str
    person: PersonId | None = None
    deadline: date | None = None
    state: OpportunityState = OpportunityState.OPEN
    helpers: tuple[PersonId, ...] = ()
    kind: str = ""
    organisation: str = ""
    url: str = ""
    notes: str = ""

    @property
    def is_open(self) -> bool:
        """Whether something can still be done about it."""
        return self.state not in OVER


OVER = frozenset({OpportunityState.ACCEPTED, OpportunityState.DECLINED, OpportunityState.CLOSED})
"""States after which nothing is left to do but to tell."""
