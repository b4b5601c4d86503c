"""The time zone one lives in.

Public: ``ZoneSetting(workspace)``: empty follows the computer, also on a journey.
"""

from __future__ import annotations

from zoneinfo import available_timezones

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from otnet_desktop.domain.errors import OtnetError
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.people.place_rows import completer_for
from otnet_desktop.ui.settings.typed_setting import TypedSetting


class ZoneSetting(TypedSetting):
    """A line that completes every zone there is."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self._workspace = workspace
        super().__init__("", workspace.preferences.current.zone, self._keep_zone, parent)
        self.set_label(self.tr("Time zone"))
        self._zones = QStringListModel(self)
        self.line.setCompleter(completer_for(self._zones, self.line))
        machine = workspace.preferences.machine_zone().key
        self.line.setPlaceholderText(self.tr("As this computer: {zone}").format(zone=machine))

    def showEvent(self, event: QShowEvent) -> None:
        """All zones there are: read only when somebody looks."""
        super().showEvent(event)
        if not self._zones.rowCount():
            self._zones.setStringList(sorted(available_timezones()))

    def _keep_zone(self, text: str) -> str:
        try:
            self._workspace.preferences.change(zone=text)
        except OtnetError as error:
            return str(error)
        return ""
