"""What the list is narrowed to: one chip, and perhaps a tag, a setting and a practice area.

Public: ``ListFilters`` with ``attach``, ``list_view()``, ``show_counts``, ``show_only`` and the signal ``changed``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from otnet_desktop.domain.roster import Chip, ListView
from otnet_desktop.ui.theme.literal import caption, literal_tip
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.buttons import icon_button
from otnet_desktop.ui.widgets.chip_row import ChipItem
from otnet_desktop.ui.widgets.folding_chips import FoldingChips

if TYPE_CHECKING:
    from otnet_desktop.domain.vocabulary import Choices
    from otnet_desktop.services.roster import RosterService
    from otnet_desktop.services.vocabulary import VocabularyService


class ListFilters(QWidget):
    """A row of chips and, at its end, a menu of the tags, settings and areas in use."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roster: RosterService | None = None
        self._vocabulary: VocabularyService | None = None
        self._narrowed = ("", "", "")
        self._chips = FoldingChips(self.tr("Show"))
        self._chips.changed.connect(self.changed)
        self._button = icon_button("filter", self.tr("Filter by tag, setting or practice area"))
        self._button.setCheckable(True)
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self._menu.triggered.connect(self._choose)
        self._button.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * STEP, 3 * STEP, 2 * STEP, 2 * STEP)
        row.setSpacing(STEP)
        row.addWidget(self._chips, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        self.show_counts({})

    def attach(self, roster: RosterService, vocabulary: VocabularyService) -> None:
        """Offer the tags, settings and areas of these people; ``vocabulary`` names the codes."""
        self._roster = roster
        self._vocabulary = vocabulary

    def list_view(self) -> ListView:
        """What is asked for."""
        return ListView(Chip(self._chips.checked()[0]), *self._narrowed)

    def show_counts(self, counts: Mapping[Chip, int]) -> None:
        """Say how many people each chip shows; an empty mapping says nothing of numbers."""
        self._chips.show_items([ChipItem(chip, text, counts.get(chip)) for chip, text in self._texts().items()])

    def show_only(self, chip: Chip) -> None:
        """Choose a chip and take every other filter away."""
        self._chips.check(chip)
        self._set("", "", "")

    def _texts(self) -> dict[Chip, str]:
        return {
            Chip.ALL: self.tr("All"),
            Chip.DUE: self.tr("Due"),
            Chip.WAITING: self.tr("Waiting"),
            Chip.TO_MEET: self.tr("To meet"),
            Chip.RESTING: self.tr("Resting"),
            Chip.ARCHIVED: self.tr("Archived"),
        }

    def _fill(self) -> None:
        """The tags, settings and areas of this moment; words of one's own are there before anybody has them."""
        self._menu.clear()
        if self._roster is None or self._vocabulary is None:
            return
        from otnet_desktop.services.vocabulary import OwnList

        words = self._vocabulary.now()
        own = {which: dict.fromkeys(self._vocabulary.own(which), 0) for which in OwnList}
        tags = self._roster.tags()
        settings = own[OwnList.SETTINGS] | self._roster.settings()
        areas = own[OwnList.AREAS] | self._roster.areas()
        if any(self._narrowed):
            self._menu.addAction(self.tr("Show all of them")).setData(("", "", ""))
        if not (tags or settings or areas):
            text = self.tr("Tags, settings and practice areas you give people appear here")
            self._menu.addAction(text).setEnabled(False)
        self._offer(0, self.tr("Tags"), tags, ())
        self._offer(1, self.tr("Settings"), settings, words.settings)
        self._offer(2, self.tr("Practice areas"), areas, words.practice_areas)

    def _offer(self, at: int, title: str, counts: Mapping[str, int], words: Choices) -> None:
        """One part of the menu: ``at`` is its place in what the list is narrowed to."""
        from otnet_desktop.domain.vocabulary import label_of
        from otnet_desktop.ui.widgets.menu_heading import add_heading

        if counts:
            add_heading(self._menu, title)
        for code, count in counts.items():
            is_on = code == self._narrowed[at]
            wanted = [*self._narrowed]
            wanted[at] = "" if is_on else code
            action = self._menu.addAction(f"{caption(label_of(words, code))} ({self.locale().toString(count)})")
            action.setCheckable(True)
            action.setChecked(is_on)
            action.setData(tuple(wanted))

    def _choose(self, action: QAction) -> None:
        self._set(*action.data())

    def _set(self, tag: str, setting: str, area: str) -> None:
        self._narrowed = (tag, setting, area)
        name = self._filter_words() or self.tr("Filter by tag, setting or practice area")
        self._button.setChecked(any(self._narrowed))
        self._button.setAccessibleName(name)
        self._button.setToolTip(literal_tip(name))
        self.changed.emit()

    def _filter_words(self) -> str:
        """What it is narrowed to; "" for nothing."""
        if self._vocabulary is None or not any(self._narrowed):
            return ""
        from otnet_desktop.domain.vocabulary import label_of

        tag, setting, area = self._narrowed
        words = self._vocabulary.now()
        said = (tag, label_of(words.settings, setting), label_of(words.practice_areas, area))
        return self.tr("Filter: {filters}").format(filters=", ".join(filter(None, said)))
