"""Reading the files of an import: how far it is, and a way to stop.

Public: ``ReadingPage(names)`` with ``show_count(read)`` and ``finished`` when it is cancelled.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from otnet_desktop.ui.asides import Aside
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.words import plural


class ReadingPage(Aside):
    """Nobody knows how long a file is in people; so it counts, and the bar only moves."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Import"))
        self._count = PlainLabel(self.tr("Reading…"), TextSize.TITLE)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setAccessibleName(self.tr("Reading the file"))
        self._cancel = plain_button(self.tr("Cancel"))
        self._cancel.clicked.connect(self.finished)
        self.body.addWidget(self._count)
        self.body.addWidget(PlainLabel(", ".join(names), TextSize.CAPTION, "soft"))
        self.body.addWidget(bar)
        self.body.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        """All one can do is stop."""
        return self._cancel

    def show_count(self, read: int) -> None:
        """So many entries were read."""
        self._count.setText(plural(read, self.tr("Reading… {n} entry so far"), self.tr("Reading… {n} entries so far")))
