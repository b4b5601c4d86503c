"""People of our own archive among the files of an import: new ones come with everything that is theirs.

An archive is opened once to plan and once to carry out, so that nothing unpacked lies about while somebody looks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from otnet_desktop.domain.duplicates.comparing import Clue
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.people import Person, PersonId
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.exchange.report import Incoming, Rejected
from otnet_desktop.services.bringing_back import EVERYWHERE, BringingBack
from otnet_desktop.services.import_plan import Fate, FilePlan, ImportPlan, PlannedEntry, number_of
from otnet_desktop.services.import_planner import Planner, count
from otnet_desktop.services.steps import Steps
from otnet_desktop.store.backup_files import hash_of

INSIDE = "This is an archive of OTnet Desktop inside another archive. Unpack it first, then choose it by itself."


class ArchiveImport:
    """The ``line`` of an entry is the id of the person in the archive."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._store = steps.store
        self._bringing_back = BringingBack(steps)

    def plan(
        self, plan: ImportPlan, planner: Planner, file: FilePlan, path: Path, keep_going: Callable[[], bool]
    ) -> None:
        """Whoever is here by the same ref is the same; about the others the planner decides as about any entry."""
        planner.begin_file(file)
        try:
            with self._bringing_back.opened(path) as other:
                known = other.acquaintance(self._store.database.connection).here
                for people in other.people():
                    for person in (person for person in people if person.id in known):
                        entry = self._same(plan, person, known[person.id])
                        file.entries.append(entry)
                        count(file, entry)
                    planner.take([Incoming(p.profile, p.id) for p in people if p.id not in known])
                    if not keep_going():
                        return
            file.archive_hash = hash_of(path)
        except BadInput as error:
            file.report.rejected.append(Rejected(0, error.told))

    def bring_in(self, plan: ImportPlan) -> dict[int, PersonId]:
        """Everybody new of every archive, inside a step; their new ids by ``number_of``. Raises BadInput."""
        came: dict[int, PersonId] = {}
        for file in (file for file in plan.files if file.archive_hash):
            path = Path(file.report.path)
            coming = {entry.line: entry for entry in file.entries if entry.is_new and entry.comes_in}
            if not coming:
                continue
            if hash_of(path) != file.archive_hash:
                raise BadInput(
                    sentence("{file} was changed meanwhile.", file=path.name),
                    "Nothing was brought in. Choose it again.",
                )
            with self._bringing_back.opened(path) as other, self._steps.step("Import", [], *EVERYWHERE):
                taken = self._bringing_back.take(other, list(coming), judged(file))
            came |= {number_of(coming[person]): now for person, now in taken.items()}
        return came

    def _same(self, plan: ImportPlan, person: Person, here: PersonId) -> PlannedEntry:
        place, _keys = plan.spool.put(person.profile)
        return PlannedEntry(person.id, place, plan.spool, Fate.SAME, here, (Clue.UID,))


def judged(file: FilePlan) -> Mapping[int, PersonId]:
    """Who of an archive is somebody here, as the planner or the user says."""
    return {
        entry.line: PersonId(entry.whom)
        for entry in file.entries
        if entry.whom > 0 and entry.comes_in and not entry.is_new
    }
