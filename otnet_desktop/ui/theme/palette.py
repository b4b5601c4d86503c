"""The palette Fusion paints with.

Public: ``palette_of(look)``, and ``Surface`` with ``set_surface(widget, surface)``: the ground a pane stands on, kept
as a role of the palette so that it follows a change of scheme by itself.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from otnet_desktop.ui.theme.look import Look
from otnet_desktop.ui.theme.tokens import Role

_ROLES = {
    QPalette.ColorRole.Window: Role.GROUND,
    QPalette.ColorRole.WindowText: Role.TEXT,
    QPalette.ColorRole.Base: Role.PANEL,
    QPalette.ColorRole.AlternateBase: Role.SIDE,
    QPalette.ColorRole.Text: Role.TEXT,
    QPalette.ColorRole.BrightText: Role.ON_ACCENT,
    QPalette.ColorRole.PlaceholderText: Role.SOFT,
    QPalette.ColorRole.Button: Role.PANEL,
    QPalette.ColorRole.ButtonText: Role.TEXT,
    QPalette.ColorRole.ToolTipBase: Role.PANEL,
    QPalette.ColorRole.ToolTipText: Role.TEXT,
    QPalette.ColorRole.Highlight: Role.ACCENT,
    QPalette.ColorRole.HighlightedText: Role.ON_ACCENT,
    QPalette.ColorRole.Accent: Role.ACCENT,
    QPalette.ColorRole.Link: Role.ACCENT,
    QPalette.ColorRole.LinkVisited: Role.PLUM,
    QPalette.ColorRole.Light: Role.PANEL,
    QPalette.ColorRole.Midlight: Role.HAIRLINE,
    QPalette.ColorRole.Mid: Role.CONTROL,
    QPalette.ColorRole.Dark: Role.CONTROL,
    QPalette.ColorRole.Shadow: Role.CONTROL,
}

_WHEN_DISABLED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


class Surface(Enum):
    """What a pane stands on."""

    GROUND = QPalette.ColorRole.Window
    PANEL = QPalette.ColorRole.Base
    SIDE = QPalette.ColorRole.AlternateBase


def palette_of(look: Look) -> QPalette:
    """Every role for every state. An inactive window keeps its colours: a selection must not fade with the focus."""
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, look[token])
    for role in _WHEN_DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, look[Role.FAINT])
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, look[Role.CONTROL])
    return palette


def set_surface(widget: QWidget, surface: Surface) -> None:
    """Let ``widget`` fill itself with that ground."""
    widget.setBackgroundRole(surface.value)
    widget.setAutoFillBackground(True)
