"""The look of the first frame, before there is a theme.

Public: ``first_look(scheme, text_scale)``. Qt tells the desktop's scheme by an enumeration of its own namespace, and
with it come all the others (12 ms); the palette it has set says the same. ``Theme`` has the last word a moment later.
"""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QPalette

from otnet_desktop.ui.theme.look import Look
from otnet_desktop.ui.theme.metrics import scaled_font
from otnet_desktop.ui.theme.scheme import Scheme

_DARKER = 128
"""A ground darker than this, of 255, is a dark scheme's."""


def first_look(scheme: Scheme, text_scale: float) -> Look:
    """Colours and sizes as the user left them."""
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    dark = ground.lightness() < _DARKER if scheme is Scheme.SYSTEM else scheme is Scheme.DARK
    return Look(dark, scaled_font(QGuiApplication.font(), text_scale))
