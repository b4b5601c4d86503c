"""Tab goes through widgets made later in the order one sees them; Qt would put them last.

Public: ``tab_after(anchor, widgets)``, ``tab_before(anchor, widgets)`` and ``tab_through(anchor, whole, inner)``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
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


def tab_through(anchor: QWidget, whole: QWidget, inner: QWidget) -> None:
    """``anchor``, then everything in ``whole`` in its own order. ``inner`` is any control in it.

    Qt moves a whole only when Tab stops there and is sent on to something inside; so for a moment it does.
    """
    whole.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    whole.setFocusProxy(inner)
    QWidget.setTabOrder(anchor, whole)
    whole.setFocusProxy(None)  # type: ignore[arg-type]  # Qt's word for none
    whole.setFocusPolicy(Qt.FocusPolicy.NoFocus)
