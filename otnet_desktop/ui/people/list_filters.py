"""What the list is narrowed to: one chip, and perhaps a tag and a setting.

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
from otnet_desktop.ui.words import plural

if TYPE_CHECKING:
    from otnet_desktop.domain.vocabulary import Choices
    from otnet_desktop.services.roster import RosterService


class ListFilters(QWidget):
    """A row of chips and, at its end, a menu of the tags and settings in use."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roster: RosterService | None = None
        self._settings: Choices = ()
        self._counts: Mapping[Chip, int] = {}
        self._due: int | None = None
        self._tag = ""
        self._setting = ""
        self._chips = FoldingChips(self.tr("Show"))
        self._chips.changed.connect(self.changed)
        self._button = icon_button("filter", self.tr("Filter by tag or setting"))
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

    def attach(self, roster: RosterService, settings: Choices) -> None:
        """Offer the tags and settings of these people; ``settings`` names the codes."""
        self._roster = roster
        self._settings = settings

    def list_view(self) -> ListView:
        """What is asked for."""
        return ListView(Chip(self._chips.checked()[0]), self._tag, self._setting)

    def show_counts(self, counts: Mapping[Chip, int]) -> None:
        """Say how many people each chip shows; an empty mapping says nothing of numbers."""
        self._counts = counts
        self._say()

    def say_due(self, count: int) -> None:
        """Say how much is due: the same number as everywhere, though one person may have two things to do."""
        self._due = count
        self._say()

    def _say(self) -> None:
        counts = dict(self._counts) if self._due is None else {**self._counts, Chip.DUE: self._due}
        counted = {}
        if self._due is not None:
            counted[Chip.DUE] = plural(self._due, self.tr("{n} thing to do"), self.tr("{n} things to do"))
        self._chips.show_items(
            [ChipItem(chip, text, counts.get(chip), counted.get(chip, "")) for chip, text in self._texts().items()]
        )

    def show_only(self, chip: Chip) -> None:
        """Choose a chip and take every other filter away."""
        self._chips.check(chip)
        self._set("", "")

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
        """The tags and settings of this moment."""
        self._menu.clear()
        if self._roster is None:
            return
        tags, settings = self._roster.tags(), self._roster.settings()
        if self._tag or self._setting:
            self._menu.addAction(self.tr("Show all tags and settings")).setData(("", ""))
        if not tags and not settings:
            self._menu.addAction(self.tr("Tags and settings you give people appear here")).setEnabled(False)
        if tags:
            self._menu.addSection(self.tr("Tags"))
            for tag, count in tags.items():
                is_on = tag == self._tag
                self._offer(tag, count, ("" if is_on else tag, self._setting), is_on)
        if settings:
            self._menu.addSection(self.tr("Settings"))
            for code, count in settings.items():
                is_on = code == self._setting
                self._offer(self._label(code), count, (self._tag, "" if is_on else code), is_on)

    def _offer(self, text: str, count: int, wanted: tuple[str, str], is_on: bool) -> None:
        action = self._menu.addAction(f"{caption(text)} ({self.locale().toString(count)})")
        action.setCheckable(True)
        action.setChecked(is_on)
        action.setData(wanted)

    def _label(self, setting: str) -> str:
        from otnet_desktop.domain.vocabulary import label_of

        return label_of(self._settings, setting)

    def _choose(self, action: QAction) -> None:
        self._set(*action.data())

    def _set(self, tag: str, setting: str) -> None:
        self._tag, self._setting = tag, setting
        shown = ", ".join(text for text in (tag, self._label(setting)) if text)
        self._button.setChecked(bool(shown))
        filtered = self.tr("Filter: {filters}").format(filters=shown)
        name = filtered if shown else self.tr("Filter by tag or setting")
        self._button.setAccessibleName(name)
        self._button.setToolTip(literal_tip(name))
        self.changed.emit()
