"""Setting, changing and removing the passphrase: what it means first, then the work, which cannot be left half done.

Public: ``PassphraseForm(workspace, intents, tasks, aim)``, ``Aim`` and the signal ``changed``. While data and backups
are written anew the window is blocked, nothing else of the program touches the data, and the form tells how far it is.
"""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QProgressBar, QWidget

from otnet_desktop.domain.errors import OtnetError, WrongPassphrase
from otnet_desktop.domain.passphrases import Strength, strength_of
from otnet_desktop.services.locking import OldBackups, Rewritten
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.locking.secret_line import CapsNote, PlainBox, SecretLine
from otnet_desktop.ui.locking.strength_words import said_strength
from otnet_desktop.ui.said import said
from otnet_desktop.ui.tasks import Task, Tasks
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.short_form import ShortForm
from otnet_desktop.ui.words import plural


class Aim(Enum):
    """What the form is for."""

    SET = auto()
    CHANGE = auto()
    REMOVE = auto()


class PassphraseForm(ShortForm):
    """Two or three fields, and the backups' fate."""

    changed = Signal()
    """It is done: the data are protected by this passphrase, or by none."""
    _progressed = Signal(int, int)

    def __init__(
        self, workspace: Workspace, intents: Intents, tasks: Tasks, aim: Aim, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self._workspace = workspace
        self._intents = intents
        self._tasks = tasks
        self._aim = aim
        self._works = False
        title, button = self._titles()
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.accept_button.setText(button)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        set_help(self, "privacy-and-data")
        self.old, self._old = self._secret(self.tr("Current passphrase, or the code of the recovery sheet"))
        self.new, self._new = self._secret(self.tr("New passphrase"))
        self.again, self._again = self._secret(self.tr("The same once more"))
        self.new.textChanged.connect(self._say_strength)
        secrets = (self.old, self.new, self.again)
        self.caps = CapsNote(secrets)
        self.plain = PlainBox(secrets)
        self.old_backups = QCheckBox(self.tr("Keep all backups (otherwise only the newest)"))
        self.old_backups.setChecked(True)
        self._progress = QProgressBar()
        self._progress.setAccessibleName(self.tr("How far it is"))
        self._progress.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._progress.hide()
        self._progressed.connect(self._show_progress)
        self._told = PlainLabel(size=TextSize.CAPTION, tone="due")
        self._told.hide()
        for text in self._meaning():
            self.body.addWidget(PlainLabel(text))
        for part in (
            self._old,
            self._new,
            self._again,
            self.caps,
            self.plain,
            self.old_backups,
            self._progress,
            self._told,
        ):
            self.body.addWidget(part)
        self._old.setVisible(aim is not Aim.SET)
        for part in (self._new, self._again):
            part.setVisible(aim is not Aim.REMOVE)
        self.body.addStretch(1)
        (self.new if aim is Aim.SET else self.old).setFocus()

    def save(self) -> bool:
        """Begin; the form closes when everything is written."""
        if self._works or not self._is_understood():
            return False
        self._works = True
        self._progress.setRange(0, 0)
        self._progress.show()
        self._progress.setFocus(Qt.FocusReason.OtherFocusReason)  # else it goes to whatever is not disabled
        self._allow(changes=False)
        locking, new, old = self._workspace.locking, self.new.text(), self.old.text()
        backups = OldBackups.TAKE_ALONG if self.old_backups.isChecked() else OldBackups.NEWEST_ONLY
        removes = self._aim is Aim.REMOVE

        def work(_task: Task) -> Rewritten:
            if removes:
                return locking.remove_passphrase(old, backups, self._progressed.emit)
            return locking.set_passphrase(new, old, backups, self._progressed.emit)

        self._intents.rewriting.emit(True)
        locking.step_aside()
        self._tasks.run(work, self._done, self._failed, ahead=True)
        return False

    def reject(self) -> None:
        """Not while the data are written anew."""
        if not self._works:
            super().reject()

    def _is_understood(self) -> bool:
        for field in (self._old, self._again):
            field.say("")
        if self._aim is not Aim.SET and not self.old.text():
            return self._ask_again(self._old, self.tr("It is needed to open what is there."))
        if self._aim is Aim.REMOVE:
            return True
        if strength_of(self.new.text()) is Strength.TOO_SHORT:
            return self._ask_again(self._new, said_strength(self.new.text() or " "))
        if self.new.text() != self.again.text():
            return self._ask_again(self._again, self.tr("The two are not the same. Type it once more."))
        return True

    def _ask_again(self, field: LabelledField, said: str) -> bool:
        field.say(said, wrong=True)
        field.editor.setFocus()
        return False

    def _done(self, rewritten: Rewritten) -> None:
        self._end()
        came = plural(rewritten.backups, self.tr("{n} backup came along."), self.tr("{n} backups came along."))
        said = {
            Aim.SET: self.tr("Your data are protected now."),
            Aim.CHANGE: self.tr("The passphrase is changed."),
            Aim.REMOVE: self.tr("The passphrase is removed: your data are readable again."),
        }[self._aim]
        stayed = plural(
            len(rewritten.left),
            self.tr("{n} backup of yet another passphrase stayed as it was."),
            self.tr("{n} backups of yet another passphrase stayed as they were."),
        )
        told = [said, came if rewritten.backups else "", stayed if rewritten.left else ""]
        self._intents.said.emit(" ".join(filter(None, told)))
        self.changed.emit()
        self.accept_done()

    def accept_done(self) -> None:
        """Close; nothing typed stays."""
        for field in (self.old, self.new, self.again):
            field.clear()
        super().reject()

    def _failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, OtnetError):
            raise error
        if isinstance(error, WrongPassphrase):
            self._ask_again(self._old, self.tr("That is neither your current passphrase nor the code of its sheet."))
            self.old.selectAll()
            return
        self._told.setText(said(error.told))
        self._told.show()

    def _end(self) -> None:
        self._works = False
        self._allow(changes=True)
        (self.new if self._aim is Aim.SET else self.old).setFocus(Qt.FocusReason.OtherFocusReason)
        self._progress.hide()
        self._intents.rewriting.emit(False)

    def _allow(self, *, changes: bool) -> None:
        for part in (
            self.old,
            self.new,
            self.again,
            self.plain,
            self.old_backups,
            self.accept_button,
            self.leave_button,
        ):
            part.setEnabled(changes)
        self._told.hide()

    def _show_progress(self, done: int, of: int) -> None:
        self._progress.setRange(0, of)
        self._progress.setValue(done)

    def _say_strength(self, typed: str) -> None:
        self._new.say(said_strength(typed))

    def _secret(self, label: str) -> tuple[SecretLine, LabelledField]:
        made = SecretLine()
        return made, LabelledField(label, made)

    def _titles(self) -> tuple[str, str]:
        return {
            Aim.SET: (self.tr("Set a passphrase"), self.tr("Protect my data")),
            Aim.CHANGE: (self.tr("Change the passphrase"), self.tr("Change it")),
            Aim.REMOVE: (self.tr("Remove the passphrase"), self.tr("Remove it")),
        }[self._aim]

    def _meaning(self) -> list[str]:
        """In plain words, before anything is done."""
        if self._aim is Aim.REMOVE:
            removed = self.tr(
                "Without a passphrase, whoever can open your data folder can read your data and backups. Copies in "
                "other places still need it: keep it, and its sheet, as long as you keep them."
            )
            return [removed]
        does = self.tr(
            "A passphrase encrypts your data and all their backups: who has the files, but not the passphrase, can "
            "read nothing. You type it at each start, which takes a moment longer, and whenever the window was locked."
        )
        lost = self.tr(
            "If you lose it, and the recovery sheet too, everything is lost: your people, your notes, every backup. "
            "Nobody can open them, not even us. There is no other way in."
        )
        advice = self.tr("Four or five words that do not belong together are easy to keep in mind.")
        found = len(self._workspace.locking.goes_with_plain_data()) if self._aim is Aim.SET else 0
        set_aside = plural(
            found,
            self.tr("{n} damaged or half-written file beside your data cannot be protected and will be deleted."),
            self.tr("{n} damaged or half-written files beside your data cannot be protected and will be deleted."),
        )
        elsewhere = self.tr(
            "The backups here come along. Copies in other places, on a stick that is not in for instance, still need "
            "the passphrase of before: keep it, and its sheet, as long as you keep them."
        )
        changed = [elsewhere] if self._aim is Aim.CHANGE else []
        said = [lost, advice] if self._aim is Aim.CHANGE else [does, lost, advice]
        return [*said, *([set_aside] if found else []), *changed]
