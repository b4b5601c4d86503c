"""Works out what an import would do: every entry against everyone here and everyone met earlier in the same import.

First all entries are taken in. Only those who share a key with somebody need then be compared; all others are new, and
of a hundred thousand of them nothing but a few numbers stays in memory.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from itertools import islice

from otnet_desktop.domain.duplicates.carriers import Carriers, key_number
from otnet_desktop.domain.duplicates.comparing import Clue, Verdict
from otnet_desktop.domain.duplicates.finding import LARGEST_BLOCK
from otnet_desktop.domain.duplicates.marks import Marks, kept, keys_of, marks
from otnet_desktop.domain.duplicates.matching import FEWEST_OF_A_CROWD, Match, match
from otnet_desktop.domain.filling_in import merge_update, says_otherwise
from otnet_desktop.domain.people import PersonId, Profile, Status
from otnet_desktop.domain.trash import GoneClosed
from otnet_desktop.exchange.report import Incoming, Rejected, Remark
from otnet_desktop.services.import_plan import Fate, FilePlan, ImportPlan, PlannedEntry
from otnet_desktop.store.store import Store

UNSURE = (Verdict.LIKELY, Verdict.UNCLEAR)
"""Somebody must say."""

STAYS_CLOSED = {
    Status.DO_NOT_CONTACT: "asked not to be contacted before they were deleted here; that stays.",
    Status.DECEASED: "was recorded here as having died before they were deleted; that stays.",
}
"""What is told of somebody new who is not."""

CHUNK = 500
"""Entries compared together."""


class Planner:
    """``begin_file`` and ``take`` for each file, then ``decide`` once."""

    def __init__(self, store: Store, plan: ImportPlan) -> None:
        self._store = store
        self._plan = plan
        self._places = array("q")
        self._lines = array("q")
        self._begins: list[tuple[FilePlan, int]] = []
        self._carriers = Carriers()
        """Which entries carry which keys."""
        self._shares = bytearray()
        """Which entries share a key with anybody."""
        self._gone = GoneClosed(store.trash.closed())
        self._stay_closed: dict[int, Status] = {}
        """The numbers of entries about somebody who was deleted after they had asked for silence, or died."""

    @property
    def taken(self) -> int:
        """Entries taken in so far."""
        return len(self._places)

    def begin_file(self, file: FilePlan) -> None:
        """What is taken in from now on is of this file."""
        self._begins.append((file, len(self._places)))

    def take(self, chunk: Iterable[Incoming | Rejected | Remark]) -> None:
        """Some entries of the file, in their order."""
        report = self._begins[-1][0].report
        first = len(self._places)
        told: list[tuple[str, ...]] = []
        for entry in chunk:
            match entry:
                case Rejected():
                    report.rejected.append(entry)
                case Remark():
                    report.warnings.append(entry)
                case Incoming():
                    report.warnings += entry.warnings
                    found = keys_of(marks(entry.profile))
                    told.append(found)
                    self._places.append(self._plan.spool.put(entry.profile, kept(found)))
                    self._lines.append(entry.line)
        here = self._store.known_by.with_keys({key for found in told for key in found})
        for number, found in enumerate(told, start=first):
            self._shares.append(any(key in here for key in found))
            if status := self._gone.status_of(found):
                self._stay_closed[number] = status
            self._carriers.add(number, found)

    def decide(self, keep_going: Callable[[], bool] = lambda: True) -> None:
        """Say what each entry would do. Where ``keep_going`` answers no, the rest stays out of the plan."""
        comparer = Comparer(self._store, self._plan, *self._shared_keys())
        ends = [*(begin for _file, begin in self._begins[1:]), len(self._places)]
        for (file, begin), end in zip(self._begins, ends, strict=False):
            comparer.begin_file()
            numbers = iter(range(begin, end))
            while chunk := list(islice(numbers, CHUNK)):
                if not keep_going():
                    return
                sharing = [n for n in chunk if self._shares[n]]
                decided = comparer.decide([(self._places[n], self._plan.spool.get(self._places[n])) for n in sharing])
                for number in chunk:
                    planned = next(decided) if self._shares[number] else self._new(number)
                    planned.line = self._lines[number]
                    planned.stays_closed = self._stay_closed.get(number)
                    file.entries.append(planned)
                    count(file, planned)

    def _new(self, number: int) -> PlannedEntry:
        place = self._places[number]
        return PlannedEntry(0, place, self._plan.spool, Fate.NEW, self._plan.add(place))

    def _shared_keys(self) -> tuple[set[int], set[int]]:
        """The keys of several entries, each of which is marked, and those of a crowd, which tell nobody apart."""
        few: set[int] = set()
        crowds: set[int] = set()
        for key, entries in self._carriers.shared():
            if len(entries) > LARGEST_BLOCK:
                crowds.add(key)
            else:
                few.add(key)
                for number in entries:
                    self._shares[number] = True
        return few, crowds


class Comparer:
    """Decides about entries that share a key with somebody."""

    def __init__(self, store: Store, plan: ImportPlan, shared: set[int], crowds: set[int]) -> None:
        self._store = store
        self._plan = plan
        self._shared = shared
        self._crowds = crowds
        self._newcomers: dict[str, list[int]] = {}
        """Who of this import carries a key that others of it carry too."""
        self._here: dict[str, list[PersonId]] = {}
        self._known: dict[int, Profile] = {}
        self._from_this_file: set[int] = set()

    def begin_file(self) -> None:
        """Two entries of one file that only look alike are two people there, and so they are here."""
        self._from_this_file = set()

    def decide(self, entries: Sequence[tuple[int, Profile]]) -> Iterator[PlannedEntry]:
        """What these would do, each told by its place in the spool."""
        told = [(place, profile, marks(profile)) for place, profile in entries]
        self._here = self._store.known_by.with_keys({key for _, _, mine in told for key in keys_of(mine)})
        near = {person for people in self._here.values() if len(people) <= LARGEST_BLOCK for person in people}
        self._known = {person.id: person.profile for person in self._store.people.many(sorted(near))}
        return (self._decide(place, profile, mine) for place, profile, mine in told)

    def _decide(self, place: int, profile: Profile, mine: Marks) -> PlannedEntry:
        found = self._best_match(mine)
        spool = self._plan.spool
        if found.verdict in UNSURE and found.whom is not None:
            return PlannedEntry(0, place, spool, Fate.UNCLEAR, found.whom, found.clues, found.fitting)
        if found.verdict is Verdict.SAME and found.whom is not None and not self._are_two_there(mine, found.whom):
            return self._update(place, profile, found.whom, found.clues)
        number = self._plan.add(place)
        self._remember(number, mine)
        self._from_this_file.add(number)
        return PlannedEntry(0, place, spool, Fate.NEW, number)

    def _are_two_there(self, mine: Marks, whom: int) -> bool:
        """Two entries of one address book, each with an id: whether they are one is not for us to say."""
        if whom not in self._from_this_file or not mine.uids:
            return False
        theirs = {*marks(self._as_known(whom)).uids}
        return bool(theirs) and theirs.isdisjoint(mine.uids)

    def _best_match(self, mine: Marks) -> Match[int]:
        candidates: set[int] = set()
        of_many: set[str] = set()
        for key in keys_of(mine):
            carriers = [*self._here.get(key, ()), *self._newcomers.get(key, ())]
            if len(carriers) + 1 >= FEWEST_OF_A_CROWD or key_number(key) in self._crowds:
                of_many.add(key)
            if len(carriers) <= LARGEST_BLOCK:
                candidates.update(carriers)
        known = [(number, marks(self._as_known(number))) for number in sorted(candidates)]
        found = match(mine, known, of_many)
        if found.verdict in UNSURE and not self._from_this_file.isdisjoint(candidates):
            found = match(mine, [one for one in known if one[0] not in self._from_this_file], of_many)
        return found

    def _as_known(self, number: int) -> Profile:
        """Somebody as they are by now: of this import, or here."""
        return self._plan.changed(number) or self._known[number]

    def _update(self, place: int, profile: Profile, whom: int, clues: tuple[Clue, ...]) -> PlannedEntry:
        before = self._as_known(whom)
        after = merge_update(before, profile)
        adds, otherwise = differing(before, after), says_otherwise(before, profile)
        fate = Fate.UPDATE if adds else Fate.SAME
        if adds:
            self._plan.change(whom, after)
            self._remember(whom, marks(after))
        return PlannedEntry(0, place, self._plan.spool, fate, whom, clues, adds=adds, differs=otherwise)

    def _remember(self, number: int, mine: Marks) -> None:
        for key in keys_of(mine):
            if key_number(key) in self._shared:
                carriers = self._newcomers.setdefault(key, [])
                if number not in carriers and len(carriers) <= LARGEST_BLOCK:
                    carriers.append(number)


def count(file: FilePlan, planned: PlannedEntry) -> None:
    """Enter a planned entry in the account of its file."""
    report = file.report
    match planned.fate:
        case Fate.NEW:
            report.created += 1
            if planned.stays_closed:
                told = f"{planned.incoming.full_name}: {STAYS_CLOSED[planned.stays_closed]}"
                report.told.append(Remark(planned.line, told))
        case Fate.UPDATE:
            report.updated += 1
        case Fate.SAME:
            report.unchanged += 1
        case Fate.UNCLEAR:
            report.unclear += 1
            name = planned.incoming.full_name
            report.told.append(Remark(planned.line, f"{name}: {planned.evidence}. Left out."))


def differing(before: Profile, after: Profile) -> tuple[str, ...]:
    """The names of the fields in which two profiles differ."""
    return tuple(f.name for f in fields(Profile) if getattr(before, f.name) != getattr(after, f.name))
