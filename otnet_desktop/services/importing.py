"""Bringing people in: first a plan of what each entry would do, then everything in one step or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.duplicates.marks import keys
from otnet_desktop.domain.filling_in import brought_together
from otnet_desktop.domain.people import PersonId, Profile
from otnet_desktop.services.calendars import CalendarsService
from otnet_desktop.services.import_extra import Extra
from otnet_desktop.services.import_files import ImportFiles, KeepGoing, format_named
from otnet_desktop.services.import_plan import Choice, Fate, ImportPlan, PlannedEntry, number_of
from otnet_desktop.services.import_planner import CHUNK, Planner
from otnet_desktop.services.import_recheck import recheck
from otnet_desktop.services.kept_silence import keep_silence
from otnet_desktop.services.refs import new_ref, new_uid
from otnet_desktop.services.steps import Steps
from otnet_desktop.store.backup_files import Reason
from otnet_desktop.store.people import NewPerson

if TYPE_CHECKING:
    from otnet_desktop.exchange.columns.layout import TableMapping
    from otnet_desktop.services.tables import TablesService

Thing = TypeVar("Thing")


class Stopped(Exception):
    """Somebody no longer wanted it."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What was carried out: who came in, and how many were here and know more now.

    ``looked_at_again``: so many entries did something else than planned, as people here had changed since.
    """

    newcomers: tuple[PersonId, ...] = ()
    updated: int = 0
    calendars: int = 0
    looked_at_again: int = 0


class ImportService:
    """Plans and carries out imports. The same file again changes nothing."""

    def __init__(self, steps: Steps, calendars: CalendarsService) -> None:
        self._steps = steps
        self._calendars = calendars
        self._files = ImportFiles(steps, calendars)
        self._store = steps.store

    @property
    def tables(self) -> TablesService:
        """What is said about tables nobody knows."""
        return self._files.tables

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
        data = self._store.database
        plan = ImportPlan(folder=data.path.parent, is_secret=data.key is not None)
        plan.made_after = self._store.journal.newest_number()
        planner = Planner(self._store, plan)
        self._files.read(plan, planner, paths, wanted, mapping, keep_going)
        planner.decide(lambda: keep_going is None or keep_going(planner.taken))
        return plan

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
        again = recheck(self._store, plan)
        plan.made_after = self._store.journal.newest_number()
        if not any(self._changes(plan, extra)) and not any(entry.is_new for entry in plan.entries()):
            return Imported(calendars=self._watch(plan), looked_at_again=again)
        now = self._steps.clock.now()
        if self._store.people.is_anybody_here():
            self._store.backups.make(Reason.IMPORT, now)
        updated = 0
        names = [told_name(file.report.path) for file in plan.files]
        step = self._steps.step("Import", [], Room.PEOPLE, Room.RESEARCH)
        with self._steps.coming_from(names), self._steps.together("Import"), step:
            again += recheck(self._store, plan)  # somebody may have typed while the backup was made
            changes = self._changes(plan, extra)
            for person, profile in counted(changes, keep_going):
                self._store.people.save(person, profile, keys(profile), now)
                updated += 1
            came = self._out_of_archives(plan, extra)
            newcomers = self._newcomers(plan, extra)
            ids = self._store.people.add(counted(newcomers, keep_going, updated + len(came)), now)
            keep_silence(self._steps, ids)
            watched = self._watch(plan)  # where that cannot be saved nothing is, so that it can be tried again
        return Imported((*came.values(), *ids), updated, watched, again)

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
        """Everybody who comes in, but for archives; then those said to be somebody else."""
        said, archived = _said_of_newcomers(plan), plan.out_of_archives()
        for number, profile, known_by in plan.newcomers():
            if number not in archived:
                whole = together(profile, said[number]) if number in said else profile
                yield newcomer(extra.given_to(whole), keys(whole) if number in said else known_by)
        others: dict[str, list[PlannedEntry]] = {}  # two entries of one id are one person, also where both are new
        for entry in plan.entries():
            if entry.fate is Fate.UNCLEAR and entry.is_new and number_of(entry) not in archived:
                others.setdefault(entry.incoming.uid or str(number_of(entry)), []).append(entry)
        for first, *more in others.values():
            profile = extra.given_to(together(first.incoming, more))
            yield newcomer(profile, keys(profile))

    def _out_of_archives(self, plan: ImportPlan, extra: Extra) -> dict[int, PersonId]:
        """Everybody new in our own archives, with everything that is theirs and what other files say of them."""
        if not any(file.archive_hash for file in plan.files):
            return {}
        came = self._files.archives.bring_in(plan)
        said, now = _said_of_newcomers(plan), self._steps.clock.now()
        for entry in plan.entries():
            number = number_of(entry)
            if entry.is_new and number in came and (extra or number in said or plan.is_changed(entry)):
                wanted = plan.changed(number) if entry.fate is Fate.NEW else entry.incoming
                profile = extra.given_to(together(wanted or entry.incoming, said.get(number, ())))
                self._store.people.save(came[number], profile, keys(profile), now)
        return came


def _said_of_newcomers(plan: ImportPlan) -> dict[int, list[PlannedEntry]]:
    """Entries of which somebody said that they are about somebody new as well, by the number of that one."""
    said: dict[int, list[PlannedEntry]] = {}
    for entry in plan.entries():
        if entry.fate is Fate.UNCLEAR and entry.comes_in and not entry.is_new and entry.whom < 0:
            said.setdefault(entry.whom, []).append(entry)
    return said


def told_name(path: str) -> str:
    """The name of a file as it can be written down, whatever its bytes are."""
    return Path(path).name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def counted(things: Iterable[Thing], keep_going: KeepGoing | None, before: int = 0) -> Iterator[Thing]:
    """The things, asking now and then whether to go on. Raises Stopped."""
    for number, thing in enumerate(things, start=before):
        if keep_going is not None and number % CHUNK == 0 and not keep_going(number):
            raise Stopped
        yield thing


def together(profile: Profile, entries: Iterable[PlannedEntry]) -> Profile:
    """Somebody and what entries say about them, as it was wanted."""
    for entry in entries:
        profile = brought_together(profile, entry.incoming, entry.left, entry.taken)
    return profile


def newcomer(profile: Profile, known_by: tuple[str, ...]) -> NewPerson:
    """A profile as somebody to be added."""
    ref = new_ref("p")
    if profile.uid:
        return NewPerson(ref, profile, known_by)
    profile = replace(profile, uid=new_uid(ref))
    return NewPerson(ref, profile, keys(profile))


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
