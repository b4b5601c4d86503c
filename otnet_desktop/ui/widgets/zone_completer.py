"""Completes the names of time zones, which have underscores where people type spaces, and what clocks are called.

Public: ``ZoneCompleter(names, parent)``.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QObject, Qt
from PySide6.QtWidgets import QCompleter

from otnet_desktop.domain.zone_names import zone_called


class ZoneCompleter(QCompleter):
    """From any part of a name, in any case."""

    def __init__(self, names: QAbstractItemModel, parent: QObject) -> None:
        super().__init__(names, parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def splitPath(self, path: str) -> list[str]:
        """What to look for."""
        return [zone_called(path) or "_".join(path.split(" "))]
