"""A heading inside a menu, over the choices that belong together.

Public: ``add_heading(menu, text)``. Qt has sections for this, but with a style sheet their text is not drawn.
"""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidgetAction

from otnet_desktop.ui.theme.literal import caption
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.plain_label import PlainLabel


def add_heading(menu: QMenu, text: str) -> None:
    """Say what follows; neither keyboard nor pointer stops at it."""
    menu.addSeparator()
    label = PlainLabel(text, TextSize.CAPTION, "soft")
    label.setWordWrap(False)
    label.setContentsMargins(3 * STEP, STEP, 5 * STEP, STEP)
    heading = QWidgetAction(menu)
    heading.setText(caption(text))
    heading.setDefaultWidget(label)
    heading.setSeparator(True)
    menu.addAction(heading)
