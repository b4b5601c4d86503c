"""Bringing people in: first a plan of what each entry would do, then everything in one step or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.people import PersonId, Profile
from otnet_desktop.exchange.matching import Match, Verdict, keys, match
from otnet_desktop.exchange.merging import merge_update
from otnet_desktop.exchange.reading import read_people
from otnet_desktop.exchange.recognise import REFUSALS, FileFormat, recognise
from otnet_desktop.exchange.report import FileReport, Incoming, Rejected, Remark
from otnet_desktop.services.refs import new_ref, new_uid
from otnet_desktop.services.steps import Steps
from otnet_desktop.store.backup_files import Reason
from otnet_desktop.store.people import NewPerson

CHUNK = 500
"""Entries whose candidates are looked up together."""


class Fate(StrEnum):
    """What an entry would do."""

    NEW = "new"
    UPDATE = "update"
    SAME = "same"
    UNCLEAR = "unclear"


@dataclass(slots=True)
class PlannedEntry:
    """One entry: ``profile`` is what would be kept; ``whom`` whom it is about, negative for somebody of this import."""

    line: int
    fate: Fate
    profile: Profile
    whom: int
    evidence: str = ""


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

    @property
    def changes_anything(self) -> bool:
        """Whether carrying it out would change anything."""
        return bool(self.newcomers or self.updates)


class ImportService:
    """Plans and carries out imports. The same file again changes nothing."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._store = steps.store

    def plan(
        self, paths: Sequence[Path], format_name: str = "", keep_going: Callable[[int], bool] | None = None
    ) -> ImportPlan:
        """Read files and say what would happen; nothing changes.

        ``keep_going`` is told the number of entries read so far and may answer False: the plan then ends there.
        Raises BadInput for a format nobody knows.
        """
        wanted = format_named(format_name)
        plan = ImportPlan()
        planner = Planner(self._steps, plan)
        for path in paths:
            file = FilePlan(FileReport(str(path), wanted.value if wanted else FileFormat.UNKNOWN.value))
            plan.files.append(file)
            try:
                with path.open("rb") as stream:
                    kind = wanted or recognise(stream)
                    file.report.format = kind.value
                    self._plan_file(planner, file, stream, kind, keep_going)
            except OSError as error:
                reason = f"The file cannot be read ({error.strerror or error}). Check its name and its permissions."
                file.report.rejected.append(Rejected(0, reason))
        return plan

    def _plan_file(
        self,
        planner: Planner,
        file: FilePlan,
        stream: BinaryIO,
        kind: FileFormat,
        keep_going: Callable[[int], bool] | None,
    ) -> None:
        entries = iter(read_people(stream, kind))
        planner.begin_file()
        while chunk := list(islice(entries, CHUNK)):
            planner.take(file, chunk)
            if keep_going is not None and not keep_going(file.report.read):
                return

    def carry_out(self, plan: ImportPlan) -> list[PersonId]:
        """Do what a plan says, as one step to undo; the newcomers' ids come back. No reminder comes of it."""
        if not plan.changes_anything:
            return []
        now = self._steps.clock.now()
        if self._store.people.is_anybody_here():
            self._store.backups.make(Reason.IMPORT, now)
        with self._steps.together("Import"), self._steps.step("Import", [], Room.PEOPLE, Room.RESEARCH):
            for person, profile in plan.updates.items():
                self._store.people.save(person, profile, tuple(keys(profile)), now)
            return self._store.people.add([newcomer(profile) for profile in plan.newcomers.values()], now)


class Planner:
    """Compares entries with everyone here and with everyone met earlier in the same import."""

    def __init__(self, steps: Steps, plan: ImportPlan) -> None:
        self._store = steps.store
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
        wanted = {key for entry in incoming for key in keys(entry.profile)} - self._by_key.keys()
        found = self._store.people.with_keys(wanted)
        for key in wanted:
            self._by_key[key] = set(found.get(key, ()))
        missing = {person for people in found.values() for person in people} - self._known.keys()
        for person in self._store.people.many(sorted(missing)):
            self._known[person.id] = person.profile

    def _decide(self, entry: Incoming) -> PlannedEntry:
        found = self._best_match(entry.profile)
        if found.verdict is Verdict.UNCLEAR and found.whom is not None:
            return PlannedEntry(entry.line, Fate.UNCLEAR, entry.profile, found.whom, found.evidence)
        if found.verdict is Verdict.SAME and found.whom is not None:
            return self._update(entry, found.whom, found.evidence)
        number = -1 - len(self._plan.newcomers)
        self._plan.newcomers[number] = entry.profile
        self._remember(number, entry.profile)
        self._from_this_file.add(number)
        return PlannedEntry(entry.line, Fate.NEW, entry.profile, number)

    def _best_match(self, profile: Profile) -> Match[int]:
        candidates = {person for key in keys(profile) for person in self._by_key.get(key, ())}
        found = match(profile, [(person, self._known[person]) for person in sorted(candidates)])
        if found.verdict is Verdict.UNCLEAR:
            others = sorted(candidates - self._from_this_file)
            found = match(profile, [(person, self._known[person]) for person in others])
        return found

    def _update(self, entry: Incoming, whom: int, evidence: str) -> PlannedEntry:
        before = self._known[whom]
        after = merge_update(before, entry.profile)
        if after == before:
            return PlannedEntry(entry.line, Fate.SAME, before, whom, evidence)
        self._remember(whom, after)
        if whom < 0:
            self._plan.newcomers[whom] = after
        else:
            self._plan.updates[PersonId(whom)] = after
        return PlannedEntry(entry.line, Fate.UPDATE, after, whom, evidence)

    def _remember(self, number: int, profile: Profile) -> None:
        self._known[number] = profile
        for key in keys(profile):
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


def newcomer(profile: Profile) -> NewPerson:
    """A profile as somebody to be added."""
    ref = new_ref("p")
    profile = profile if profile.uid else replace(profile, uid=new_uid(ref))
    return NewPerson(ref, profile, tuple(keys(profile)))


def format_named(name: str) -> FileFormat | None:
    """The format of that name; none for "". Raises BadInput for one nobody knows or that cannot be read yet."""
    if not name:
        return None
    readable = [kind.value for kind in FileFormat if kind not in REFUSALS]
    if name not in list(FileFormat):
        raise BadInput(f"There is no format called {name!r}.", f"These can be read: {', '.join(readable)}.")
    return FileFormat(name)


def refused(plan: ImportPlan) -> Iterator[str]:
    """A line for each entry that would not come in."""
    for file in plan.files:
        for entry in file.report.rejected:
            place = f"{file.report.path}:{entry.line}" if entry.line else file.report.path
            yield f"{place}: {entry.reason}"
        for planned in file.entries:
            if planned.fate is Fate.UNCLEAR:
                name = planned.profile.full_name
                yield f"{file.report.path}:{planned.line}: {name} was left out ({planned.evidence})."
