"""Before a placement is asked for: does the school let its students contact sites themselves?

Many programmes let only their academic fieldwork coordinator (AFWC) do that. Public: ``GateQuestion()`` with
``show_purpose(purpose, today)`` and the signals ``cleared(date)``, ``note_wanted``, ``information_only`` and ``kept``.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otnet_desktop.domain.facts import Gate
from otnet_desktop.domain.research import Purpose
from otnet_desktop.ui.dates import said_day
from otnet_desktop.ui.theme.metrics import RADIUS, STEP, TextSize
from otnet_desktop.ui.theme.painting import paint_panel
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.buttons import plain_button, quiet_button
from otnet_desktop.ui.widgets.day_field import DayField
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class GateQuestion(QWidget):
    """One question with three answers. Writing stays open meanwhile; only sending waits."""

    cleared = Signal(object)
    note_wanted = Signal()
    information_only = Signal()
    kept = Signal()
    """Asked once more, one would rather leave the answer as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: tuple[object, ...] = ()
        self._question = PlainLabel()
        self._question.setProperty("level", TextSize.BODY.value)
        self._why = PlainLabel(size=TextSize.CAPTION, tone="soft")
        self.yes = plain_button(self.tr("Yes, cleared with my AFWC on"), "check")
        self.day = DayField(self.tr("Day on which it was cleared"), date.min)
        self.not_yet = plain_button(self.tr("Not yet – draft a note to my AFWC instead"), "mail")
        self.only_ask = plain_button(self.tr("I am not asking for a placement, only for information"), "info")
        self.leave = quiet_button(self.tr("Leave it as it is"))
        self.yes.clicked.connect(self._clear)
        self.not_yet.clicked.connect(self.note_wanted)
        self.only_ask.clicked.connect(self.information_only)
        self.leave.clicked.connect(self._leave)
        self._assemble()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 3 * STEP)
        column.setSpacing(2 * STEP)
        column.addWidget(self._question)
        column.addWidget(self._why)
        first = QWidget()
        row = QHBoxLayout(first)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.yes)
        row.addWidget(self.day)
        answers = QWidget()
        flow = FlowLayout(answers)
        for widget in (first, self.not_yet, self.only_ask, self.leave):
            flow.addWidget(widget)
        column.addWidget(answers)

    def show_purpose(self, purpose: Purpose, today: date) -> None:
        """Ask about this purpose; if that was answered, once more. A day that is being chosen stays."""
        self.day.know_today(today, latest=today)
        asked = (purpose.id, purpose.kind, purpose.gate, purpose.gate_on)
        if asked != self._asked:
            self.day.show_day(purpose.gate_on if purpose.gate is Gate.CLEARED and purpose.gate_on else today)
        self._asked = asked
        self.leave.setVisible(not purpose.asks_gatekeeper)
        question = self.tr("Does your programme let you contact sites yourself?")
        why = self.tr("Many schools ask only through their fieldwork coordinator. You can write now; sending waits.")
        if purpose.gate is Gate.ASKED:
            question = self.tr("Has your coordinator cleared it?")
            if purpose.gate_on is not None:
                why = self.tr("You chose to ask them {day}.").format(day=said_day(purpose.gate_on, today))
        self._question.setText(question)
        self._why.setText(why)
        self.setAccessibleName(question)

    def _clear(self) -> None:
        if self.day.settle():
            self.cleared.emit(self.day.day())
        else:
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self._asked = ()
        self.kept.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground: blue, for something to think about rather than something due."""
        with QPainter(self) as painter:
            paint_panel(painter, self.rect(), Role.BLUE_TINT, Role.BLUE, RADIUS)
