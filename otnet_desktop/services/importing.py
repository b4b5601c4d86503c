"""Bringing people in: first a plan of what each entry would do, then everything in one step or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.duplicates.marks import keys
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.filling_in import brought_together
from otnet_desktop.domain.people import PersonId, Profile
from otnet_desktop.exchange.containers import Source, sources
from otnet_desktop.exchange.reading import Entry, read_people
from otnet_desktop.exchange.recognise import REFUSALS, TABLES, FileFormat, recognise
from otnet_desktop.exchange.report import FileReport, Rejected, Remark
from otnet_desktop.services.calendar_import import INSIDE, plan_calendar
from otnet_desktop.services.calendars import CalendarsService
from otnet_desktop.services.import_plan import Choice, Fate, FilePlan, ImportPlan, PlannedEntry
from otnet_desktop.services.import_planner import CHUNK, Planner
from otnet_desktop.services.refs import new_ref, new_uid
from otnet_desktop.services.steps import Steps
from otnet_desktop.store.backup_files import Reason
from otnet_desktop.store.people import NewPerson

if TYPE_CHECKING:
    from otnet_desktop.exchange.columns.layout import TableMapping
    from otnet_desktop.services.tables import TablesService

KeepGoing = Callable[[int], bool]
Thing = TypeVar("Thing")


class Stopped(Exception):
    """Somebody no longer wanted it."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What was carried out: who came in, and how many were here and know more now."""

    newcomers: tuple[PersonId, ...] = ()
    updated: int = 0
    calendars: int = 0


class ImportService:
    """Plans and carries out imports. The same file again changes nothing."""

    def __init__(self, steps: Steps, calendars: CalendarsService) -> None:
        self._steps = steps
        self._calendars = calendars
        self._store = steps.store

    @cached_property
    def tables(self) -> TablesService:
        """Made when first wanted: the names of columns in all languages take their time to load."""
        from otnet_desktop.services.tables import TablesService

        return TablesService(self._store)

    def plan(
        self,
        paths: Sequence[Path],
        format_name: str = "",
        keep_going: KeepGoing | None = None,
        mapping: TableMapping | None = None,
    ) -> ImportPlan:
        """Read files, and those in folders and archives, and say what would happen; nothing changes.

        ``keep_going`` is told the number of entries read so far and may answer False: then nothing more is planned.
        ``mapping`` says what the columns of tables mean; else what was said of the same columns before holds.
        Raises BadInput for a format nobody knows.
        """
        wanted = format_named(format_name)
        plan = ImportPlan(folder=self._store.database.path.parent)
        planner = Planner(self._store, plan)
        for source in sources(paths):
            file = FilePlan(FileReport(source.name, wanted.value if wanted else FileFormat.UNKNOWN.value))
            plan.files.append(file)
            if source.remark:
                file.report.warnings.append(Remark(0, source.remark))
            if source.refusal:
                file.report.rejected.append(Rejected(0, source.refusal))
                continue
            try:
                with source.open() as stream:
                    kind = wanted or recognise(stream)
                    file.report.format = kind.value
                    if kind is FileFormat.CALENDAR:
                        self._plan_calendar(plan, file, source)
                        continue
                    said = self._said(stream, mapping) if kind in TABLES else None
                    _plan_file(planner, file, read_people(stream, kind, said), keep_going)
            except OSError as error:
                reason = f"The file cannot be read ({error.strerror or error}). Check its name and its permissions."
                file.report.rejected.append(Rejected(0, reason))
        planner.decide(lambda: keep_going is None or keep_going(planner.taken))
        return plan

    def _plan_calendar(self, plan: ImportPlan, file: FilePlan, source: Source) -> None:
        if source.member:
            file.report.rejected.append(Rejected(0, INSIDE))
        elif plan_calendar(file.report, source.path, self._calendars):
            plan.calendars.append(source.path)

    def _said(self, stream: BinaryIO, mapping: TableMapping | None) -> TableMapping:
        from otnet_desktop.exchange.columns.reading import look_at

        table = look_at(stream) if mapping is None else None
        said = mapping or (self.tables.said(table) if table else None)
        return self.tables.with_habit(said, self._steps.timing().zone.key)

    def whom(self, plan: ImportPlan, entry: PlannedEntry) -> Profile:
        """The person an entry is, or may be, about, as they would be. Raises NotFound for somebody who is gone."""
        return plan.changed(entry.whom) or self._store.people.get(PersonId(entry.whom)).profile

    def resolve(self, entry: PlannedEntry, choice: Choice) -> None:
        """Say what an unclear entry is. It may be said again until the plan is carried out."""
        assert entry.fate is Fate.UNCLEAR, "only what is unclear needs a word"
        entry.choice = choice

    def turn(self, entry: PlannedEntry, field: str) -> None:
        """Want it the other way round in one field of somebody who is here: left as it is, or as the file says."""
        assert field in (*entry.adds, *entry.differs), "only where the entry says something"
        entry.turned ^= {field}

    def carry_out(
        self,
        plan: ImportPlan,
        tags: Sequence[str] = (),
        event: str = "",
        keep_going: KeepGoing | None = None,
    ) -> Imported:
        """Do what a plan says, as one step to undo. No reminder comes of it.

        ``tags`` are given to everyone the files tell of, those who were here included; ``event`` is where one met who
        has none yet. ``keep_going`` is told now and then how many people were written; when it answers False, Stopped
        is raised and nothing has changed.
        """
        extra = Extra(tuple(tags), event)
        changes = self._changes(plan, extra)
        first = next(changes, None)
        if first is None and not any(entry.is_new for entry in plan.entries()):
            return Imported(calendars=self._watch(plan))
        now = self._steps.clock.now()
        if self._store.people.is_anybody_here():
            self._store.backups.make(Reason.IMPORT, now)
        updated = 0
        names = [Path(file.report.path).name for file in plan.files]
        step = self._steps.step("Import", [], Room.PEOPLE, Room.RESEARCH)
        with self._steps.coming_from(names), self._steps.together("Import"), step:
            for person, profile in counted(chain([first] if first else (), changes), keep_going):
                self._store.people.save(person, profile, keys(profile), now)
                updated += 1
            ids = self._store.people.add(counted(self._newcomers(plan, extra), keep_going, updated), now)
        return Imported(tuple(ids), updated, self._watch(plan))

    def _watch(self, plan: ImportPlan) -> int:
        for calendar in plan.calendars:
            self._calendars.watch(calendar)
        return len(plan.calendars)

    def _changes(self, plan: ImportPlan, extra: Extra) -> Iterator[tuple[PersonId, Profile]]:
        """Those who are here and will differ, as they are by now and brought together with what the files say."""
        known = self._known(plan, extra)
        waiting = iter(sorted(known))
        while people := list(islice(waiting, CHUNK)):
            for person in self._store.people.many(people):
                after = extra.given_to(together(person.profile, known[person.id]))
                if after != person.profile:
                    yield person.id, after

    def _known(self, plan: ImportPlan, extra: Extra) -> dict[PersonId, list[PlannedEntry]]:
        """The entries that may change somebody who is here, by person."""
        found: dict[PersonId, list[PlannedEntry]] = {}
        for entry in plan.entries():
            if entry.whom > 0 and entry.comes_in and not entry.is_new and (entry.is_news or extra):
                found.setdefault(PersonId(entry.whom), []).append(entry)
        return found

    def _newcomers(self, plan: ImportPlan, extra: Extra) -> Iterator[NewPerson]:
        """Everybody who comes in, and what somebody said is about them too; then those said to be somebody else."""
        said: dict[int, list[PlannedEntry]] = {}
        others: list[PlannedEntry] = []
        for entry in plan.entries():
            if entry.fate is Fate.UNCLEAR and entry.is_new:
                others.append(entry)
            elif entry.fate is Fate.UNCLEAR and entry.comes_in and entry.whom < 0:
                said.setdefault(entry.whom, []).append(entry)
        for number, profile, known_by in plan.newcomers():
            whole = together(profile, said[number]) if number in said else profile
            yield newcomer(extra.given_to(whole), keys(whole) if number in said else known_by)
        for entry in others:
            yield newcomer(extra.given_to(entry.incoming), keys(entry.incoming))


def counted(things: Iterable[Thing], keep_going: KeepGoing | None, before: int = 0) -> Iterator[Thing]:
    """The things, asking now and then whether to go on. Raises Stopped."""
    for number, thing in enumerate(things, start=before):
        if keep_going is not None and number % CHUNK == 0 and not keep_going(number):
            raise Stopped
        yield thing


def together(profile: Profile, entries: Iterable[PlannedEntry]) -> Profile:
    """Somebody and what entries say about them, as it was wanted."""
    for entry in entries:
        profile = brought_together(profile, entry.incoming, entry.turned)
    return profile


@dataclass(frozen=True, slots=True)
class Extra:
    """What everyone in the files is given besides."""

    tags: tuple[str, ...] = ()
    event: str = ""

    def __bool__(self) -> bool:
        return bool(self.tags or self.event)

    def given_to(self, profile: Profile) -> Profile:
        """A profile with what it did not have yet."""
        if not self:
            return profile
        tags = tuple(dict.fromkeys((*profile.tags, *self.tags)))
        return replace(profile, tags=tags, event=profile.event or self.event)


def _plan_file(planner: Planner, file: FilePlan, entries: Iterator[Entry], keep_going: KeepGoing | None) -> None:
    planner.begin_file(file)
    while chunk := list(islice(entries, CHUNK)):
        planner.take(chunk)
        if keep_going is not None and not keep_going(planner.taken):
            return


def newcomer(profile: Profile, known_by: tuple[str, ...]) -> NewPerson:
    """A profile as somebody to be added."""
    ref = new_ref("p")
    if profile.uid:
        return NewPerson(ref, profile, known_by)
    profile = replace(profile, uid=new_uid(ref))
    return NewPerson(ref, profile, keys(profile))


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
                name = planned.incoming.full_name
                yield f"{file.report.path}:{planned.line}: {name} was left out ({planned.evidence})."
