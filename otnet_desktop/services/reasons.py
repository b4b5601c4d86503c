"""Why one might write to somebody now, as far as the data tell."""

from __future__ import annotations

from otnet_desktop.domain.facts import JobMoved, Sent, Thanked
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.reasons import Reason, reason_to_write
from otnet_desktop.services.steps import Steps


class ReasonsService:
    """Reads; nothing is ever due because of a reason."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps

    def of(self, person: PersonId) -> Reason | None:
        """The best reason to write to somebody, if there is one."""
        return reason_for(self._steps, person)


def reason_for(steps: Steps, person: PersonId) -> Reason | None:
    """The same, for letters."""
    store, now = steps.store, steps.clock.now().astimezone(steps.timing().zone)
    ref, points = store.people.get(person).ref, store.research.of(person).key_points
    told = [fact for kind in (Sent, Thanked, JobMoved) for fact in store.facts.of_kind(kind, [person])]
    return reason_to_write(ref, store.advice.of(person), told, points, now)
