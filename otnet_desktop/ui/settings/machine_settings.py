"""Notifications, starting with the system, and where the data are.

Public: ``NoticeSettings(workspace, intents, machine)`` and ``FolderSettings(machine)``.
"""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QWidget

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt, succeeded
from otnet_desktop.ui.dates import said_moment
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.settings.machine import Machine
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class NoticeSettings(Card):
    """How one is told, and whether it works."""

    def __init__(self, workspace: Workspace, intents: Intents, machine: Machine, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Notifications"))
        self._workspace = workspace
        self._intents = intents
        self._machine = machine
        self.discreet = QCheckBox(self.tr("Discreet: notifications and the tray name nobody"))
        self.discreet.setChecked(workspace.preferences.current.discreet)
        self.discreet.toggled.connect(self._keep_discreet)
        self.autostart = QCheckBox(self.tr("Start with the system, in the tray"))
        self.autostart.setChecked(machine.autostart_is_on())
        self.autostart.setVisible(machine.offers_autostart)
        self.autostart.toggled.connect(self._turn_autostart)
        self.test = plain_button(self.tr("Show me a notification"), "bell")
        self.test.clicked.connect(self._show_one)
        self.checks = PlainLabel(size=TextSize.CAPTION, tone="soft")
        for box in (self.discreet, self.autostart):
            self.body.addWidget(box)
        self.body.addWidget(self.test, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.checks)
        self.say_checks()

    def say_checks(self) -> None:
        """When reminders were looked at, and when they will be again."""
        last, following = self._machine.checks()
        now, zone = self._workspace.clock.now(), self._workspace.preferences.timing().zone
        said = [] if last is None else [self.tr("Last checked {when}").format(when=said_moment(last, now, zone))]
        if following is not None:
            said.append(self.tr("next check {when} or sooner").format(when=said_moment(following, now, zone)))
        self.checks.setText(" · ".join(said))

    def _keep_discreet(self, on: bool) -> None:
        attempt(self._intents, lambda: self._workspace.preferences.change(discreet=on))

    def _turn_autostart(self, on: bool) -> None:
        if succeeded(self._intents, lambda: self._machine.turn_autostart(on)):
            attempt(self._intents, lambda: self._workspace.preferences.change(autostart=on))
        else:
            with QSignalBlocker(self.autostart):
                self.autostart.setChecked(not on)

    def _show_one(self) -> None:
        self._machine.show_test_notice()
        self.checks.setText(
            self.tr("A notification was sent. If none appeared, your desktop shows none; the row below does.")
        )


class FolderSettings(Card):
    """One folder holds everything."""

    def __init__(self, machine: Machine, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Your data"))
        self._machine = machine
        self.body.addWidget(PlainLabel(str(machine.folder), TextSize.CAPTION, selectable=True))
        show = plain_button(self.tr("Open folder"), "open")
        show.clicked.connect(self._open)
        self.body.addWidget(show, 0, Qt.AlignmentFlag.AlignLeading)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._machine.folder)))
