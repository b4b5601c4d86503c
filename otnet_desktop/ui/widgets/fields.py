"""A field for numbers.

Public: ``number_field(name, lowest, highest, suffix)``. ``name`` is what a screen reader says; a label beside the field
with ``setBuddy`` is for everybody else. Days and times have fields of their own: ``day_field``, ``time_field``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget

from otnet_desktop.ui.theme.metrics import STEP


def number_field(name: str, lowest: int, highest: int, suffix: str = "", parent: QWidget | None = None) -> QSpinBox:
    """A whole number between two others, both included."""
    field = QSpinBox(parent)
    field.setRange(lowest, highest)
    field.setSuffix(suffix)
    field.setAccessibleName(name)
    # a style sheet's padding does not reach the text of a spin box
    field.lineEdit().setTextMargins(2 * STEP, 0, 2 * STEP, 0)
    return field
