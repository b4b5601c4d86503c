"""How one knows something, in words: on a key point, and in the box to choose from.

Public: ``said_confidence(confidence)`` and ``confidence_box()``.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.research import Confidence
from otnet_desktop.domain.vocabulary import Choice
from otnet_desktop.ui.people.choice_box import ChoiceBox

translate = QCoreApplication.translate


def said_confidence(confidence: Confidence) -> str:
    """Behind a key point; nothing where nothing was said."""
    return {
        Confidence.UNSAID: "",
        Confidence.SEEN: translate("Confidence", "seen myself"),
        Confidence.TOLD: translate("Confidence", "I was told"),
        Confidence.GUESSED: translate("Confidence", "a guess"),
    }[confidence]


def confidence_box() -> ChoiceBox:
    """The same to choose from."""
    known = [Choice(each.value, said_confidence(each)) for each in Confidence if each is not Confidence.UNSAID]
    box = ChoiceBox(known, translate("Confidence", "how I know it"))
    box.setAccessibleName(translate("Confidence", "How I know it"))
    box.setAccessibleDescription(translate("Confidence", "How I know it"))  # the choice itself is read as the name
    return box
