"""Making one person of several, at somebody's word: one step to undo, and a backup before the first of a sitting."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.duplicates.marks import keys
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.merge import (
    NO_CHOICES,
    Choices,
    Clash,
    Conflict,
    Side,
    Wording,
    clashes,
    conflicts,
    merged,
    merged_points,
    strictest,
)
from otnet_desktop.domain.originals import Original, read, written
from otnet_desktop.domain.people import ContactState, Person, PersonId, Profile, Status
from otnet_desktop.domain.reminders import Stage
from otnet_desktop.domain.research import Research
from otnet_desktop.services.people import CARRY_WORDS
from otnet_desktop.services.places import join_left
from otnet_desktop.services.steps import Steps
from otnet_desktop.store.backup_files import Reason
from otnet_desktop.store.merging import Merged

A_SITTING = timedelta(hours=1)
"""So long the backup made before a merge will do for the next ones."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who may be one: ``stays`` is who was here first, and where one value must win."""

    stays: Person
    goes: Person
    conflicts: tuple[Conflict, ...]

    @property
    def status(self) -> Status:
        """What they will be: the strictest."""
        return strictest([self.stays.status, self.goes.status])


@dataclass(frozen=True, slots=True)
class Joined:
    """Two who became one: when, and both as they were.

    ``later`` steps stand before the merge can be taken back, which is ``step``; None when it no longer can.
    """

    at: datetime
    stays: Original
    goes: Original
    step: int = 0
    later: int | None = None


@dataclass(frozen=True, slots=True)
class Alike:
    """Two or more who may be one, who was here first before the others, and where one value must win."""

    people: tuple[Person, ...]
    clashes: tuple[Clash, ...]

    @property
    def status(self) -> Status:
        """What they will be: the strictest."""
        return strictest(person.status for person in self.people)


Winners = Mapping[str, PersonId]
"""Whose value is kept, by field; of whom nothing is said, whoever was here first."""


class MergingService:
    """Shows people side by side, and makes one of them."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._store = steps.store

    def pair(self, one: PersonId, other: PersonId) -> Pair:
        """Two people as they are now. Raises NotFound, and BadInput for one and the same."""
        if one == other:
            raise BadInput("This is one person already.", "Choose somebody else.")
        stays, goes = (self._store.people.get(person) for person in sorted((one, other)))
        return Pair(stays, goes, self._told(conflicts(stays.profile, goes.profile)))

    def alike(self, people: Collection[PersonId]) -> Alike:
        """People as they are now. Raises NotFound, and BadInput for fewer than two."""
        if len(set(people)) < 2:
            raise BadInput("This is one person already.", "Choose somebody else.")
        found = tuple(self._store.people.get(person) for person in sorted(set(people)))
        told = (
            replace(clash, values=tuple(self.name_of(ref) if ref else "" for ref in clash.values))
            if clash.field == "met_via"
            else clash
            for clash in clashes([person.profile for person in found])
        )
        return Alike(found, tuple(told))

    def preview(self, pair: Pair, choices: Choices = NO_CHOICES, wording: Wording | None = None) -> Profile:
        """What there will be."""
        return self._merged(pair, choices, wording)[0]

    def merge(self, pair: Pair, choices: Choices = NO_CHOICES, wording: Wording | None = None) -> PersonId:
        """Make one of two. Everything is kept; the strictest status holds. Raises NotFound, NotSaved."""
        sides = {Side.STAYS: pair.stays.id, Side.GOES: pair.goes.id}
        return self.join(list(sides.values()), {field: sides[side] for field, side in choices.items()}, wording)

    def join(
        self, people: Collection[PersonId], winners: Winners | None = None, wording: Wording | None = None
    ) -> PersonId:
        """Make one of two or more, in one step. Everything is kept. Raises BadInput, NotFound, NotSaved."""
        now, store = self._steps.clock.now(), self._store
        first, *others = [person.id for person in self.alike(people).people]
        self._back_up(now)
        all_of_them = [first, *others]
        concerned = [*all_of_them, *store.people.beside(all_of_them), *store.facts.referrers_of(others)]
        with self._steps.step("Merge people", concerned, *Room):
            for other in others:
                # As they are by now: somebody may have typed while the backup was made.
                pair = self.pair(first, other)
                won = {field: Side.GOES for field, winner in (winners or {}).items() if winner == other}
                self._make_one(pair, won, wording, now)
                self._steps.look_again([first])
        return first

    def _make_one(self, pair: Pair, choices: Choices, wording: Wording | None, now: datetime) -> None:
        store, stays, goes = self._store, pair.stays, pair.goes
        stood = [store.outlooks.of([person])[person].stage for person in (stays.id, goes.id)]
        profile, research = self._merged(pair, choices, wording)
        reviewed_at = store.merging.reviewed_at([stays.id, goes.id])
        originals = [written(original(person, store.research.of(person.id))) for person in (stays, goes)]
        store.merging.hand_over(stays, goes)
        store.people.save(stays.id, profile, keys(profile), now)
        before = [place.organisation for one in (stays, goes) for place in one.profile.affiliations]
        join_left(store, before, [place.organisation for place in profile.affiliations], now)
        if reviewed_at is not None:
            store.merging.keep_reviewed_at(stays.id, reviewed_at)
        store.research.save_key_points(stays.id, research.key_points, now)
        self._keep_status(pair, now)
        self._keep_reachable(stays.id, profile, stood, now)
        store.merging.log(stays.id, now, *originals)

    def history(self, person: PersonId) -> list[Joined]:
        """The merges that made somebody what they are, the latest first."""
        return [self._read(merged) for merged in self._store.merging.logged(person)]

    def _read(self, merged: Merged) -> Joined:
        step = self._store.journal.step_of("merge_log", merged.id)
        later = None if step is None else self._store.journal.done_since(step)
        return Joined(merged.at, read(merged.stays), read(merged.goes), step or 0, later)

    def _merged(self, pair: Pair, choices: Choices, wording: Wording | None) -> tuple[Profile, Research]:
        stays, goes = pair.stays, pair.goes
        told = [self._store.research.of(person.id) for person in (stays, goes)]
        points, beyond = merged_points(told[0].key_points, told[1].key_points, wording)
        both = [stays.ref, goes.ref]
        first, second = (
            replace(one.profile, met_via="" if one.profile.met_via in both else one.profile.met_via)
            for one in (stays, goes)
        )
        return merged(first, second, choices, wording, beyond), replace(told[0], key_points=points)

    def _told(self, found: tuple[Conflict, ...]) -> tuple[Conflict, ...]:
        """Who introduced them, by name."""
        introduced = (conflict for conflict in found if conflict.field == "met_via")
        named = [replace(one, stays=self.name_of(one.stays), goes=self.name_of(one.goes)) for one in introduced]
        return (*(conflict for conflict in found if conflict.field != "met_via"), *named)

    def name_of(self, ref: str) -> str:
        """Who introduced somebody; the ref where they are here no more."""
        person = self._store.people.id_of(ref)
        return self._store.people.get(person).profile.full_name if person is not None else ref

    def _keep_status(self, pair: Pair, now: datetime) -> None:
        """What either had been closed for holds, though the other's may have been lifted at some later time."""
        person = pair.stays.id
        told = self._store.facts.of_kind(f.StatusSet, [person])
        for status in {pair.stays.status, pair.goes.status} - {Status.ACTIVE}:
            of_it = [fact for fact in told if fact.status is status]
            if not of_it or not all(fact.on for fact in of_it):
                self._store.facts.record(f.StatusSet(pid="", status=status, at=now), person)
        if pair.status is not pair.stays.status:
            self._store.people.set_status(person, pair.status, now)

    def _keep_reachable(self, person: PersonId, profile: Profile, stood: list[Stage], now: datetime) -> None:
        """An address of one that failed is no trouble while one of the other's works."""
        works = any(p.state is ContactState.OK and p.kind in CARRY_WORDS for p in profile.contact_points)
        if works and stood.count(Stage.ADDRESS_PROBLEM) == 1:
            self._store.facts.record(f.ChannelChecked(pid="", ok=True, at=now), person)

    def _back_up(self, now: datetime) -> None:
        made = (b for b in self._store.backups.all() if b.reason is Reason.MERGE and b.note is not None)
        if not any(timedelta() <= now - backup.at < A_SITTING for backup in made):
            self._store.backups.make(Reason.MERGE, now)


def original(person: Person, research: Research) -> Original:
    """Somebody as they are, to be looked at when they are no more."""
    return Original(person.id, person.ref, person.status, person.created_at, person.profile, research.key_points)
