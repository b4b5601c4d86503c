"""Bringing people in: first a plan of what each entry would do, then everything in one step or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.duplicates.marks import keys
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.filling_in import merge_update
from otnet_desktop.domain.people import PersonId, Profile
from otnet_desktop.exchange.reading import read_people
from otnet_desktop.exchange.recognise import REFUSALS, FileFormat, recognise
from otnet_desktop.exchange.report import FileReport, Rejected
from otnet_desktop.services.import_plan import Choice, Fate, FilePlan, ImportPlan, PlannedEntry, Planner
from otnet_desktop.services.refs import new_ref, new_uid
from otnet_desktop.services.steps import Steps
from otnet_desktop.store.backup_files import Reason
from otnet_desktop.store.people import NewPerson

CHUNK = 500
"""Entries whose candidates are looked up together."""

NO_FILE = "This is a folder, a pipe or a device, and no file. Save the contacts to a file first."

KeepGoing = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Imported:
    """What was carried out: who came in, and how many were here and know more now."""

    newcomers: tuple[PersonId, ...] = ()
    updated: int = 0


class ImportService:
    """Plans and carries out imports. The same file again changes nothing."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._store = steps.store

    def plan(self, paths: Sequence[Path], format_name: str = "", keep_going: KeepGoing | None = None) -> ImportPlan:
        """Read files and say what would happen; nothing changes.

        ``keep_going`` is told the number of entries read so far and may answer False: the plan then ends there.
        Raises BadInput for a format nobody knows.
        """
        wanted = format_named(format_name)
        plan = ImportPlan()
        planner = Planner(self._store, plan)
        for path in paths:
            file = FilePlan(FileReport(str(path), wanted.value if wanted else FileFormat.UNKNOWN.value))
            plan.files.append(file)
            try:
                if path.exists() and not path.is_file():  # a pipe would keep us waiting
                    file.report.rejected.append(Rejected(0, NO_FILE))
                    continue
                with path.open("rb") as stream:
                    kind = wanted or recognise(stream)
                    file.report.format = kind.value
                    self._plan_file(planner, file, stream, kind, keep_going)
            except OSError as error:
                reason = f"The file cannot be read ({error.strerror or error}). Check its name and its permissions."
                file.report.rejected.append(Rejected(0, reason))
        return plan

    def _plan_file(
        self, planner: Planner, file: FilePlan, stream: BinaryIO, kind: FileFormat, keep_going: KeepGoing | None
    ) -> None:
        entries = iter(read_people(stream, kind))
        planner.begin_file()
        while chunk := list(islice(entries, CHUNK)):
            planner.take(file, chunk)
            if keep_going is not None and not keep_going(file.report.read):
                return

    def whom(self, plan: ImportPlan, entry: PlannedEntry) -> Profile:
        """The person an entry is, or may be, about, as they would be. Raises NotFound for somebody who is gone."""
        if entry.whom < 0:
            return plan.newcomers[entry.whom]
        person = PersonId(entry.whom)
        return plan.updates.get(person) or self._store.people.get(person).profile

    def resolve(self, entry: PlannedEntry, choice: Choice) -> None:
        """Say what an unclear entry is. It may be said again until the plan is carried out."""
        assert entry.fate is Fate.UNCLEAR, "only what is unclear needs a word"
        entry.choice = choice

    def carry_out(self, plan: ImportPlan, tags: Sequence[str] = ()) -> Imported:
        """Do what a plan says, as one step to undo. No reminder comes of it.

        ``tags`` are given to everyone the files tell of, those who were here included.
        """
        newcomers, updates = self._resolved(plan, tags)
        if not newcomers and not updates:
            return Imported()
        now = self._steps.clock.now()
        if self._store.people.is_anybody_here():
            self._store.backups.make(Reason.IMPORT, now)
        with self._steps.together("Import"), self._steps.step("Import", [], Room.PEOPLE, Room.RESEARCH):
            for known, profile in updates.items():
                self._store.people.save(known, profile, keys(profile), now)
            ids = self._store.people.add([newcomer(profile) for profile in newcomers.values()], now)
        return Imported(tuple(ids), len(updates))

    def _resolved(self, plan: ImportPlan, tags: Sequence[str]) -> tuple[dict[int, Profile], dict[PersonId, Profile]]:
        """Everyone as they will be: newcomers, and those who differ, brought together with what they are by now."""
        coming = [entry for entry in plan.entries() if entry.comes_in]
        known = sorted({PersonId(entry.whom) for entry in coming if entry.whom > 0 and not is_new(entry)})
        before = {person.id: person.profile for person in self._store.people.many(known)}
        after = {person: tagged(profile, tags) for person, profile in before.items()}
        newcomers = {number: tagged(profile, tags) for number, profile in plan.newcomers.items()}
        for entry in coming:
            person = PersonId(entry.whom)
            if entry.fate is Fate.UNCLEAR and is_new(entry):
                newcomers[-1 - len(newcomers)] = tagged(entry.incoming, tags)
            elif entry.whom < 0 and entry.fate is Fate.UNCLEAR:
                newcomers[entry.whom] = merge_update(newcomers[entry.whom], entry.incoming)
            elif person in after:
                after[person] = merge_update(after[person], entry.incoming)
        return newcomers, {person: profile for person, profile in after.items() if profile != before[person]}


def is_new(entry: PlannedEntry) -> bool:
    """Whether an entry that comes in becomes somebody new."""
    return entry.choice is Choice.AS_NEW if entry.fate is Fate.UNCLEAR else entry.fate is Fate.NEW


def newcomer(profile: Profile) -> NewPerson:
    """A profile as somebody to be added."""
    ref = new_ref("p")
    profile = profile if profile.uid else replace(profile, uid=new_uid(ref))
    return NewPerson(ref, profile, keys(profile))


def tagged(profile: Profile, tags: Iterable[str]) -> Profile:
    """A profile with tags it did not have yet."""
    return replace(profile, tags=tuple(dict.fromkeys((*profile.tags, *tags))))


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
            if not planned.comes_in:
                name = planned.profile.full_name
                yield f"{file.report.path}:{planned.line}: {name} was left out ({planned.evidence})."
