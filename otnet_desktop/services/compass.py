"""The compass: the map of areas and settings, and what one thinks of each cell."""

from __future__ import annotations

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.compass import Cell, Compass, CompassMark, Mark, chart
from otnet_desktop.services.steps import Steps
from otnet_desktop.services.vocabulary import VocabularyService

LARGE = 1_500
"""So many people, or places in meetings, are read in some 30 ms."""


class CompassService:
    """Draws the map anew at each look: it is derived, but for the marks."""

    def __init__(self, steps: Steps, vocabulary: VocabularyService) -> None:
        self._steps = steps
        self._store = steps.store
        self._vocabulary = vocabulary

    def is_large(self) -> bool:
        """Whether drawing the map takes longer than a window may wait."""
        return self._store.compass.has_more_than(LARGE)

    def chart(self) -> Compass:
        """The whole map, with the vocabulary's areas and settings and one's own."""
        words = self._vocabulary.now()
        return chart(
            [choice.code for choice in words.practice_areas],
            [choice.code for choice in words.settings],
            self._store.compass.everybody(self._steps.clock.now().astimezone(self._steps.timing().zone)),
            self._store.compass.marks(),
        )

    def thought(self, cell: Cell) -> CompassMark | None:
        """What one thinks of a cell by now; a chart may be older."""
        return next((mark for mark in self._store.compass.marks() if mark.cell == cell), None)

    def mark(self, cell: Cell, mark: Mark | None, why: str = "", *, sitting: int | None = None) -> int | None:
        """Be curious about a cell, rule it out, or neither. ``sitting`` is that of ``ResearchService.save_notes``."""
        titles = {Mark.CURIOUS: "Mark as curious", Mark.RULED_OUT: "Rule out", None: "Take a mark off"}
        with self._steps.step(titles[mark], [], Room.JOURNEY, sitting=sitting, tells_facts=False) as step:
            if mark is None:
                self._store.compass.clear(cell)
            else:
                self._store.compass.save(CompassMark(cell, mark, why.strip()))
        return step
