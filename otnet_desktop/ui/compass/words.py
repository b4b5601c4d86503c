"""What the compass says: areas and settings by their labels, how a cell stands, whom one has met there.

Public: ``Labels(vocabulary)`` with ``area`` and ``setting``; ``standing_words()``; ``said_field(field)`` (short, for a
cell); ``spoken_field(field, labels)`` (a sentence).
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.compass import Field, Mark, Standing
from otnet_desktop.domain.vocabulary import Vocabulary, label_of
from otnet_desktop.ui.widgets.accessible_rows import sentence
from otnet_desktop.ui.words import plural

translate = QCoreApplication.translate


class Labels:
    """Codes as one reads them; a word of one's own reads as itself."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def area(self, code: str) -> str:
        """The label of a practice area."""
        return label_of(self._vocabulary.practice_areas, code) if code else translate("Compass", "Area not said")

    def setting(self, code: str) -> str:
        """The label of a setting."""
        return label_of(self._vocabulary.settings, code) if code else translate("Compass", "Setting not said")


def standing_words() -> dict[Standing, str]:
    """How a cell stands, in a word or two."""
    return {
        Standing.RULED_OUT: translate("Compass", "ruled out"),
        Standing.MET: translate("Compass", "met"),
        Standing.PLANNED: translate("Compass", "planned"),
        Standing.CURIOUS: translate("Compass", "curious"),
        Standing.KNOWN: translate("Compass", "not met yet"),
        Standing.OPEN: translate("Compass", "open"),
    }


def said_field(field: Field) -> str:
    """A few words for the cell."""
    match field.standing:
        case Standing.MET:
            return plural(len(field.met), translate("Compass", "{n} met"), translate("Compass", "{n} met"))
        case Standing.PLANNED:
            many = translate("Compass", "{n} planned")
            return plural(len(field.planned), translate("Compass", "{n} planned"), many)
        case Standing.KNOWN:
            return plural(len(field.known), translate("Compass", "{n} known"), translate("Compass", "{n} known"))
        case Standing.OPEN:
            return ""
        case standing:
            return standing_words()[standing]


def spoken_field(field: Field, labels: Labels) -> str:
    """The whole cell as a sentence: where it is, how it stands, whom one knows there, and why."""
    place = translate("Compass", "{area} in {setting}").format(
        area=labels.area(field.cell.area), setting=labels.setting(field.cell.setting)
    )
    counts = [
        plural(len(people), one, many)
        for people, one, many in (
            (field.met, translate("Compass", "{n} person met"), translate("Compass", "{n} people met")),
            (field.planned, translate("Compass", "{n} person to meet"), translate("Compass", "{n} people to meet")),
            (field.known, translate("Compass", "{n} known"), translate("Compass", "{n} known")),
        )
        if people
    ]
    mark, why = "", ""
    if field.mark is not None:
        words = standing_words()
        mark = words[Standing.RULED_OUT if field.mark.mark is Mark.RULED_OUT else Standing.CURIOUS]
        why = field.mark.why
    return sentence(place, mark, *counts, why) if mark or counts else sentence(place, standing_words()[Standing.OPEN])
