"""The two places whose rooms are not built yet, and what will be in them.

Public: ``compass_place()`` and ``journey_place()``.
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


def journey_place(*_made_of: object) -> EmptyState:
    """Reflections and answers."""
    return EmptyState(
        "journey",
        translate("Places", "Journey"),
        translate(
            "Places",
            "This will hold what you learned on the way: reflections after meetings, answers to the same question "
            "side by side, and your hours. It comes with a later version.",
        ),
    )
