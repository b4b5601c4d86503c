"""The files of an import: found, opened one after the other, and handed to the planner entry by entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.sentences import Sentence, sentence
from otnet_desktop.exchange.containers import Source, sources
from otnet_desktop.exchange.reading import Entry, read_people
from otnet_desktop.exchange.recognise import REFUSALS, TABLES, FileFormat, recognise
from otnet_desktop.exchange.report import FileReport, Rejected, Remark
from otnet_desktop.services.calendar_import import INSIDE, plan_calendar
from otnet_desktop.services.calendars import CalendarsService
from otnet_desktop.services.import_plan import FilePlan, ImportPlan
from otnet_desktop.services.import_planner import CHUNK, Planner
from otnet_desktop.services.steps import Steps

if TYPE_CHECKING:
    from otnet_desktop.exchange.columns.layout import TableMapping
    from otnet_desktop.services.archive_import import ArchiveImport
    from otnet_desktop.services.tables import TablesService

KeepGoing = Callable[[int], bool]
"""Is told how many entries were read, and answers whether to go on."""


class ImportFiles:
    """Those that were chosen, and those inside folders and archives."""

    def __init__(self, steps: Steps, calendars: CalendarsService) -> None:
        self._steps = steps
        self._calendars = calendars

    @cached_property
    def tables(self) -> TablesService:
        """Made when first wanted: the names of columns in all languages take their time to load."""
        from otnet_desktop.services.tables import TablesService

        return TablesService(self._steps.store)

    @cached_property
    def archives(self) -> ArchiveImport:
        """Made when an archive of ours is among the files."""
        from otnet_desktop.services.archive_import import ArchiveImport

        return ArchiveImport(self._steps)

    def read(
        self,
        plan: ImportPlan,
        planner: Planner,
        paths: Sequence[Path],
        wanted: FileFormat | None,
        mapping: TableMapping | None,
        keep_going: KeepGoing | None,
    ) -> None:
        """Take everything in; what cannot be opened is told in the account of its file."""
        for source in sources(paths):
            if plan.files and keep_going is not None and not keep_going(planner.taken):
                return
            file = FilePlan(FileReport(source.name, wanted.value if wanted else FileFormat.UNKNOWN.value))
            plan.files.append(file)
            file.report.warnings += [Remark(0, remark) for remark in source.remarks]
            if source.refusal:
                file.report.rejected.append(Rejected(0, source.refusal))
                continue
            try:
                with source.open() as stream:
                    kind = wanted or recognise(stream)
                    file.report.format = kind.value
                    if kind is FileFormat.CALENDAR:
                        self._plan_calendar(plan, file, source)
                    elif kind is FileFormat.ARCHIVE:
                        self._plan_archive(plan, planner, file, source, keep_going)
                    else:
                        said = self._said(stream, mapping) if kind in TABLES else None
                        _take(planner, file, read_people(stream, kind, said), keep_going)
            except OSError as error:
                file.report.rejected.append(Rejected(0, _unreadable(error)))

    def _plan_calendar(self, plan: ImportPlan, file: FilePlan, source: Source) -> None:
        if source.member:
            file.report.rejected.append(Rejected(0, INSIDE))
        elif plan_calendar(file.report, source.path, self._calendars):
            plan.calendars.append(source.path)

    def _plan_archive(
        self, plan: ImportPlan, planner: Planner, file: FilePlan, source: Source, keep_going: KeepGoing | None
    ) -> None:
        if source.member:
            from otnet_desktop.services.archive_import import INSIDE as INSIDE_ANOTHER

            file.report.rejected.append(Rejected(0, INSIDE_ANOTHER))
            return
        self.archives.plan(plan, planner, file, source.path, lambda: keep_going is None or keep_going(planner.taken))

    def _said(self, stream: BinaryIO, mapping: TableMapping | None) -> TableMapping:
        from otnet_desktop.exchange.columns.reading import look_at

        table = look_at(stream) if mapping is None else None
        said = mapping or (self.tables.said(table) if table else None)
        return self.tables.with_habit(said, self._steps.timing().zone.key)


def _take(planner: Planner, file: FilePlan, entries: Iterator[Entry], keep_going: KeepGoing | None) -> None:
    planner.begin_file(file)
    while chunk := list(islice(entries, CHUNK)):
        planner.take(chunk)
        if keep_going is not None and not keep_going(planner.taken):
            return


def _unreadable(error: OSError) -> Sentence:
    why = error.strerror or (error.args[0] if error.args else "")  # an archive says in a sentence what ails it
    return sentence("The file cannot be read ({why}). Check its name and its permissions.", why=why)


def format_named(name: str) -> FileFormat | None:
    """The format of that name; none for "". Raises BadInput for one nobody knows or that cannot be read yet."""
    if not name:
        return None
    readable = [kind.value for kind in FileFormat if kind not in REFUSALS]
    if name not in list(FileFormat):
        raise BadInput(
            sentence("There is no format called {name!r}.", name=name),
            sentence("These can be read: {readable}.", readable=", ".join(readable)),
        )
    return FileFormat(name)
