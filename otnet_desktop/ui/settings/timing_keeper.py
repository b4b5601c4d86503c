"""The user's timing, a field at a time: what holds, what is usual, and the way back.

Public: ``TimingKeeper(workspace, intents)`` with ``value(name)``, ``usual(name)``, ``keep(name, value)``,
``reset(name)`` and the signal ``kept(name)``. Only what differs from the usual is written.
"""

from __future__ import annotations

from datetime import date, time
from typing import Any

from PySide6.QtCore import QObject, Signal

from otnet_desktop.domain.timing import Timing
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.intents import Intents

USUAL = Timing()


class TimingKeeper(QObject):
    """Reads and writes fields of ``Timing``."""

    kept = Signal(str)

    def __init__(self, workspace: Workspace, intents: Intents, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents

    def value(self, name: str) -> Any:  # noqa: ANN401 - a field of Timing
        """What holds now."""
        return getattr(self._workspace.preferences.timing(), name)

    def usual(self, name: str) -> Any:  # noqa: ANN401
        """What holds where nobody chose."""
        return getattr(USUAL, name)

    def is_usual(self, name: str) -> bool:
        """Whether nobody chose anything else."""
        return bool(self.value(name) == self.usual(name))

    def keep(self, name: str, value: Any) -> None:  # noqa: ANN401
        """Choose a value."""
        if value == self.value(name):
            return
        timing = {key: told for key, told in self._workspace.preferences.current.timing.items() if key != name}
        if value != self.usual(name):
            timing[name] = _told(value)
        if succeeded(self._intents, lambda: self._workspace.preferences.change(timing=timing)):
            self.kept.emit(name)

    def reset(self, name: str) -> None:
        """Back to what is usual."""
        self.keep(name, self.usual(name))


def _told(value: Any) -> Any:  # noqa: ANN401 - a field of Timing in, JSON out
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, frozenset):
        return sorted(day.isoformat() if isinstance(day, date) else int(day) for day in value)
    return value
