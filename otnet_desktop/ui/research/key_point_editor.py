"""A key point while it is edited, in the place where it stands.

Public: ``KeyPointEditor(point, today)`` with the signals ``accepted(KeyPoint)`` and ``cancelled``. Enter keeps, Esc
leaves it as it was. ``length_hint(text)`` says how much room is left.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from otnet_desktop.domain.research import KEY_POINT_LENGTH, Confidence, KeyPoint
from otnet_desktop.ui.research.confidence_words import confidence_box
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import plain_button, quiet_button
from otnet_desktop.ui.widgets.day_field import OptionalDayField
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class KeyPointEditor(QWidget):
    """The sentence; below it, in one row, its source, its link, the day it was seen and how one knows."""

    accepted = Signal(object)
    cancelled = Signal()

    def __init__(self, point: KeyPoint, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._point = point
        self.text = QLineEdit(point.text)
        self.text.setAccessibleName(self.tr("Key point"))
        self._hint = PlainLabel(size=TextSize.CAPTION, tone="soft")
        self.source = _line(point.source, self.tr("Source"), self.tr("Where it was seen: their page, a talk"))
        self.link = _line(point.url, self.tr("Link"), self.tr("https://…"))
        self.seen = OptionalDayField(self.tr("Seen on"), self.tr("day not noted"), today, latest=today)
        self.seen.show_day(point.seen_on)
        self.confidence = confidence_box()
        self.confidence.choose(point.confidence.value)
        self._keep = plain_button(self.tr("Keep"), "check")
        self._leave = quiet_button(self.tr("Cancel"))
        self._keep.clicked.connect(self._accept)
        self._leave.clicked.connect(self.cancelled)
        self.text.textChanged.connect(self._count)
        self._assemble()
        self._count(point.text)

    def stops(self) -> list[QWidget]:
        """Where Tab stops."""
        return [self.text, self.source, self.link, self.seen, self.confidence, self._keep, self._leave]

    def _assemble(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, STEP, 0, 2 * STEP)
        row.setSpacing(STEP)
        row.addSpacing(5 * STEP)
        column = QVBoxLayout()
        column.setSpacing(STEP)
        row.addLayout(column)
        column.addWidget(self.text)
        column.addWidget(self._hint)
        for widgets in ((self.source, self.link, self.seen, self.confidence), (self._keep, self._leave)):
            holder = QWidget()
            flow = FlowLayout(holder)
            for widget in widgets:
                flow.addWidget(widget)
            column.addWidget(holder)

    def _count(self, text: str) -> None:
        self._hint.setText(length_hint(text))
        self._hint.set_tone("due" if len(text) > KEY_POINT_LENGTH else "soft")

    def _accept(self) -> None:
        if not self.seen.settle():
            self.seen.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        text = " ".join(self.text.text().split())
        source, url = self.source.text().strip(), self.link.text().strip()
        known = Confidence(self.confidence.code())
        point = replace(self._point, text=text, source=source, url=url, seen_on=self.seen.day(), confidence=known)
        self.accepted.emit(point)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Esc leaves."""
        match Qt.Key(event.key()):
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._accept()
            case Qt.Key.Key_Escape:
                self.cancelled.emit()
            case _:
                super().keyPressEvent(event)


def length_hint(text: str) -> str:
    """How long it is ("93 of 140 characters"), or by how much it is too long."""
    over = len(text) - KEY_POINT_LENGTH
    if over > 0:
        said = QCoreApplication.translate("KeyPointEditor", "{n} too long: keep the core here, the rest in the notes")
        return said.format(n=over)
    said = QCoreApplication.translate("KeyPointEditor", "{n} of {most} characters")
    return said.format(n=len(text), most=KEY_POINT_LENGTH)


def _line(text: str, name: str, placeholder: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setAccessibleName(name)
    line.setPlaceholderText(placeholder)
    return line
