"""Tab goes through widgets made later in the order one sees them; Qt would put them last.

Public: ``tab_after(anchor, widgets)`` and ``tab_before(anchor, widgets)``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def tab_after(anchor: QWidget, widgets: Sequence[QWidget]) -> None:
    """``anchor``, then the widgets in their order, then what came after the anchor."""
    for before, after in pairwise([anchor, *widgets]):
        QWidget.setTabOrder(before, after)


def tab_before(anchor: QWidget, widgets: Sequence[QWidget]) -> None:
    """What came before ``anchor``, then the widgets in their order, then the anchor."""
    if widgets:
        tab_after(anchor, widgets)
        QWidget.setTabOrder(widgets[-1], anchor)
