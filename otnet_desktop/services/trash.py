"""The trash: who lies there and until when, and the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.duplicates.marks import keys
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.trash import Reckoning, Trashed, TrashId
from otnet_desktop.services.people import SHOWN_WITH_PEOPLE
from otnet_desktop.services.refs import new_uid
from otnet_desktop.services.steps import Steps

RECKONING = "trash_reckoning"
"""Which time it was at the last look; a setting of the data, and none of the user's."""

EVERYBODY = -1
"""No limit, as SQLite says it."""


class TrashService:
    """Shows whoever was deleted, and restores them."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._store = steps.store

    def all(self, text: str = "", most: int = EVERYBODY) -> list[Trashed]:
        """Everybody in the trash, or those of that name, who was deleted last first; all of them, or so many."""
        return self._store.trash.all(text, most)

    def of(self, heads: Sequence[TrashId]) -> list[Trashed]:
        """These of them. Raises NotFound for one who is not there."""
        return self._store.trash.of(heads)

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

    def delete_for_good(self, heads: Sequence[TrashId]) -> None:
        """Delete people so that no undo and no restoring brings them back. Raises NotFound for one who is not there.

        Steps up to their deletion can no longer be taken back. ``wipe`` must follow.
        """
        self._forget(self._store.trash.of(heads))

    def purge(self) -> int:
        """Whoever was here for thirty days goes for good; how many those are. After a leap of the clock it waits."""
        old = self._store.trash.older_than(self._reckon())
        if old:
            self._forget(old)
        return len(old)

    def _reckon(self) -> datetime:
        now, kept = self._steps.clock.now(), self._store.preferences.get(RECKONING)
        if kept:
            believed, leapt_to = kept
            before = Reckoning(datetime.fromisoformat(believed), datetime.fromisoformat(leapt_to) if leapt_to else None)
        else:
            newest = self._store.journal.newest()
            before = Reckoning(newest.at if newest else now)
        reckoning = before.at(now)
        if reckoning != before or not kept:
            told = [str(instant or "") for instant in (reckoning.believed, reckoning.leapt_to)]
            with self._store.transaction():
                self._store.preferences.set(RECKONING, told)
        return reckoning.believed

    def wipe(self) -> bool:
        """Leave nothing of them in the data file; whether that is done (whoever saves goes first). For a worker."""
        return not self._store.wiping.is_owed() or self._store.wiping.wipe()

    def stop_wiping(self) -> None:
        """The program ends: what is owed is done at the next start."""
        self._store.database.stop_the_patient()

    def _forget(self, going: Sequence[Trashed]) -> None:
        heads = [trashed.id for trashed in going]
        with self._store.transaction():
            self._store.journal.seal(heads)
            self._store.trash.forget(heads)
            self._store.notices.forget([trashed.ref for trashed in going])
            self._store.wiping.owe(self._steps.clock.now())
        self._steps.announce(Changed(frozenset({Room.PEOPLE})))

    def _renew_ids(self, away: Mapping[PersonId, datetime]) -> None:
        """Whose card was imported again meanwhile is somebody of their own now: two cards never share an id."""
        for person in self._store.people.many(self._store.people.whose_card_came_again(away)):
            profile = replace(person.profile, uid=new_uid(person.ref))
            self._store.people.save(person.id, profile, keys(profile), person.changed_at)
