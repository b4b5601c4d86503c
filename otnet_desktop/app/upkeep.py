"""Looks after the data while the program runs: the daily backup, the trash, and what may wait for an idle moment.

At most once an hour, off the window's thread.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QObject

from otnet_desktop.domain.errors import OtnetError
from otnet_desktop.services.second_place import Caught
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.tasks import Task, Tasks

log = logging.getLogger(__name__)

EVERY = timedelta(hours=1)
A_DAY = timedelta(days=1)


class Kept(NamedTuple):
    """What was done: whether a backup was made, and whether nothing is left of whoever was deleted for good.

    ``second`` is how the second place for backups stands, or why it could not be caught up with.
    """

    backed_up: bool
    is_wiped: bool
    second: Caught | OtnetError


class Upkeep(QObject):
    """Asked at every waking; mostly it has nothing to do."""

    def __init__(self, workspace: Workspace, tasks: Tasks, intents: Intents, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._intents = intents
        self._last: datetime | None = None
        self._whole_at: datetime | None = None
        self._has_failed = False
        self._second_has_failed = False

    def look(self) -> None:
        """Begin, if an hour has passed (or the clock was set back)."""
        now = self._workspace.clock.now()
        if self._last is None or not self._last <= now < self._last + EVERY:
            self._last = now
            self._tasks.run(self._work, self._done, self._failed)

    def _work(self, task: Task) -> Kept:
        with self._workspace.roster.elsewhere():
            self._expect_whole()  # first: of damaged data nothing is wiped, folded back, backed up or thinned
            self._workspace.trash.purge()
            is_wiped = self._workspace.trash.wipe()  # first, so that no new backup holds them
            backup = self._workspace.care.back_up_if_due()
            self._workspace.care.tidy()
            second = self._catch_up(task)
        return Kept(backup is not None, is_wiped, second)

    def _expect_whole(self) -> None:
        """After the start, and once a day; where they are known not to be, always. Raises DataDamaged."""
        soundness, now = self._workspace.soundness, self._workspace.clock.now()
        was_whole_today = self._whole_at is not None and self._whole_at <= now < self._whole_at + A_DAY
        if soundness.is_damaged or not was_whole_today:
            soundness.expect_whole()
            self._whole_at = now

    def _catch_up(self, task: Task) -> Caught | OtnetError:
        """Whatever is the matter with the second place, the first one is well. The program's end waits for no stick."""
        try:
            return self._workspace.second_place.catch_up(lambda: not task.is_cancelled)
        except OtnetError as error:
            return error

    def _done(self, kept: Kept) -> None:
        self._has_failed = False
        if kept.backed_up:
            log.info("The daily backup was made.")
        if not kept.is_wiped:
            self._last = None  # somebody saved meanwhile: again at the next waking
        self._tell_of_second(kept.second)

    def _tell_of_second(self, second: Caught | OtnetError) -> None:
        """Said once, and calmly: a stick may lie in a drawer for weeks."""
        if isinstance(second, OtnetError):
            log.warning("The second place for backups: %s", second.title)
            if not self._second_has_failed:
                self._second_has_failed = True
                self._intents.failed.emit(second)
            return
        self._second_has_failed = False
        if second.is_news:
            said = self.tr("The second place for backups is not there now. It is caught up with when it is back.")
            self._intents.said.emit(said)

    def _failed(self, error: Exception) -> None:
        """Said once, not every hour; what is not the world's fault goes on to the trouble report."""
        if not isinstance(error, OtnetError):
            raise error
        log.warning("The daily backup could not be made: %s", error)
        if not self._has_failed:
            self._has_failed = True
            self._intents.failed.emit(error)
