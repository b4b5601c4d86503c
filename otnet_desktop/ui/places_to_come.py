"""The place whose room is not built yet, and what will be in it.

Public: ``compass_place()``.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from otnet_desktop.ui.widgets.empty_state import EmptyState

translate = QCoreApplication.translate


def compass_place(*_made_of: object) -> EmptyState:
    """Specialties by settings."""
    return EmptyState(
        "compass",
        translate("Places", "Compass"),
        translate(
            "Places",
            "This will be a map of specialties and settings: whom you have met in each, where you are curious, and "
            "what you have ruled out with a good conscience. It comes with a later version.",
        ),
    )
