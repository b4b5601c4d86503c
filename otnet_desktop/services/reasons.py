"""Why one might write to somebody now, as far as the data tell."""

from __future__ import annotations

from datetime import datetime

from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.reasons import Reason, reason_to_write
from otnet_desktop.services.clock import Clock
from otnet_desktop.store.store import Store


class ReasonsService:
    """Reads; nothing is ever due because of a reason."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of(self, person: PersonId) -> Reason | None:
        """The best reason to write to somebody, if there is one."""
        return reason_for(self._store, person, self._clock.now())


def reason_for(store: Store, person: PersonId, now: datetime) -> Reason | None:
    """The same, for letters."""
    ref = store.people.get(person).ref
    return reason_to_write(ref, store.advice.of(person), store.facts.about([person]), now)
