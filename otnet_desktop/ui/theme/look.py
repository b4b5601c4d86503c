"""What is needed to paint: the colours and sizes in force.

Public: ``look()`` answers the ``Look`` in force. A ``Look`` never changes; another scheme or text size puts another one
in its place, so anything cached may be kept as long as ``look()`` is the same object. ``Theme`` alone calls
``put_in_force``. Widgets hear of it through ``changeEvent``, as of any change of palette.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor, QFont, QGuiApplication

from otnet_desktop.ui.theme.metrics import Metrics
from otnet_desktop.ui.theme.tokens import DARK, LIGHT, Role


class Look:
    """Colours and sizes. ``look[Role.TEXT]`` is a shared ``QColor``: treat it as a constant."""

    __slots__ = ("_colours", "dark", "metrics", "tokens")

    def __init__(self, dark: bool, font: QFont) -> None:
        self.dark = dark
        self.tokens: Mapping[Role, str] = DARK if dark else LIGHT
        self.metrics = Metrics(font)
        self._colours = {role: QColor(value) for role, value in self.tokens.items()}

    def __getitem__(self, role: Role) -> QColor:
        return self._colours[role]


_in_force: list[Look] = []


def look() -> Look:
    """The look in force; a light one in the application's font before any theme was applied."""
    if not _in_force:
        _in_force.append(Look(False, QGuiApplication.font()))
    return _in_force[0]


def put_in_force(new: Look) -> None:
    """Replace the look. For ``Theme`` only."""
    _in_force[:] = [new]
