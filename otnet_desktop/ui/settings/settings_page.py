"""The settings: one page; what is chosen holds at once.

Public: ``SettingsPage(workspace, bridge, intents, tasks, machine)``.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.asides import Aside
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.settings.backup_settings import BackupSettings
from otnet_desktop.ui.settings.calendar_settings import CalendarSettings
from otnet_desktop.ui.settings.look_settings import LookSettings
from otnet_desktop.ui.settings.machine import Machine
from otnet_desktop.ui.settings.machine_settings import FolderSettings, NoticeSettings
from otnet_desktop.ui.settings.mail_settings import MailSettings
from otnet_desktop.ui.settings.me_settings import MeSettings
from otnet_desktop.ui.settings.privacy_settings import PrivacySettings
from otnet_desktop.ui.settings.reminder_settings import QuietSettings, TimingSettings
from otnet_desktop.ui.settings.writing_settings import WritingSettings
from otnet_desktop.ui.tasks import Tasks
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.scrolled import scrolled

BESIDE = 800
"""As drawn: wide enough for two columns."""


class SettingsPage(Aside):
    """Cards in two columns; one above the other in a narrow window."""

    def __init__(
        self,
        workspace: Workspace,
        bridge: Bridge,
        intents: Intents,
        tasks: Tasks,
        machine: Machine,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Settings"))
        self.me = MeSettings(workspace)
        self.quiet = QuietSettings(workspace, intents)
        self.timing = TimingSettings(workspace, intents)
        self.notices = NoticeSettings(workspace, intents, machine)
        self.look = LookSettings(workspace, intents)
        self.writing = WritingSettings(workspace, intents)
        self.mail = MailSettings(workspace, intents, tasks)
        self.backups = BackupSettings(workspace, intents, tasks)
        self.privacy = PrivacySettings(workspace, intents, tasks)
        self.calendars = CalendarSettings(workspace, bridge, intents)
        folder = FolderSettings(machine)
        set_help(self, "reminders")
        for card in (folder, self.backups, self.privacy):
            set_help(card, "privacy-and-data")
        set_help(self.notices, "trouble")
        set_help(self.writing, "e-mail")
        set_help(self.mail, "e-mail")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setContentsMargins(0, 0, 3 * STEP, 0)
        self._columns.setSpacing(4 * STEP)
        left = (self.me, self.look, self.notices, self.calendars, self.backups, self.privacy, folder)
        for cards in (left, (self.quiet, self.timing, self.writing, self.mail)):
            self._columns.addLayout(_column(cards), 1)
        page = QWidget()
        set_surface(page, Surface.GROUND)
        page.setLayout(self._columns)
        self._area = scrolled(page)
        self.body.addWidget(self._area, 1)

    def first_field(self) -> QWidget:
        """The name."""
        return self.me.settings["name"].line

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns, or one."""
        super().resizeEvent(event)
        beside = self.width() >= look().metrics.shape(BESIDE)
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)


def _column(cards: tuple[Card, ...]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(3 * STEP)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return column
