"""Answers what is wanted besides people and meetings: files in and out, a backup, help. Each is made when first wanted.

Public: ``Desks(window, workspace, bridge, tasks)`` and ``settle(machine)``, after which there are settings.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from otnet_desktop.domain.meetings import MeetingId
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.exchange.file_drops import FileDrops
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.scheduling.calendar_watch import CalendarWatch
from otnet_desktop.ui.scheduling.feed_keeper import FeedKeeper
from otnet_desktop.ui.settings.timing_follower import TimingFollower
from otnet_desktop.ui.tasks import Task, Tasks
from otnet_desktop.ui.words import plural

if TYPE_CHECKING:
    from otnet_desktop.ui.duplicates.twice_desk import TwiceDesk
    from otnet_desktop.ui.exchange.import_desk import ImportDesk
    from otnet_desktop.ui.outreach.sending_desk import SendingDesk
    from otnet_desktop.ui.settings.machine import Machine


class Desks(QObject):
    """Lives and dies with its window."""

    def __init__(self, window: MainWindow, workspace: Workspace, bridge: Bridge, tasks: Tasks) -> None:
        super().__init__(window)
        self._machine: Machine | None = None
        self._window = window
        self._workspace = workspace
        self._bridge = bridge
        self._tasks = tasks
        intents = window.intents
        intents.import_wanted.connect(self._import)
        intents.export_wanted.connect(self._export)
        intents.backup_wanted.connect(self._back_up)
        intents.help_wanted.connect(self._help)
        intents.settings_wanted.connect(self._settings)
        intents.times_wanted.connect(self._times)
        intents.companion_wanted.connect(self._accompany)
        intents.send_wanted.connect(self._send)
        intents.drafts_wanted.connect(self._drafts)
        intents.letters_wanted.connect(self._letters)
        intents.twice_wanted.connect(self._twice)
        intents.merge_wanted.connect(self._merge)
        intents.came_in.connect(self._look_among)
        intents.trash_wanted.connect(self._trash)
        intents.restore_wanted.connect(self._restore)
        intents.check_wanted.connect(self._check)
        intents.changes_wanted.connect(self._changes)
        intents.originals_wanted.connect(self._originals)
        FileDrops(window, intents)
        set_help(window.people, "getting-started")
        TimingFollower(workspace, bridge, tasks, intents)
        if not workspace.preferences.is_safe:
            CalendarWatch(workspace, bridge, tasks)
            FeedKeeper(workspace, bridge, intents, tasks)

    def settle(self, machine: Machine) -> None:
        """What the settings ask of the program around them."""
        self._machine = machine

    @cached_property
    def _imports(self) -> ImportDesk:
        from otnet_desktop.ui.exchange.import_desk import ImportDesk

        return ImportDesk(self._workspace, self._window.intents, self._tasks, self._window.asides, self._window)

    @cached_property
    def _sending(self) -> SendingDesk:
        from otnet_desktop.ui.outreach.sending_desk import SendingDesk

        return SendingDesk(self._workspace, self._bridge, self._window.intents, self._tasks, self._window)

    @cached_property
    def _twins(self) -> TwiceDesk:
        from otnet_desktop.ui.duplicates.twice_desk import TwiceDesk

        return TwiceDesk(self._workspace, self._bridge, self._window.intents, self._tasks, self._window)

    def _twice(self) -> None:
        self._twins.show()

    def _merge(self, people: Sequence[int]) -> None:
        self._twins.merge(people)

    def _look_among(self, people: Sequence[int]) -> None:
        self._twins.look_among(people)

    def _send(self, message: int, address: str) -> None:
        self._sending.send(message, address)

    def _import(self, paths: Sequence[str]) -> None:
        self._imports.begin(paths)

    def _export(self) -> None:
        from otnet_desktop.ui.exchange.export_form import Audience, ExportForm

        window = self._window
        chosen = (PersonId(window.person),) if window.person else ()
        audience = Audience(chosen, tuple(map(PersonId, window.people.narrowed_to())))
        ExportForm(self._workspace, window.intents, self._tasks, audience, window).open()

    def _back_up(self) -> None:
        def work(_task: Task) -> int:
            with self._workspace.roster.elsewhere():
                people = self._workspace.care.back_up()[1].people
                self._workspace.second_place.catch_up()
                return people

        self._tasks.run(work, self._tell_backup, self._window.intents.failed.emit)

    def _tell_backup(self, people: int) -> None:
        one, many = self.tr("Backed up and verified: {n} person."), self.tr("Backed up and verified: {n} people.")
        self._window.intents.said.emit(plural(people, one, many))

    def _help(self, page: str) -> None:
        from otnet_desktop.ui.help.help_page import HelpPage

        shown = self._window.asides.shown
        if isinstance(shown, HelpPage):
            shown.show_page(page)
        else:
            folder = str(self._machine.folder) if self._machine else ""
            self._window.asides.lay(HelpPage(page, folder))

    def _times(self, person: int) -> None:
        from otnet_desktop.ui.scheduling.scheduler_page import SchedulerPage

        page = SchedulerPage(self._workspace, self._bridge, self._window.intents, PersonId(person))
        self._window.asides.lay(page)

    def _accompany(self, meeting: int) -> None:
        from otnet_desktop.ui.meetings.companion_page import CompanionPage

        found = attempt(self._window.intents, lambda: self._workspace.meetings.get(MeetingId(meeting)))
        if found is not None:
            self._window.asides.lay(CompanionPage(self._workspace, self._bridge, self._window.intents, found))

    def _drafts(self) -> None:
        from otnet_desktop.ui.outreach.drafts_page import DraftsPage

        self._window.asides.lay(DraftsPage(self._workspace, self._bridge, self._window.intents))

    def _letters(self, ref: str) -> None:
        from otnet_desktop.ui.outreach.letters_page import LettersPage

        page = LettersPage(self._workspace, self._bridge, self._window.intents, self._window.person)
        self._window.asides.lay(page)
        if ref:
            page.show_letter(ref)

    def _trash(self) -> None:
        from otnet_desktop.ui.people.trash_page import TrashPage

        self._window.asides.lay(TrashPage(self._workspace, self._bridge, self._window.intents, self._tasks))

    def _restore(self, file: str) -> None:
        from otnet_desktop.ui.settings.restore_page import RestorePage

        page = RestorePage(self._workspace, self._bridge, self._window.intents, self._tasks)
        self._window.asides.lay(page)
        if file:
            page.choose_file(file)

    def _check(self) -> None:
        from otnet_desktop.ui.settings.check_form import CheckForm

        CheckForm(self._workspace, self._window.intents, self._tasks, self._window).open()

    def _changes(self, person: int) -> None:
        from otnet_desktop.ui.people.changes_page import ChangesPage

        found = attempt(self._window.intents, lambda: self._workspace.people.get(PersonId(person)))
        if found is not None:
            page = ChangesPage(self._workspace, self._bridge, self._window.intents, self._tasks, found)
            self._window.asides.lay(page)

    def _originals(self, person: int) -> None:
        self._twins.show_originals(PersonId(person))

    def _settings(self) -> None:
        from otnet_desktop.ui.settings.settings_page import SettingsPage

        if self._machine is not None and not isinstance(self._window.asides.shown, SettingsPage):
            page = SettingsPage(self._workspace, self._bridge, self._window.intents, self._tasks, self._machine)
            self._window.asides.lay(page)
