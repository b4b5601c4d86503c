"""When one is reminded, and when one is left alone.

Public: ``QuietSettings(workspace, intents)`` and ``TimingSettings(workspace, intents)``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.settings.quiet_days import Holidays, QuietDays
from otnet_desktop.ui.settings.timing_keeper import TimingKeeper
from otnet_desktop.ui.settings.timing_rows import NumberRow, TimeRow
from otnet_desktop.ui.settings.timing_words import number_words, time_words
from otnet_desktop.ui.settings.zone_setting import ZoneSetting
from otnet_desktop.ui.widgets.card import Card


class QuietSettings(Card):
    """Zone, working day, quiet hours, quiet days, holidays."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Your time"))
        self.set_caption(self.tr("nothing disturbs you in quiet hours"))
        keeper = TimingKeeper(workspace, intents, self)
        zone = workspace.preferences.timing().zone
        self.body.addWidget(ZoneSetting(workspace))
        self.rows = {name: TimeRow(name, label, keeper) for name, label in time_words().items()}
        for row in self.rows.values():
            self.body.addWidget(row)
        self.quiet_days = QuietDays(keeper)
        self.holidays = Holidays(keeper, workspace.clock.now().astimezone(zone).date())
        self.body.addWidget(self.quiet_days)
        self.body.addWidget(self.holidays)


class TimingSettings(Card):
    """Every number, with the way back to what is usual."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Reminders"))
        self.set_caption(self.tr("as career services advise, unless you choose otherwise"))
        keeper = TimingKeeper(workspace, intents, self)
        self.rows = {name: NumberRow(name, words, keeper) for name, words in number_words().items()}
        for row in self.rows.values():
            self.body.addWidget(row)
