"""How it stands with the school's gatekeeper, in one quiet line, and a way to say otherwise.

Public: ``GateAnswer()`` with ``show_purpose(purpose, today)``, ``change`` (its button) and ``said_gate``.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otnet_desktop.domain.facts import Gate
from otnet_desktop.domain.research import Purpose
from otnet_desktop.ui.dates import said_day
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.accessible_rows import sentence
from otnet_desktop.ui.widgets.buttons import quiet_button
from otnet_desktop.ui.widgets.plain_label import PlainLabel

translate = QCoreApplication.translate


class GateAnswer(QWidget):
    """Stands where the question stood."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = PlainLabel(size=TextSize.CAPTION, tone="soft")
        self.change = quiet_button(self.tr("Change"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(self._said, 1)
        row.addWidget(self.change)

    def show_purpose(self, purpose: Purpose, today: date) -> None:
        """Say what was answered about this purpose."""
        said = said_gate(purpose, today)
        self._said.setText(said)
        self.change.setAccessibleName(sentence(self.tr("Change"), said))


def said_gate(purpose: Purpose, today: date) -> str:
    """What was answered: "Cleared by your coordinator: 2 Mar"."""
    day = said_day(purpose.gate_on, today) if purpose.gate_on is not None else ""
    if purpose.gate is not Gate.CLEARED:
        return translate("Gate", "Your coordinator need not be asked.")
    if not day:
        return translate("Gate", "Cleared by your coordinator.")
    return translate("Gate", "Cleared by your coordinator: {day}").format(day=day)
