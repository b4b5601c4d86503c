"""The data cannot be used any more: the last good backup, or any other, and one button that brings it back.

Public: ``RecoveryPage(error, recovery, tasks, moment, unsaved)``; ``moment`` tells now, and the zone one reads in,
``unsaved`` is what was written and not saved. ``restored`` says that the data can be opened again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from otnet_desktop.domain.backups import OpenedBy
from otnet_desktop.domain.errors import OtnetError, PassphraseNeeded
from otnet_desktop.services.care import KeptBackup
from otnet_desktop.services.recovery import Recovery
from otnet_desktop.ui.dates import said_moment
from otnet_desktop.ui.locking.key_ask import KeyAsk
from otnet_desktop.ui.said import said
from otnet_desktop.ui.saving_a_copy import ask_where_to_save
from otnet_desktop.ui.settings.backup_chooser import ask_for_backup
from otnet_desktop.ui.settings.backup_words import said_people
from otnet_desktop.ui.tasks import Task, Tasks
from otnet_desktop.ui.widgets.empty_state import EmptyState


class Found(NamedTuple):
    """What there is to bring back; ``is_less``: it has no passphrase, though the data had one."""

    backup: KeptBackup | None
    is_locked: bool = False
    is_less: bool = False


class RecoveryPage(EmptyState):
    """Nothing changes before somebody says so, and the damaged file is kept even then."""

    restored = Signal()

    def __init__(
        self,
        error: OtnetError,
        recovery: Recovery,
        tasks: Tasks,
        moment: Callable[[], tuple[datetime, tzinfo]],
        unsaved: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("warning", said(error.title), parent=parent)
        self._trouble = said(error.title)
        self._recovery = recovery
        self._tasks = tasks
        self._moment = moment
        self._unsaved = unsaved
        self._source: Path | None = None
        self.key_ask = KeyAsk(tasks, self._unlock)
        self.key_ask.opened.connect(self._unlocked)
        self.add_below(self.key_ask)
        self.take = self.add_button(self.tr("Restore this backup"), primary=True)
        self.take.clicked.connect(self._bring_back)
        self.take.hide()
        self.save = self.add_button(self.tr("Save a copy of what you wrote…"), icon_name="export")
        self.save.clicked.connect(self._ask_where)
        self.save.setVisible(bool(unsaved))
        self.elsewhere = self.add_button(self.tr("From a file…"), icon_name="open")
        self.elsewhere.clicked.connect(self._ask_for_file)
        self.add_button(self.tr("Quit")).clicked.connect(QApplication.quit)
        self.say(self._trouble, self.tr("It was left as it is. Looking for the last good backup…"))
        tasks.run(self._look, self._offer, self._tell)

    def choose_file(self, file: str) -> None:
        """Bring back that one instead: a backup from a stick, or an archive."""
        self._source = Path(file)
        said = self.tr("{file} is read and checked before it takes the place of your data. The damaged file is kept.")
        self.say(self._trouble, said.format(file=self._source.name))
        self.take.setText(self.tr("Restore this file"))
        self._let(is_locked=self._recovery.is_locked(self._source))

    def save_text(self, file: str) -> None:
        """Write down what could not be saved."""
        try:
            self._recovery.save_text(Path(file), self._unsaved)
        except OtnetError as error:
            self._tell(error)
        else:
            self.save.setText(self.tr("Saved; save it once more…"))

    def _look(self, _task: Task) -> Found:
        backup = self._recovery.last_good_backup(self._moment()[0])
        if backup is None:
            return Found(None)
        is_plain = backup.opened_by is OpenedBy.ANYBODY
        is_less = is_plain and not self._recovery.keeps_passphrase and self._recovery.others_are_protected()
        return Found(backup, self._recovery.is_locked(backup.path), is_less)

    def _offer(self, found: Found) -> None:
        if self._source is not None:  # somebody chose meanwhile
            return
        if found.backup is None:
            sentence = self.tr(
                "It was left as it is. There is no good backup in the folder “backups” beside it. If you have a backup "
                "or an archive elsewhere, on a stick for instance, choose it."
            )
            self.say(self._trouble, sentence)
            self.elsewhere.setFocus()
            return
        self._source = found.backup.path
        self.say(self._trouble, self._said(found.backup, found))
        self._let(is_locked=found.is_locked)

    def _said(self, backup: KeptBackup, found: Found) -> str:
        when, people = said_moment(backup.at, *self._moment()), said_people(backup.people)
        told = self.tr("Last good backup: {when}, {people}, verified just now. The damaged file is kept beside it.")
        more = ""
        if found.is_locked:
            more = self.tr("It is protected by the passphrase you had when it was made.")
        elif found.is_less:
            more = self.tr(
                "This one has no passphrase, though others have: what comes back can be read by whoever opens your "
                "folder, until you set a passphrase again."
            )
        elif backup.opened_by is OpenedBy.ANYBODY and self._recovery.keeps_passphrase:
            more = self.tr("It has no passphrase; what comes back is protected by the one you entered.")
        return f"{told} {more}".strip().format(when=when, people=people)

    def _let(self, *, is_locked: bool) -> None:
        self.take.setVisible(not is_locked)
        self.take.setEnabled(True)
        if is_locked:
            self.key_ask.ask()
            self.key_ask.setFocus()
        else:
            self.key_ask.forget()
            self.take.setFocus()

    def _unlock(self, secret: str) -> object:
        assert self._source is not None, "it is asked for a file"
        self._recovery.unlock(self._source, secret)
        return None

    def _unlocked(self) -> None:
        self._let(is_locked=False)

    def _bring_back(self) -> None:
        for button in (self.take, self.elsewhere):
            button.setEnabled(False)
        self._tasks.run(self._work, self._done, self._tell)

    def _work(self, _task: Task) -> None:
        assert self._source is not None, "the button is there only with a file"
        self._recovery.bring_back(self._source, self._moment()[0])

    def _done(self, _answer: None) -> None:
        self.restored.emit()

    def _tell(self, error: Exception) -> None:
        """It may be tried again, when there is room for instance, or with another one."""
        if not isinstance(error, OtnetError):
            raise error
        self.elsewhere.setEnabled(True)
        self.say(self._trouble, said(error.told))
        if self._source is not None:
            self._let(is_locked=isinstance(error, PassphraseNeeded))

    def _ask_where(self) -> None:
        ask_where_to_save(self, self.save_text)

    def _ask_for_file(self) -> None:
        ask_for_backup(self, self.choose_file, str(self._recovery.backups))
