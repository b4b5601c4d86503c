"""The Compass and the Journey of the side rail, made when one first goes there.

Public: ``compass_place(workspace, bridge, intents, tasks)`` and ``journey_place(workspace, bridge, intents)``.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.later_place import LaterPlace
from otnet_desktop.ui.tasks import Tasks

translate = QCoreApplication.translate


def compass_place(workspace: Workspace, bridge: Bridge, intents: Intents, tasks: Tasks) -> LaterPlace:
    """Areas by settings, and who introduced whom."""

    def make() -> QWidget:
        from otnet_desktop.ui.compass.compass_page import CompassPage

        return CompassPage(workspace, bridge, intents, tasks)

    return LaterPlace(translate("Places", "Compass"), make)


def journey_place(workspace: Workspace, bridge: Bridge, intents: Intents) -> LaterPlace:
    """Advice, answers, reflections, opportunities, hours, and a year."""
    return JourneyPlace(workspace, bridge, intents)


class JourneyPlace(LaterPlace):
    """Turns to the part that is wanted."""

    def __init__(self, workspace: Workspace, bridge: Bridge, intents: Intents) -> None:
        def make() -> QWidget:
            from otnet_desktop.ui.journey.journey_page import JourneyPage

            return JourneyPage(workspace, bridge, intents)

        super().__init__(translate("Places", "Journey"), make)
        intents.journey_wanted.connect(self._turn)

    def _turn(self, part: str) -> None:
        from otnet_desktop.ui.journey.journey_page import JourneyPage

        page = self.made()
        assert isinstance(page, JourneyPage)
        page.show_part(part)
