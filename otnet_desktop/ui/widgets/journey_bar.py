"""A person's journey as five stops: homework, asked, met, thank, keep in touch.

Public: ``StopState`` (done, passed, current, due, ahead), ``JourneyStops`` (the state of each stop), ``JourneyBar``
with ``show_stops(stops)``. Each state has its own shape (tick, dash, dot, exclamation mark, empty ring), so colour only
helps.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from enum import StrEnum

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from otnet_desktop.ui.theme.literal import literal_tip
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.tokens import Role

_DOT = 22
_LABEL = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class StopState(StrEnum):
    """How a stop stands."""

    DONE = "done"
    PASSED = "passed"
    """One has gone on without it."""
    CURRENT = "current"
    DUE = "due"
    AHEAD = "ahead"


_MATTERS = (StopState.CURRENT, StopState.DUE)


@dataclass(frozen=True, slots=True)
class JourneyStops:
    """The state of each of the five stops."""

    homework: StopState = StopState.AHEAD
    asked: StopState = StopState.AHEAD
    met: StopState = StopState.AHEAD
    thank: StopState = StopState.AHEAD
    keep_in_touch: StopState = StopState.AHEAD


class JourneyBar(QWidget):
    """Five stops on a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: tuple[StopState, ...] = ()
        self._labels = (
            self.tr("Homework"),
            self.tr("Ask"),
            self.tr("Meet"),
            self.tr("Thank"),
            self.tr("Keep in touch"),
        )
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Journey"))
        self.show_stops(JourneyStops())

    def show_stops(self, stops: JourneyStops) -> None:
        """Show how each stop stands."""
        self._states = astuple(stops)
        spoken = {
            StopState.DONE: self.tr("done"),
            StopState.PASSED: self.tr("passed over"),
            StopState.CURRENT: self.tr("now"),
            StopState.DUE: self.tr("due"),
            StopState.AHEAD: self.tr("ahead"),
        }
        said = [f"{label}: {spoken[state]}" for label, state in zip(self._labels, self._states, strict=True)]
        self.setAccessibleDescription(", ".join(said))
        self.setToolTip(literal_tip("\n".join(said)))
        self.update()

    def sizeHint(self) -> QSize:
        """Every label on one line."""
        metrics = look().metrics
        widest = max(metrics.width(label, TextSize.CAPTION, True) for label in self._labels)
        width = len(self._labels) * (widest + 2 * STEP)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The dots, and the one label that matters."""
        metrics = look().metrics
        widest = max(metrics.width(label, TextSize.CAPTION, True) for label in self._labels)
        width = max(len(self._labels) * metrics.shape(_DOT + 2 * STEP), widest)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """Labels wrap where a fifth of the width is too narrow for them; narrower still, only one is shown."""
        metrics = look().metrics
        if self._is_tight(width):
            labels = metrics.line(TextSize.CAPTION)
        else:
            room = QRect(0, 0, width // len(self._labels) - STEP, 10_000)
            measure = metrics.measure(TextSize.CAPTION, True)
            labels = max(measure.boundingRect(room, _LABEL, label).height() for label in self._labels)
        return metrics.shape(_DOT) + 2 * STEP + labels

    def _is_tight(self, width: int) -> bool:
        """Whether a word would not fit under its dot."""
        words = " ".join(self._labels).split()
        widest = max(look().metrics.width(word, TextSize.CAPTION, True) for word in words)
        return width < len(self._labels) * (widest + STEP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, then the stops on it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(self.layoutDirection())
            centres = [self._centre(index) for index in range(len(self._states))]
            radius = look().metrics.shape(_DOT) / 2
            for index, state in enumerate(self._states[1:], start=1):
                start, end = sorted((centres[index - 1].x(), centres[index].x()))
                reached = state is not StopState.AHEAD
                painter.setPen(QPen(look()[Role.ACCENT if reached else Role.CONTROL], 2 if reached else 1))
                y = centres[index].y()
                painter.drawLine(QPointF(start + radius + 2, y), QPointF(end - radius - 2, y))
            tight = self._is_tight(self.width())
            for index, (centre, state) in enumerate(zip(centres, self._states, strict=True)):
                _paint_dot(painter, QPointF(centre), radius, state)
                if not tight or index == self._told():
                    self._paint_label(painter, centre, state, self._labels[index])

    def _centre(self, index: int) -> QPoint:
        """The middle of a stop's dot, in visual coordinates."""
        fifth = self.width() / len(self._labels)
        dot = look().metrics.shape(_DOT)
        return QStyle.visualPos(self.layoutDirection(), self.rect(), QPoint(round(fifth * (index + 0.5)), dot // 2 + 1))

    def _paint_label(self, painter: QPainter, centre: QPoint, state: StopState, label: str) -> None:
        matters = state in _MATTERS
        role = {StopState.DUE: Role.DUE, StopState.CURRENT: Role.TEXT}.get(state, Role.SOFT)
        painter.setFont(look().metrics.font(TextSize.CAPTION, matters))
        painter.setPen(look()[role])
        top = look().metrics.shape(_DOT) + STEP + 2
        width = self.width() // len(self._labels) - STEP
        if self._is_tight(self.width()):
            width = look().metrics.width(label, TextSize.CAPTION, True)
        left = min(max(0, centre.x() - width // 2), self.width() - width)
        painter.drawText(QRect(left, top, width, self.height() - top), _LABEL, label)

    def _told(self) -> int:
        """The stop that is named when there is room for one name: the one that matters, else the last one reached."""
        for index, state in enumerate(self._states):
            if state in _MATTERS:
                return index
        reached = [index for index, state in enumerate(self._states) if state is StopState.DONE]
        return reached[-1] if reached else 0


def _paint_dot(painter: QPainter, centre: QPointF, radius: float, state: StopState) -> None:
    wearing = look()
    fill, edge = {
        StopState.DONE: (Role.ACCENT, Role.ACCENT),
        StopState.PASSED: (Role.PANEL, Role.ACCENT),
        StopState.CURRENT: (Role.PANEL, Role.ACCENT),
        StopState.DUE: (Role.DUE_TINT, Role.DUE),
        StopState.AHEAD: (Role.PANEL, Role.CONTROL),
    }[state]
    painter.setBrush(wearing[fill])
    painter.setPen(QPen(wearing[edge], 1.25 if state is StopState.AHEAD else 2))
    painter.drawEllipse(centre, radius - 1, radius - 1)
    if state is StopState.DONE:
        painter.setPen(QPen(wearing[Role.ON_ACCENT], 2, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        tick = ((-0.40, 0.02), (-0.10, 0.32), (0.42, -0.28))
        painter.drawPolyline([centre + QPointF(x * radius, y * radius) for x, y in tick])
    elif state is StopState.PASSED:
        dash = QPointF(0.35 * radius, 0)
        painter.drawLine(centre - dash, centre + dash)
    elif state is StopState.CURRENT:
        painter.setBrush(wearing[Role.ACCENT])
        painter.drawEllipse(centre, radius / 3, radius / 3)
    elif state is StopState.DUE:
        painter.setPen(QPen(wearing[Role.DUE], 2.25, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(centre - QPointF(0, radius * 0.45), centre + QPointF(0, radius * 0.08))
        painter.setBrush(wearing[Role.DUE])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QRectF(centre.x() - 1.4, centre.y() + radius * 0.36, 2.8, 2.8))
