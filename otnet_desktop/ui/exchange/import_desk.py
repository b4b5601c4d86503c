"""Answers whoever wants to import: chooses files, reads them in a worker, shows what they hold, brings people in.

Public: ``ImportDesk(workspace, intents, tasks, asides, window)``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.people import PersonId, Profile
from otnet_desktop.services.import_plan import Choice, ImportPlan, PlannedEntry
from otnet_desktop.services.importing import Imported, Stopped
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.asides import Asides
from otnet_desktop.ui.exchange.import_page import ImportPage
from otnet_desktop.ui.exchange.import_reading import ReadingPage
from otnet_desktop.ui.exchange.import_words import said_outcome
from otnet_desktop.ui.exchange.table_desk import TableDesk
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.tasks import Task, Tasks
from otnet_desktop.ui.widgets.buttons import plain_button

if TYPE_CHECKING:
    from otnet_desktop.services.tables import UnknownTable


class ImportDesk(QObject):
    """One import at a time; a new one takes the place of one that is only looked at."""

    _counted = Signal(object, int)
    """From the worker: which task, and how many entries were read."""
    _brought = Signal(int)
    """From the worker: how many people were written."""

    def __init__(self, workspace: Workspace, intents: Intents, tasks: Tasks, asides: Asides, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._intents = intents
        self._tasks = tasks
        self._asides = asides
        self._window = window
        self._reading: Task | None = None
        self._files: list[Path] = []
        self._table_desk = TableDesk(workspace, intents, asides, self)
        self._table_desk.answered.connect(self._read_again)
        self._plan = ImportPlan()
        self._carrying_out = False
        self._stopped = False
        self._counted.connect(self._show_count)
        self._brought.connect(self._show_brought)

    def begin(self, paths: Sequence[str]) -> None:
        """Read files and show what they hold; without any, choose some first."""
        if self._carrying_out:
            self._intents.said.emit(self.tr("The last import is still under way."))
            return
        if not paths:
            self._choose()
            return
        files = self._files = [Path(path) for path in paths]
        page = ReadingPage([file.name for file in files])
        page.finished.connect(self._stop_reading)
        self._stop_reading()
        self._asides.lay(page)

        def read(task: Task) -> ImportPlan | UnknownTable:
            def keep_going(count: int) -> bool:
                self._counted.emit(task, count)
                return not task.is_cancelled

            importing = self._workspace.importing
            with self._workspace.roster.elsewhere():
                unknown = importing.tables.to_ask_about(files, self._table_desk.zone, lambda: not task.is_cancelled)
                return unknown or importing.plan(files, keep_going=keep_going)

        self._reading = self._tasks.run(read, self._show_what_was_read, self._tell_why_not)

    def _choose(self) -> None:
        downloads = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        dialog = QFileDialog(self._window, self.tr("Import contacts"), downloads)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [self.tr("Contacts (*.vcf *.vcard *.csv *.tsv *.ldif *.zip *.ics *.txt)"), self.tr("All files (*)")]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self.begin)
        dialog.open()

    def _show_count(self, task: Task, count: int) -> None:
        if task is not self._reading:
            return
        if isinstance(self._asides.shown, ReadingPage):
            self._asides.shown.show_count(count)
        else:  # one went elsewhere
            self._stop_reading()

    def _stop_reading(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _show_what_was_read(self, read: ImportPlan | UnknownTable) -> None:
        self._reading = None
        if not isinstance(self._asides.shown, ReadingPage):
            return
        if isinstance(read, ImportPlan):
            self._show_plan(read)
        else:
            self._table_desk.ask(read)

    def _read_again(self) -> None:
        self.begin([str(file) for file in self._files])

    def _show_plan(self, plan: ImportPlan) -> None:
        self._plan = plan
        page = ImportPage(plan, self._named, self._standing, list(self._workspace.roster.tags()))
        page.decided.connect(self._resolve)
        page.turned.connect(self._turn)
        page.accepted.connect(self._carry_out)
        self._table_desk.offer(page, plan, self._files)
        if len(plan.files) == 1 and plan.files[0].archive_hash:
            instead = plain_button(self.tr("Restore everything instead…"))
            instead.clicked.connect(self._restore_instead)
            page.add_to_head(instead)
        self._asides.lay(page)

    def _restore_instead(self) -> None:
        """An archive may take the place of what is here as well."""
        self._intents.restore_wanted.emit(self._plan.files[0].report.path)

    def _named(self, entry: PlannedEntry) -> str:
        try:
            profile = self._workspace.importing.whom(self._plan, entry)
        except NotFound:
            return self.tr("somebody who is gone")
        return " · ".join(text for text in (profile.full_name, profile.current.organisation) if text)

    def _standing(self, entry: PlannedEntry) -> Profile | None:
        try:
            return self._workspace.people.get(PersonId(entry.whom)).profile
        except NotFound:
            return None

    def _turn(self, entry: PlannedEntry, field: str) -> None:
        self._workspace.importing.turn(entry, field)
        if isinstance(self._asides.shown, ImportPage):
            self._asides.shown.refresh()

    def _resolve(self, entries: Sequence[PlannedEntry], choice: Choice) -> None:
        for entry in entries:
            self._workspace.importing.resolve(entry, choice)
        if isinstance(self._asides.shown, ImportPage):
            self._asides.shown.refresh()

    def _carry_out(self, tags: tuple[str, ...], event: str) -> None:
        page, plan = self._asides.shown, self._plan
        if not isinstance(page, ImportPage):
            return
        self._carrying_out, self._stopped = True, False
        page.show_working()
        page.finished.connect(self._stop)

        def keep_going(count: int) -> bool:
            self._brought.emit(count)
            return not self._stopped

        def work(_task: Task) -> Imported:
            with self._workspace.roster.elsewhere():
                return self._workspace.importing.carry_out(plan, tags, event, keep_going)

        self._tasks.run(work, self._done, self._not_done)

    def _stop(self) -> None:
        """The worker sees it, and takes back what it has written so far."""
        self._stopped = True

    def _show_brought(self, count: int) -> None:
        if self._carrying_out and isinstance(self._asides.shown, ImportPage):
            self._asides.shown.show_working(count)

    def _done(self, imported: Imported) -> None:
        self._carrying_out = False
        if isinstance(self._asides.shown, ImportPage):
            self._asides.leave()
        if said := said_outcome(imported):
            self._intents.undoable.emit(said)
        if imported.newcomers:
            self._intents.came_in.emit(imported.newcomers)

    def _not_done(self, error: Exception) -> None:
        self._carrying_out = False
        if isinstance(error, Stopped):
            self._intents.said.emit(self.tr("Stopped. Nothing was brought in."))
            return
        if isinstance(self._asides.shown, ImportPage):
            self._asides.shown.show_idle()
        self._intents.failed.emit(error)

    def _tell_why_not(self, error: Exception) -> None:
        self._reading = None
        self._asides.leave()
        self._intents.failed.emit(error)
