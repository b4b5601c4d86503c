"""The style sheet for Qt's own controls: what a palette cannot say (edges of 3:1, the 2 px ring of the focus, radii).

Public: ``stylesheet_of(look)``. The rules stand in ``resources/style/controls.qss`` with ``$role`` and size names in
them. The sheet is small on purpose: each rule is matched against each widget when it is first shown.
"""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QFile, QIODevice

from otnet_desktop.ui.theme.look import Look
from otnet_desktop.ui.theme.metrics import CARD_RADIUS, RADIUS, TARGET, TextSize

_PATH = "res:style/controls.qss"
"""``res:`` is the search path that the application sets to its resources."""


def stylesheet_of(look: Look) -> str:
    """The rules with this look's colours and sizes in them."""
    metrics = look.metrics
    chip_line = max(metrics.line(TextSize.CAPTION), TARGET - 2 * 4)
    sizes = {
        "scheme": "dark" if look.dark else "light",
        "radius": f"{RADIUS}px",
        "card_radius": f"{CARD_RADIUS}px",
        "indicator": f"{metrics.shape(18)}px",
        "radio_radius": f"{metrics.shape(18) // 2 + 1}px",
        "glyph": f"{metrics.shape(12)}px",
        "button_line": f"{max(metrics.line(), metrics.shape(18))}px",
        "chip_line": f"{chip_line}px",
        "chip_radius": f"{(chip_line + 8) // 2}px",
        **{f"size_{size.value}": metrics.css(size) for size in TextSize},
    }
    return Template(_rules()).substitute({role.value: value for role, value in look.tokens.items()}, **sizes)


def _rules() -> str:
    file = QFile(_PATH)
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(_PATH)
    try:
        return bytes(file.readAll().data()).decode()
    finally:
        file.close()
