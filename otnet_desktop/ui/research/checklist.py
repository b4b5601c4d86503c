"""What to look at before writing, ticked off; folded until one wants it.

Public: ``Checklist(name, items)`` with ``show_ticked(items)`` and the signal ``ticked(str, bool)``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from otnet_desktop.ui.theme.icons import dress
from otnet_desktop.ui.theme.metrics import STEP, TARGET
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.buttons import quiet_button
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class CheckRow(QWidget):
    """A box and its text, which wraps; a press on either turns it."""

    turned = Signal(str, bool)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self.box = QCheckBox()
        self.box.setAccessibleName(text)
        self.box.setMinimumSize(TARGET, TARGET)
        self.box.toggled.connect(self._tell)  # a screen reader toggles without a click
        label = PlainLabel(text)
        label.setMinimumHeight(TARGET)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The text is part of the box."""
        self.box.click()

    def _tell(self, done: bool) -> None:
        self.turned.emit(self.text, done)


class Checklist(QWidget):
    """How many are done, and on a press which."""

    ticked = Signal(str, bool)

    def __init__(self, name: str, items: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.rows = [CheckRow(item) for item in items]
        self.fold = quiet_button("")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._show_rows)
        holder = QWidget()
        FlowLayout(holder).addWidget(self.fold)
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(3 * STEP, 0, 0, STEP)
        column.setSpacing(0)
        for row in self.rows:
            row.turned.connect(self.ticked)
            column.addWidget(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(STEP)
        whole.addWidget(holder)
        whole.addWidget(self._list)
        self._show_rows(False)
        self.show_ticked(())
        if not self.rows:
            self.hide()

    def show_ticked(self, items: Collection[str]) -> None:
        """Show what is done."""
        for row in self.rows:
            with QSignalBlocker(row.box):
                row.box.setChecked(row.text in items)
        done = sum(row.box.isChecked() for row in self.rows)
        counted = self.tr("{name}: {done} of {all}")
        self.fold.setText(counted.format(name=self._name, done=done, all=len(self.rows)))

    def _show_rows(self, unfolded: bool) -> None:
        self._list.setVisible(unfolded)
        dress(self.fold, "chevron-down" if unfolded else "chevron-right", Role.ACCENT, drawn=16)
