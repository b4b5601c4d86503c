"""The purposes that do not count now: met, dropped, or open below the one that counts; each can be taken up again.

Public: ``PurposeHistory(purposes)`` with ``show_others(purposes, today, zone)``, ``unfold(unfolded)`` and the signal
``again(Purpose)``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, tzinfo

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from otnet_desktop.domain.names import SEPARATOR
from otnet_desktop.domain.research import Purpose, PurposeState
from otnet_desktop.domain.vocabulary import Choices, label_of
from otnet_desktop.ui.dates import said_day
from otnet_desktop.ui.theme.icons import dress
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.accessible_rows import sentence
from otnet_desktop.ui.widgets.buttons import quiet_button
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.words import plural

translate = QCoreApplication.translate


class PurposeRow(QWidget):
    """What became of it, what it was about and when it began, and a way back to it."""

    again = Signal(object)

    def __init__(self, purpose: Purpose, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.purpose = purpose
        self.label = PlainLabel(said, TextSize.CAPTION, "soft", selectable=True)
        is_open = purpose.state is PurposeState.OPEN
        self.button = quiet_button(self.tr("This one now") if is_open else self.tr("Take up again"))
        self.button.setAccessibleName(sentence(self.button.text(), said))
        self.button.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * STEP, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)

    def _ask(self) -> None:
        self.again.emit(self.purpose)


class PurposeHistory(QWidget):
    """Folded, it only says how many there are."""

    again = Signal(object)

    def __init__(self, purposes: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = purposes
        self._told: tuple[tuple[Purpose, str], ...] = ()
        self.rows: list[PurposeRow] = []
        self.fold: QPushButton = quiet_button("")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._show_rows)
        holder = QWidget()
        FlowLayout(holder).addWidget(self.fold)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(STEP)
        whole.addWidget(holder)
        whole.addWidget(self._list)
        self._show_rows(False)

    def show_others(self, purposes: Sequence[Purpose], today: date, zone: tzinfo) -> None:
        """Show these, in their order; nothing where there are none."""
        told = tuple((purpose, said_purpose(purpose, self._kinds, today, zone)) for purpose in purposes)
        self.setVisible(bool(told))
        if told == self._told:
            return
        self._told = told
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [PurposeRow(purpose, said) for purpose, said in told]
        for row in self.rows:
            row.again.connect(self.again)
            self._column.addWidget(row)
            row.show()
        count = plural(len(told), self.tr("{n} other purpose"), self.tr("{n} other purposes"))
        self.fold.setText(count)

    def unfold(self, unfolded: bool) -> None:
        """Show the rows, or only how many there are."""
        self.fold.setChecked(unfolded)

    def _show_rows(self, unfolded: bool) -> None:
        self._list.setVisible(unfolded)
        dress(self.fold, "chevron-down" if unfolded else "chevron-right", Role.ACCENT, drawn=16)


def said_purpose(purpose: Purpose, kinds: Choices, today: date, zone: tzinfo) -> str:
    """On one line: "Met · Learn about a setting: how a week looks · 2 Mar"."""
    state = {
        PurposeState.OPEN: translate("PurposeHistory", "Open"),
        PurposeState.MET: translate("PurposeHistory", "Met"),
        PurposeState.DROPPED: translate("PurposeHistory", "Dropped"),
    }[purpose.state]
    begun = said_day(purpose.set_on.astimezone(zone).date(), today) if purpose.set_on else ""
    return SEPARATOR.join(part for part in (state, said_why(purpose, kinds), begun) if part)


def said_why(purpose: Purpose | None, kinds: Choices) -> str:
    """Kind and statement, as far as they are told: "Learn about a setting: how a week looks"; "" for none."""
    said = [label_of(kinds, purpose.kind), " ".join(purpose.statement.split())] if purpose else []
    return ": ".join(part for part in said if part)
