"""The entries of an import preview by number: all there are of every file, or those of one state.

Public: ``ImportRow`` (one entry of a file, or a remark about it) and ``Entries(plan)`` with ``numbers(state)``,
``row(number)``, ``counts()`` and ``unclear(numbers)``. Rows are made only when they are wanted, so that a hundred
thousand entries open, and are all chosen, as quickly as ten.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from otnet_desktop.exchange.report import Rejected, Remark
from otnet_desktop.services.import_plan import Fate, FilePlan, ImportPlan, PlannedEntry
from otnet_desktop.ui.exchange.import_words import State

translate = QCoreApplication.translate

LINE = attrgetter("line")
FATE = attrgetter("fate")


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One entry, planned or refused, with what is remarked about it; or a remark, and the entry it is about."""

    path: str
    entry: PlannedEntry | Rejected | Remark
    remarks: tuple[str, ...] = ()
    about: PlannedEntry | None = None

    @property
    def state(self) -> State:
        """What it would do."""
        match self.entry:
            case Rejected():
                return State.REFUSED
            case Remark():
                return State.REMARK
        return State(self.entry.fate.value)

    @property
    def name(self) -> str:
        """Who it is; of what was refused, what stood there."""
        match self.entry:
            case Rejected():
                return self.entry.text
            case Remark():
                return self.about.incoming.full_name if self.about else ""
        return self.entry.incoming.full_name

    @property
    def place(self) -> str:
        """Where they work, or where in the file something was refused or remarked."""
        if isinstance(self.entry, PlannedEntry):
            return self.entry.incoming.current.organisation
        file = Path(self.path).name
        if self.entry.line <= 0:
            return file
        return translate("Import", "{file}, line {line}").format(file=file, line=self.entry.line)


class FileEntries:
    """What one file holds, in this order: planned entries, what was refused, remarks; each by their lines."""

    def __init__(self, file: FilePlan) -> None:
        self._path = file.report.path
        self.planned: Sequence[PlannedEntry] = file.entries
        self._rejected = sorted(file.report.rejected, key=LINE)
        self._remarks = sorted(file.report.warnings, key=LINE)
        self.ends = list(accumulate((len(self.planned), len(self._rejected), len(self._remarks))))

    def row(self, number: int) -> ImportRow:
        """The entry or remark of that number."""
        planned, entries, _all = self.ends
        if number < planned:
            entry = self.planned[number]
            return ImportRow(self._path, entry, self._remarks_about(entry))
        if number < entries:
            return ImportRow(self._path, self._rejected[number - planned])
        remark = self._remarks[number - entries]
        return ImportRow(self._path, remark, about=self._entry_with(remark.line))

    def _remarks_about(self, entry: PlannedEntry) -> tuple[str, ...]:
        """They stand on its lines."""
        if not self._remarks:
            return ()
        following = (self.planned, self._rejected)
        begins = (part[at].line for part in following if (at := bisect_right(part, entry.line, key=LINE)) < len(part))
        first = bisect_left(self._remarks, entry.line, key=LINE)
        end = min((bisect_left(self._remarks, line, key=LINE) for line in begins), default=len(self._remarks))
        return tuple(remark.text for remark in self._remarks[first:end])

    def _entry_with(self, line: int) -> PlannedEntry | None:
        """The entry that line belongs to; none before the first, and in what was refused."""
        at, refused = (bisect_right(part, line, key=LINE) for part in (self.planned, self._rejected))
        entry = self.planned[at - 1] if at else None
        return None if entry is not None and refused and self._rejected[refused - 1].line > entry.line else entry


class Entries:
    """Those of all files; a number is a place in them."""

    def __init__(self, plan: ImportPlan) -> None:
        self._files = [FileEntries(file) for file in plan.files]
        self._begins = list(accumulate((file.ends[-1] for file in self._files), initial=0))

    def row(self, number: int) -> ImportRow:
        """The row of that number."""
        place = bisect_right(self._begins, number) - 1
        return self._files[place].row(number - self._begins[place])

    def counts(self) -> Counter[State]:
        """How many there are of each state."""
        found = Counter[State]()
        for file in self._files:
            planned, entries, everything = file.ends
            found.update({State(fate.value): count for fate, count in Counter(map(FATE, file.planned)).items()})
            found.update({State.REFUSED: entries - planned, State.REMARK: everything - entries})
        return found

    def numbers(self, state: State | None) -> Sequence[int]:
        """Those of one state, or of all entries, refused ones included."""
        found: list[int] = []
        for begin, file in zip(self._begins, self._files, strict=False):
            planned, entries, everything = file.ends
            match state:
                case None:
                    found += range(begin, begin + entries)
                case State.REFUSED:
                    found += range(begin + planned, begin + entries)
                case State.REMARK:
                    found += range(begin + entries, begin + everything)
                case _:
                    fate = Fate(state.value)
                    found += [begin + nth for nth, entry in enumerate(file.planned) if entry.fate is fate]
        return found

    def unclear(self, numbers: Sequence[int]) -> Iterator[PlannedEntry]:
        """Those of them that nobody can tell by themselves."""
        for number in sorted({*numbers}.intersection(self.numbers(State.UNCLEAR))):
            entry = self.row(number).entry
            assert isinstance(entry, PlannedEntry)
            yield entry
