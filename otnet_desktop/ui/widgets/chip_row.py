"""A row of filters that wraps.

Public: ``ChipItem(key, text, count)``; ``ChipRow(name, exclusive)`` with ``show_items(items)``, ``checked()``,
``check(*keys)``, ``stops()`` and the signal ``changed``. The row is one stop of the Tab key: arrows, Home and End walk
in it, Space switches. In an exclusive row exactly one chip is on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from otnet_desktop.ui.widgets.chip import Chip
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.walking import Walk


@dataclass(frozen=True, slots=True)
class ChipItem:
    """A filter: ``key`` for the program, ``text`` for people, ``count`` of those behind it.

    Our own words are shown ``whole``, however large the letters are. A screen reader is told how many people there are,
    or what is ``counted`` ("3 entries").
    """

    key: str
    text: str
    count: int | None = None
    whole: bool = False
    counted: str = ""


class ChipRow(QWidget):
    """Filters side by side."""

    changed = Signal()
    """The user has switched something. ``check`` and ``show_items`` are silent."""

    def __init__(self, name: str, exclusive: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exclusive = exclusive
        self._is_silent = False
        self._chips: list[Chip] = []
        self._walk = Walk()
        self._flow = FlowLayout(self, spacing=6)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_items(self, items: Sequence[ChipItem]) -> None:
        """Show these filters. Those that stay keep their state, their widget and the focus."""
        known = {chip.key: chip for chip in self._chips}
        chips = [known.pop(item.key) if item.key in known else self._made(item) for item in items]
        for gone in known.values():
            self._flow.removeWidget(gone)
            gone.deleteLater()
            gone.hide()
        for chip, item in zip(chips, items, strict=True):
            chip.say(item.text, item.count, whole=item.whole, counted=item.counted)
            self._flow.removeWidget(chip)
            self._flow.addWidget(chip)
        self._chips = chips
        if self._exclusive and chips and not self.checked():
            self.check(chips[0].key)
        self._walk.show_buttons(self._chips)

    def checked(self) -> tuple[str, ...]:
        """The keys of the filters that are on, in the order of the row."""
        return tuple(chip.key for chip in self._chips if chip.isChecked())

    def check(self, *keys: str) -> None:
        """Switch exactly these on."""
        self._is_silent = True
        for chip in self._chips:
            chip.setChecked(chip.key in keys)
        self._is_silent = False
        self._walk.show_buttons(self._chips)

    def stops(self) -> list[Chip]:
        """The filters in their order: Tab comes to those that are made late only after everything else."""
        return list(self._chips)

    def _made(self, item: ChipItem) -> Chip:
        chip = Chip(item.key, item.text, self)
        chip.setAutoExclusive(self._exclusive)  # a radio button, not a box to tick, for a screen reader
        chip.toggled.connect(self._was_switched)  # a screen reader toggles without a click
        chip.stepped.connect(self._step)
        return chip

    def _was_switched(self, on: bool) -> None:
        chip = self.sender()
        assert isinstance(chip, Chip)
        if self._is_silent or (self._exclusive and not on):
            return
        self._walk.stop_at(chip)
        self.changed.emit()

    def _step(self, by: int) -> None:
        chip = self.sender()
        assert isinstance(chip, Chip)
        self._walk.step(chip, by)
