"""Privacy: names in notifications, the passphrase, its sheet, and when the window locks by itself.

Public: ``PrivacySettings(workspace, intents, tasks)``.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget
from shiboken6 import isValid

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.abandonable import abandonable
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.locking.passphrase_form import Aim, PassphraseForm
from otnet_desktop.ui.locking.recovery_form import RecoveryForm
from otnet_desktop.ui.tasks import Task, Tasks, even_if_gone
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel

translate = QCoreApplication.translate

AFTER = (5, 15, 60, 0)
"""Minutes without a key or a click; 0 for never."""


class PrivacySettings(Card):
    """What is offered depends on whether there is a passphrase."""

    def __init__(self, workspace: Workspace, intents: Intents, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Privacy"))
        self._workspace = workspace
        self._intents = intents
        self._tasks = tasks
        self.told = PlainLabel()
        self.set_one = plain_button(self.tr("Set a passphrase…"), "shield")
        self.change = plain_button(self.tr("Change it…"))
        self.remove = plain_button(self.tr("Remove it…"))
        self.sheet = plain_button(self.tr("Recovery sheet…"))
        for button, slot in (
            (self.set_one, self._set),
            (self.change, self._change),
            (self.remove, self._remove),
            (self.sheet, self._show_sheet),
        ):
            button.clicked.connect(slot)
        self.remembers = QCheckBox(self.tr("Open without asking on this computer (system keyring)"))
        self.remembers.hide()
        self._reading: Task | None = None
        self.remembers.toggled.connect(self._keep_remembering)
        self.after = QComboBox()
        for minutes in AFTER:
            self.after.addItem(self._said_after(minutes), minutes)
        self.after.setCurrentIndex(max(0, self.after.findData(workspace.preferences.current.lock_after)))
        self.after.currentIndexChanged.connect(self._keep_after)
        self._after = LabelledField(self.tr("Lock when nothing was done for"), self.after)
        self.with_screen = QCheckBox(self.tr("Lock together with the screen"))
        self.with_screen.setChecked(workspace.preferences.current.lock_with_screen)
        self.with_screen.toggled.connect(self._keep_with_screen)
        self._hint = PlainLabel(size=TextSize.CAPTION, tone="soft")
        self._hint.setText(self.tr("Locked, the tray and notifications name nobody."))
        self.body.addWidget(self.told)
        row = FlowLayout()
        for button in (self.set_one, self.change, self.remove, self.sheet):
            row.addWidget(button)
        self.body.addLayout(row)
        for part in (self.remembers, self._after, self.with_screen, self._hint):
            self.body.addWidget(part)
        self.look()

    def look(self) -> None:
        """As things are now."""
        protected = self._workspace.locking.is_protected
        if protected:
            self.told.setText(self.tr("Your data and their backups are protected by a passphrase."))
        else:
            self.told.setText(
                self.tr("Whoever can open your folder can read your data. A passphrase protects them, and backups too.")
            )
        self.set_one.setVisible(not protected)
        for part in (self.change, self.remove, self.sheet, self._after, self.with_screen, self._hint):
            part.setVisible(protected)
        if not protected:
            self.remembers.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks: ask the keyring, which may take a while."""
        super().showEvent(event)
        if not event.spontaneous():
            self._ask_keyring()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        if not event.spontaneous():
            self._leave_keyring()
        super().hideEvent(event)

    def _ask_keyring(self) -> None:
        if self._workspace.locking.is_protected:
            self._leave_keyring()
            self._reading = self._tasks.run(self._read_keyring, self._show_keyring, ahead=True)

    def _leave_keyring(self) -> None:
        """What it tells now would be old."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _read_keyring(self, task: Task) -> tuple[bool, bool]:
        locking = self._workspace.locking

        def read() -> tuple[bool, bool]:
            return (True, locking.is_remembered()) if locking.can_remember() else (False, False)

        return abandonable(task, read) or (False, False)

    def _show_keyring(self, told: tuple[bool, bool]) -> None:
        self._reading = None
        can, does = told
        self.remembers.setEnabled(True)
        with QSignalBlocker(self.remembers):
            self.remembers.setChecked(does)
        self.remembers.setVisible(can and self._workspace.locking.is_protected)

    def _keep_remembering(self, wanted: bool) -> None:
        """One wish at a time: two would reach the keyring in any order."""
        self._leave_keyring()
        self.remembers.setEnabled(False)
        locking = self._workspace.locking

        def work(task: Task) -> tuple[bool, bool]:
            return wanted, abandonable(task, locking.remember if wanted else locking.forget) is True

        self._tasks.run(work, even_if_gone(self._kept_remembering), ahead=True)  # it may take no worker from others

    def _kept_remembering(self, told: tuple[bool, bool]) -> None:
        """The box shows what is so, not what was wished."""
        wanted, is_done = told
        if not is_done:
            self._intents.said.emit(said_not_kept(wanted))
        if isValid(self):
            with QSignalBlocker(self.remembers):
                self.remembers.setChecked(wanted is is_done)
            self.remembers.setEnabled(True)

    def _open(self, aim: Aim) -> PassphraseForm:
        form = PassphraseForm(self._workspace, self._intents, self._tasks, aim, self.window())
        form.changed.connect(self._changed)
        form.open()
        return form

    def _set(self) -> None:
        self._open(Aim.SET)

    def _change(self) -> None:
        self._open(Aim.CHANGE)

    def _remove(self) -> None:
        self._open(Aim.REMOVE)

    def _changed(self) -> None:
        """A new passphrase has a new sheet, which is shown at once."""
        self.look()
        self._ask_keyring()
        if self._workspace.locking.is_protected:
            RecoveryForm(self._workspace, self._intents, self.window(), is_new=True).open()

    def _show_sheet(self) -> None:
        RecoveryForm(self._workspace, self._intents, self.window()).open()

    def _keep_after(self, _index: int) -> None:
        attempt(self._intents, lambda: self._workspace.preferences.change(lock_after=self.after.currentData()))

    def _keep_with_screen(self, on: bool) -> None:
        attempt(self._intents, lambda: self._workspace.preferences.change(lock_with_screen=on))

    def _said_after(self, minutes: int) -> str:
        return self.tr("{n} minutes").format(n=minutes) if minutes else self.tr("Never")


def said_not_kept(wanted: bool) -> str:
    """Why the box is as it was before."""
    if wanted:
        return translate("PrivacySettings", "The keyring did not take it: the passphrase is asked at each start.")
    return translate(
        "PrivacySettings",
        "The keyring did not let it go: your data still open here without asking. Take the entry “OTnet Desktop” out "
        "of the keyring yourself, or change the passphrase.",
    )
