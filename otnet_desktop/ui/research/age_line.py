"""How old the homework is, and what has changed since: to be looked at again before one writes.

Public: ``AgeLine()`` with ``show_age(research, now, zone, move)`` and the signal ``still_right``.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otnet_desktop.domain.moves import Move
from otnet_desktop.domain.names import place_line
from otnet_desktop.domain.research import Research
from otnet_desktop.ui.dates import said_day, said_since
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import quiet_button
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class AgeLine(QWidget):
    """One line, only while there is something to say."""

    still_right = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = PlainLabel(size=TextSize.CAPTION, tone="due")
        self.button = quiet_button(self.tr("Still right"), "check")
        self.button.clicked.connect(self.still_right)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(self._said, 1)
        row.addWidget(self.button)
        self.hide()

    def show_age(self, research: Research, now: datetime, zone: ZoneInfo, move: Move | None = None) -> None:
        """Say that it is old, or that they have moved since; nothing while it is fresh."""
        looked = research.reviewed_at
        self.setVisible(looked is not None and (move is not None or research.is_stale(now)))
        if looked is None:
            return
        today, day = now.astimezone(zone).date(), looked.astimezone(zone).date()
        if move is not None:
            self._said.setText(self._moved(move, said_day(day, today)))
        else:
            since = self.tr("Noted {since}: look again before you write")
            self._said.setText(since.format(since=said_since(day, today)))

    def _moved(self, move: Move, day: str) -> str:
        was, now = place_line(move.was), place_line(move.now)
        if not now:
            return self.tr("Since you last looked ({day}) they left. Before: {was}").format(day=day, was=was)
        if not was:
            return self.tr("Since you last looked ({day}) they changed jobs. Now: {now}").format(day=day, now=now)
        told = self.tr("Since you last looked ({day}) they changed jobs. Now: {now}. Before: {was}")
        return told.format(day=day, now=now, was=was)
