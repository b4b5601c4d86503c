"""The data cannot be opened any more: the last good backup, and one button that brings it back.

Public: ``RecoveryPage(error, recovery, tasks, moment)``; ``moment`` tells now, and the zone one reads in. ``restored``
says that the data can be opened again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from otnet_desktop.domain.errors import OtnetError
from otnet_desktop.services.care import KeptBackup
from otnet_desktop.services.recovery import Recovery
from otnet_desktop.ui.dates import said_moment
from otnet_desktop.ui.tasks import Task, Tasks
from otnet_desktop.ui.widgets.empty_state import EmptyState
from otnet_desktop.ui.words import plural


class RecoveryPage(EmptyState):
    """Nothing changes before somebody says so, and the damaged file is kept even then."""

    restored = Signal()

    def __init__(
        self,
        error: OtnetError,
        recovery: Recovery,
        tasks: Tasks,
        moment: Callable[[], tuple[datetime, tzinfo]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("warning", error.title, parent=parent)
        self._trouble = error.title
        self._recovery = recovery
        self._tasks = tasks
        self._moment = moment
        self._backup: KeptBackup | None = None
        self.take = self.add_button(self.tr("Restore this backup"), primary=True)
        self.take.clicked.connect(self._bring_back)
        self.take.hide()
        self.add_button(self.tr("Quit")).clicked.connect(QApplication.quit)
        self.say(self._trouble, self.tr("It was left as it is. Looking for the last good backup…"))
        tasks.run(self._look, self._offer, self._tell)

    def _look(self, _task: Task) -> KeptBackup | None:
        return self._recovery.last_good_backup()

    def _offer(self, backup: KeptBackup | None) -> None:
        self._backup = backup
        if backup is None:
            sentence = self.tr(
                "It was left as it is. There is no good backup in the folder “backups” beside it. If you have an "
                "archive elsewhere, bring it back with: otnet-desktop restore FILE"
            )
            self.say(self._trouble, sentence)
            return
        people = plural(backup.people or 0, self.tr("{n} person"), self.tr("{n} people"))
        sentence = self.tr("Last good backup: {when}, {people}, verified just now. The damaged file is kept beside it.")
        self.say(self._trouble, sentence.format(when=said_moment(backup.at, *self._moment()), people=people))
        self.take.show()
        self.take.setFocus()

    def _bring_back(self) -> None:
        self.take.setEnabled(False)
        self._tasks.run(self._work, self._done, self._tell)

    def _work(self, _task: Task) -> None:
        assert self._backup is not None, "the button is there only with a backup"
        self._recovery.bring_back(self._backup, self._moment()[0])

    def _done(self, _answer: None) -> None:
        self.restored.emit()

    def _tell(self, error: Exception) -> None:
        """It may be tried again, when there is room for instance."""
        if not isinstance(error, OtnetError):
            raise error
        self.take.setEnabled(True)
        self.say(self._trouble, str(error))
