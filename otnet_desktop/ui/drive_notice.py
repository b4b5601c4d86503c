"""Says once, calmly, that the data lie on a drive where they are not safe.

Public: ``DriveNotice(workspace, banner, intents)`` with ``look()``.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from otnet_desktop.domain.drives import Drive, DriveKind
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.banner import Banner
from otnet_desktop.ui.intents import Intents

HELP = "privacy-and-data"


class DriveNotice(QObject):
    """A line in the banner with the way to what one can do; put away, it does not come again."""

    wanted = Signal()
    """Somebody wants to know more."""

    def __init__(self, workspace: Workspace, banner: Banner, intents: Intents) -> None:
        super().__init__(banner)
        self._workspace = workspace
        self._banner = banner
        self._intents = intents
        self.wanted.connect(self._help)

    def look(self) -> None:
        """At the start."""
        drive = self._workspace.care.drive_to_tell_of()
        if drive is not None:
            self._banner.offer(self._said(drive), self.tr("What to do"), self.wanted)

    def _said(self, drive: Drive) -> str:
        if drive.kind is DriveKind.NETWORK:
            said = self.tr("Your data lie on a network drive ({name}), where a lost connection may damage them.")
        else:
            said = self.tr("Your data lie in a folder that {name} copies while it is written, which may damage them.")
        return said.format(name=drive.name)

    def _help(self) -> None:
        self._intents.help_wanted.emit(HELP)
