"""One column of a table: its name, what stands in it, and what it is.

Public: ``ColumnRow(key, name, samples, spelled)`` with ``key``, ``spelled()`` and the signal ``said``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otnet_desktop.domain.vocabulary import Choice
from otnet_desktop.exchange.report import excerpt
from otnet_desktop.ui.exchange.column_words import column_choices, said_meaning
from otnet_desktop.ui.people.choice_box import ChoiceBox
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.plain_label import PlainLabel

KEPT = "kept"
LONGEST = 60
"""Characters of a sample."""


class ColumnRow(QWidget):
    """The name and the samples lead, the box follows; the box is named after the column."""

    said = Signal()
    """Something else is chosen."""

    def __init__(
        self, key: str, name: str, samples: Sequence[str], spelled: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.key = key
        shown = [excerpt(sample) for sample in samples]
        told = self.tr("for example {values}").format(
            values=" · ".join(text if len(text) <= LONGEST else f"{text[:LONGEST]}…" for text in shown)
        )
        self.box = ChoiceBox(column_choices(), self.tr("Keep it as it is"))
        if spelled != KEPT and self.box.findData(spelled) < 0:
            self.box.offer([*column_choices(), Choice(spelled, said_meaning(spelled))])
        self.box.choose("" if spelled == KEPT else spelled)
        self.box.setMaxVisibleItems(20)
        self.box.setAccessibleName(self.tr("What “{column}” is").format(column=one_line(name)))
        self.box.setAccessibleDescription(one_line(told) if shown else "")
        self.box.currentIndexChanged.connect(self.said)
        words = QVBoxLayout()
        words.setSpacing(STEP // 2)
        words.addWidget(PlainLabel(one_line(excerpt(name))))
        if shown:
            words.addWidget(PlainLabel(one_line(told), TextSize.CAPTION, "soft"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4 * STEP)
        row.addLayout(words, 3)
        row.addWidget(self.box, 2)

    def spelled(self) -> str:
        """What was said, as it is saved."""
        return self.box.code() or KEPT
