"""Rows of the settings: a label, an editor, and the way back to what is usual.

Public: ``NumberRow(name, words, keeper)`` and ``TimeRow(name, label, keeper)``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QToolButton, QWidget

from otnet_desktop.ui.dates import written_time
from otnet_desktop.ui.settings.timing_keeper import TimingKeeper
from otnet_desktop.ui.settings.timing_words import NumberWords
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.buttons import icon_button
from otnet_desktop.ui.widgets.fields import number_field
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.time_field import TimeField

EDITOR_WIDTH = 190
"""As drawn: numbers under one another."""


class TimingRow(QWidget):
    """What both kinds have in common."""

    def __init__(self, name: str, label: str, editor: QWidget, usual: str, keeper: TimingKeeper) -> None:
        super().__init__()
        self._name = name
        self._keeper = keeper
        self.reset: QToolButton = icon_button("undo", self.tr("Back to {usual}").format(usual=usual))
        self.reset.setAccessibleName(self.tr("{setting}: back to {usual}").format(setting=label, usual=usual))
        self.reset.clicked.connect(self._go_back)
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)
        editor.setMinimumWidth(look().metrics.shape(EDITOR_WIDTH))
        words = PlainLabel(label)
        words.setBuddy(editor)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(words, 1)
        row.addWidget(editor)
        row.addWidget(self.reset)
        keeper.kept.connect(self._heed)

    def show_value(self) -> None:
        """Show what holds."""
        self.reset.setVisible(not self._keeper.is_usual(self._name))

    def _heed(self, name: str) -> None:
        if name == self._name:
            self.show_value()

    def _go_back(self) -> None:
        self._keeper.reset(self._name)


class NumberRow(TimingRow):
    """A whole number."""

    def __init__(self, name: str, words: NumberWords, keeper: TimingKeeper) -> None:
        self.field: QSpinBox = number_field(words.label, words.lowest, words.highest)
        super().__init__(
            name, words.label, self.field, f"{keeper.usual(name)}{words.suffix(keeper.usual(name))}", keeper
        )
        self._words = words
        self.field.setKeyboardTracking(False)
        self.show_value()
        self.field.valueChanged.connect(self._keep)

    def show_value(self) -> None:
        """Show the number that holds, even one that only a file could bring."""
        value = int(self._keeper.value(self._name))
        self.field.setRange(min(self.field.minimum(), value), max(self.field.maximum(), value))
        self.field.setSuffix(self._words.suffix(value))
        self.field.setValue(value)
        super().show_value()

    def _keep(self, value: int) -> None:
        self._keeper.keep(self._name, value)


class TimeRow(TimingRow):
    """A time of day."""

    def __init__(self, name: str, label: str, keeper: TimingKeeper) -> None:
        self.field = TimeField(label)
        super().__init__(name, label, self.field, written_time(keeper.usual(name)), keeper)
        self.show_value()
        self.field.settled.connect(self._keep)

    def show_value(self) -> None:
        """Show the time that holds."""
        self.field.show_time(self._keeper.value(self._name))
        super().show_value()

    def _keep(self) -> None:
        self._keeper.keep(self._name, self.field.time_of_day())
