"""What an import would do, worked out before anything changes.

Every entry of a file is compared with everyone here and with everyone met earlier in the same import. What cannot be
told apart is left out until somebody says (``Choice``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum

from otnet_desktop.domain.duplicates.comparing import Verdict
from otnet_desktop.domain.duplicates.marks import keys_of, marks
from otnet_desktop.domain.duplicates.matching import Match, match
from otnet_desktop.domain.filling_in import merge_update
from otnet_desktop.domain.people import PersonId, Profile
from otnet_desktop.exchange.report import FileReport, Incoming, Rejected, Remark
from otnet_desktop.store.store import Store

UNSURE = (Verdict.LIKELY, Verdict.UNCLEAR)
"""Somebody must say."""


class Fate(StrEnum):
    """What an entry would do."""

    NEW = "new"
    UPDATE = "update"
    SAME = "same"
    UNCLEAR = "unclear"


class Choice(StrEnum):
    """What somebody says about an unclear entry."""

    LEAVE_OUT = "leave_out"
    AS_NEW = "as_new"
    SAME_PERSON = "same_person"


@dataclass(slots=True)
class PlannedEntry:
    """One entry: ``incoming`` is what the file says, ``profile`` what would be kept after it.

    ``whom`` is whom it is, or may be, about; negative for somebody of this import. ``adds`` names the fields of
    ``Profile`` that would differ for somebody who is here already.
    """

    line: int
    fate: Fate
    incoming: Profile
    profile: Profile
    whom: int
    evidence: str = ""
    adds: tuple[str, ...] = ()
    choice: Choice = Choice.LEAVE_OUT

    @property
    def comes_in(self) -> bool:
        """Whether this entry is left out no longer."""
        return self.fate is not Fate.UNCLEAR or self.choice is not Choice.LEAVE_OUT


@dataclass(slots=True)
class FilePlan:
    """One file: the account to show, and what its entries would do."""

    report: FileReport
    entries: list[PlannedEntry] = field(default_factory=list)


@dataclass(slots=True)
class ImportPlan:
    """Several files, and everyone as they would be afterwards: newcomers by negative numbers, others by their id."""

    files: list[FilePlan] = field(default_factory=list)
    newcomers: dict[int, Profile] = field(default_factory=dict)
    updates: dict[PersonId, Profile] = field(default_factory=dict)

    def entries(self) -> Iterator[PlannedEntry]:
        """Every entry of every file."""
        for file in self.files:
            yield from file.entries

    @property
    def changes_anything(self) -> bool:
        """Whether carrying it out would change anything."""
        return bool(self.newcomers or self.updates) or any(
            entry.fate is Fate.UNCLEAR and entry.comes_in for entry in self.entries()
        )


class Planner:
    """Decides about entries, chunk by chunk."""

    def __init__(self, store: Store, plan: ImportPlan) -> None:
        self._store = store
        self._plan = plan
        self._known: dict[int, Profile] = {}
        self._by_key: dict[str, set[int]] = {}
        self._from_this_file: set[int] = set()

    def begin_file(self) -> None:
        """Two entries of one file that only look alike are two people there, and so they are here."""
        self._from_this_file = set()

    def take(self, file: FilePlan, chunk: Iterable[Incoming | Rejected | Remark]) -> None:
        """Plan some entries of a file."""
        incoming: list[Incoming] = []
        for entry in chunk:
            match entry:
                case Rejected():
                    file.report.rejected.append(entry)
                case Remark():
                    file.report.warnings.append(entry)
                case Incoming():
                    incoming.append(entry)
        self._look_up(incoming)
        for entry in incoming:
            file.report.warnings += entry.warnings
            planned = self._decide(entry)
            file.entries.append(planned)
            count(file.report, planned)

    def _look_up(self, incoming: Sequence[Incoming]) -> None:
        """Fetch everyone who shares a key with any of these entries."""
        wanted = {key for entry in incoming for key in keys_of(marks(entry.profile))} - self._by_key.keys()
        found = self._store.known_by.with_keys(wanted)
        for key in wanted:
            self._by_key[key] = set(found.get(key, ()))
        missing = {person for people in found.values() for person in people} - self._known.keys()
        for person in self._store.people.many(sorted(missing)):
            self._known[person.id] = person.profile

    def _decide(self, entry: Incoming) -> PlannedEntry:
        found = self._best_match(entry.profile)
        if found.verdict in UNSURE and found.whom is not None:
            return PlannedEntry(entry.line, Fate.UNCLEAR, entry.profile, entry.profile, found.whom, found.evidence)
        if found.verdict is Verdict.SAME and found.whom is not None:
            return self._update(entry, found.whom, found.evidence)
        number = -1 - len(self._plan.newcomers)
        self._plan.newcomers[number] = entry.profile
        self._remember(number, entry.profile)
        self._from_this_file.add(number)
        return PlannedEntry(entry.line, Fate.NEW, entry.profile, entry.profile, number)

    def _best_match(self, profile: Profile) -> Match[int]:
        candidates = {person for key in keys_of(marks(profile)) for person in self._by_key.get(key, ())}
        found = match(profile, [(person, self._known[person]) for person in sorted(candidates)])
        if found.verdict in UNSURE:
            others = sorted(candidates - self._from_this_file)
            found = match(profile, [(person, self._known[person]) for person in others])
        return found

    def _update(self, entry: Incoming, whom: int, evidence: str) -> PlannedEntry:
        before = self._known[whom]
        after = merge_update(before, entry.profile)
        if after == before:
            return PlannedEntry(entry.line, Fate.SAME, entry.profile, before, whom, evidence)
        self._remember(whom, after)
        if whom < 0:
            self._plan.newcomers[whom] = after
        else:
            self._plan.updates[PersonId(whom)] = after
        adds = differing(before, after)
        return PlannedEntry(entry.line, Fate.UPDATE, entry.profile, after, whom, evidence, adds)

    def _remember(self, number: int, profile: Profile) -> None:
        self._known[number] = profile
        for key in keys_of(marks(profile)):
            self._by_key.setdefault(key, set()).add(number)


def count(report: FileReport, planned: PlannedEntry) -> None:
    """Enter a planned entry in the account of its file."""
    match planned.fate:
        case Fate.NEW:
            report.created += 1
        case Fate.UPDATE:
            report.updated += 1
        case Fate.SAME:
            report.unchanged += 1
        case Fate.UNCLEAR:
            report.unclear += 1
            report.warnings.append(Remark(planned.line, f"{planned.profile.full_name}: {planned.evidence}. Left out."))


def differing(before: Profile, after: Profile) -> tuple[str, ...]:
    """The names of the fields in which two profiles differ."""
    return tuple(f.name for f in fields(Profile) if getattr(before, f.name) != getattr(after, f.name))
