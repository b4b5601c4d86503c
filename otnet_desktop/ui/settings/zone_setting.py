"""The time zone one lives in.

Public: ``ZoneSetting(workspace)``: empty follows the computer, also on a journey.
"""

from __future__ import annotations

from zoneinfo import available_timezones

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from otnet_desktop.domain.errors import OtnetError
from otnet_desktop.domain.zone_names import zone_meant
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.said import said
from otnet_desktop.ui.settings.typed_setting import TypedSetting
from otnet_desktop.ui.widgets.zone_completer import ZoneCompleter


class ZoneSetting(TypedSetting):
    """A line that completes every zone there is."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self._workspace = workspace
        super().__init__("", workspace.preferences.current.zone, self._keep_zone, parent)
        self.set_label(self.tr("Time zone"))
        self._zones = QStringListModel(self)
        self.line.setCompleter(ZoneCompleter(self._zones, self.line))
        machine = workspace.preferences.machine_zone().key
        self.line.setPlaceholderText(self.tr("As this computer: {zone}").format(zone=machine))

    def showEvent(self, event: QShowEvent) -> None:
        """All zones there are: read only when somebody looks."""
        super().showEvent(event)
        if not self._zones.rowCount():
            self._zones.setStringList(sorted(available_timezones()))

    def flush(self) -> None:
        """Keep it, and spell it out once one is done: "new york" is America/New_York."""
        super().flush()
        if not self.said:
            self.show_text(self._workspace.preferences.current.zone)

    def _keep_zone(self, text: str) -> str:
        try:
            self._workspace.preferences.change(zone=zone_meant(text, self._zones.stringList()))
        except OtnetError as error:
            return said(error.told)
        return ""
