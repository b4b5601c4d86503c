"""The trash: who lies there and until when, and the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from otnet_desktop.domain.people import PersonId
from otnet_desktop.exchange.matching import keys
from otnet_desktop.services.people import SHOWN_WITH_PEOPLE
from otnet_desktop.services.refs import new_uid
from otnet_desktop.services.steps import Steps
from otnet_desktop.store.trash import Trashed, TrashId


class TrashService:
    """Shows whoever was deleted, and restores them."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._store = steps.store

    def all(self) -> list[Trashed]:
        """Everybody in the trash, who was deleted last first."""
        return self._store.trash.all()

    def count(self) -> int:
        """How many lie there."""
        return self._store.trash.count()

    def restore(self, heads: Sequence[TrashId]) -> list[PersonId]:
        """Bring people back as they were, into what is there by now. Raises NotFound for one who is not there."""
        away = {trashed.person: trashed.deleted_at for trashed in self._store.trash.of(heads)}
        people = list(away)
        title = "Restore person" if len(people) == 1 else "Restore people"
        with self._steps.together(title), self._steps.step(title, people, *SHOWN_WITH_PEOPLE):
            returning = self._store.trash.give_back(heads)
            for meeting in sorted(returning.meetings):
                self._store.meetings.settle(meeting)
            self._renew_ids(away)
            self._steps.look_again([*self._store.facts.referrers_of(people), *self._store.people.beside(people)])
        return returning.people

    def _renew_ids(self, away: Mapping[PersonId, datetime]) -> None:
        """Whose card was imported again meanwhile is somebody of their own now: two cards never share an id."""
        for person in self._store.people.many(self._store.people.whose_card_came_again(away)):
            profile = replace(person.profile, uid=new_uid(person.ref))
            self._store.people.save(person.id, profile, tuple(keys(profile)), person.changed_at)
