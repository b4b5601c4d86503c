"""Works out what an import would do: every entry against everyone here and everyone met earlier in the same import.

First all entries are taken in. Only those who share a key with somebody need then be compared; all others are new, and
of a hundred thousand of them nothing but a few numbers stays in memory.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from itertools import islice

from otnet_desktop.domain.duplicates.carriers import Carriers
from otnet_desktop.domain.duplicates.finding import LARGEST_BLOCK
from otnet_desktop.domain.people import Status
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.domain.trash import GoneClosed
from otnet_desktop.exchange.report import Incoming, Rejected, Remark
from otnet_desktop.services.import_comparer import Comparer
from otnet_desktop.services.import_plan import Fate, FilePlan, ImportPlan, PlannedEntry
from otnet_desktop.store.store import Store

STAYS_CLOSED = {
    Status.DO_NOT_CONTACT: "asked not to be contacted before they were deleted here; that stays.",
    Status.DECEASED: "was recorded here as having died before they were deleted; that stays.",
}
"""What is told of somebody new who is not."""

CHUNK = 500
"""Entries compared together."""

ALONE, WITH_OTHERS, WITH_SOMEBODY_HERE = 0, 1, 2
"""Whom an entry shares a key with."""


class Planner:
    """``begin_file`` and ``take`` for each file, then ``decide`` once."""

    def __init__(self, store: Store, plan: ImportPlan) -> None:
        self._store = store
        self._plan = plan
        self._is_anybody_here = store.people.is_anybody_here()
        self._places = array("q")
        self._lines = array("q")
        self._begins: list[tuple[FilePlan, int]] = []
        self._carriers = Carriers()
        """Which entries carry which keys."""
        self._shares = bytearray()
        """With whom each entry shares a key."""
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
                    place, keys = self._plan.spool.put(entry.profile)
                    told.append(keys)
                    self._places.append(place)
                    self._lines.append(entry.line)
        asked = {key for keys in told for key in keys} if self._is_anybody_here else ()
        here = self._store.known_by.with_keys(asked).keys()
        for number, keys in enumerate(told, start=first):
            self._shares.append(ALONE if here.isdisjoint(keys) else WITH_SOMEBODY_HERE)
            if status := self._gone.status_of(keys):
                self._stay_closed[number] = status
            self._carriers.add(number, keys)

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
                decided = comparer.decide(
                    [(self._places[n], bool(self._shares[n] & WITH_SOMEBODY_HERE)) for n in sharing]
                )
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
                    self._shares[number] |= WITH_OTHERS
        return few, crowds


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
            report.told.append(
                Remark(planned.line, sentence("{name}: {evidence}. Left out.", name=name, evidence=planned.evidence))
            )
