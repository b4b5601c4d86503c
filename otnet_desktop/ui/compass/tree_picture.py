"""The picture of who introduced whom: layers from the leading edge on, lines from each introducer to those they led to.

Public: ``TreePicture()`` with ``show_tree(tree, names, tints)``, ``choose(person)`` and the signals ``chosen(int)``
(pressed) and ``opened(int)`` (double click). It is for the eye and the mouse; the list beside it says the same to
everybody. Only what is in sight is painted, so hundreds of people cost no more than a screenful.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QStyle, QWidget

from otnet_desktop.domain.introductions import Spot, Tree
from otnet_desktop.domain.people import PersonId
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.painting import SINGLE_LINE, paint_panel, paint_ring
from otnet_desktop.ui.theme.tokens import Role, Tone
from otnet_desktop.ui.widgets.face import paint_face
from otnet_desktop.ui.widgets.initials import initials_of

BOX, BETWEEN, FACE = 168, 44, 26
"""As drawn: the width of a box, the room for lines between two layers, the diameter of a face."""


class TreePicture(QAbstractScrollArea):
    """Boxes and lines."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Who introduced whom, as a picture; the list beside it says the same"))
        self._tree = Tree()
        self._names: Mapping[PersonId, str] = {}
        self._tints: Mapping[PersonId, Tone] = {}
        self._spots: dict[PersonId, Spot] = {}
        self._person: PersonId | None = None

    def show_tree(self, tree: Tree, names: Mapping[PersonId, str], tints: Mapping[PersonId, Tone]) -> None:
        """Show other people, or the same anew, each with the tint of their face."""
        self._tree, self._names, self._tints = tree, names, tints
        self._spots = {spot.person: spot for spot in tree.spots}
        self._measure()
        self.viewport().update()

    def choose(self, person: PersonId) -> None:
        """Mark somebody and bring them into sight."""
        self._person = person
        if (spot := self._spots.get(person)) is not None:
            box, seen = self._box(spot), self.viewport().size()
            for bar, start, length, room in (
                (self.horizontalScrollBar(), box.x(), box.width(), seen.width()),
                (self.verticalScrollBar(), box.y(), box.height(), seen.height()),
            ):
                if start < bar.value() or start + length > bar.value() + room:
                    bar.setValue(start - (room - length) // 2)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """A good part of a window."""
        return QSize(look().metrics.shape(500), look().metrics.shape(360))

    def _step(self) -> QSize:
        """From one layer to the next, and from one row to the next."""
        metrics = look().metrics
        high = max(metrics.shape(FACE), metrics.line(TextSize.CAPTION)) + 3 * STEP
        return QSize(metrics.shape(BOX) + metrics.shape(BETWEEN), high + 2 * STEP)

    def _box(self, spot: Spot) -> QRect:
        """Where somebody is, in the whole picture, as one reads from left to right."""
        step = self._step()
        y = 3 * STEP + round(spot.row * step.height())
        return QRect(3 * STEP + spot.layer * step.width(), y, look().metrics.shape(BOX), step.height() - 2 * STEP)

    def _whole(self) -> QSize:
        step = self._step()
        return QSize(self._tree.layers * step.width() + 6 * STEP, self._tree.rows * step.height() + 6 * STEP)

    def _measure(self) -> None:
        whole, seen = self._whole(), self.viewport().size()
        for bar, length, room in (
            (self.horizontalScrollBar(), whole.width(), seen.width()),
            (self.verticalScrollBar(), whole.height(), seen.height()),
        ):
            bar.setRange(0, max(0, length - room))
            bar.setPageStep(room)
            bar.setSingleStep(self._step().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another part of the picture is in sight."""
        super().resizeEvent(event)
        self._measure()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:  # noqa: N802
        """Paint what came into sight."""
        self.viewport().update()

    def _seen(self, box: QRect) -> QRect:
        """A box of the picture in the viewport, mirrored where one reads from right to left."""
        moved = box.translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        return QStyle.visualRect(self.layoutDirection(), self.viewport().rect(), moved)

    def _person_at(self, point: QPoint) -> PersonId | None:
        return next((spot.person for spot in self._tree.spots if self._seen(self._box(spot)).contains(point)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose whom was pressed."""
        if (person := self._person_at(event.position().toPoint())) is not None:
            self.chosen.emit(int(person))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to them."""
        if (person := self._person_at(event.position().toPoint())) is not None:
            self.opened.emit(int(person))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines first, then whoever is in sight."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), look()[Role.GROUND])
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            seen = self.viewport().rect()
            for spot in self._tree.spots:
                if spot.by is not None:
                    self._paint_line(painter, self._spots[spot.by], spot, Role.CONTROL, Qt.PenStyle.SolidLine)
            for link in self._tree.more:
                ends = self._spots[link.by], self._spots[link.to]
                self._paint_line(painter, *ends, Role.CONTROL, Qt.PenStyle.DashLine)
            for spot in self._tree.spots:
                box = self._seen(self._box(spot))
                if box.intersects(seen):
                    self._paint_box(painter, box, spot)

    def _paint_line(self, painter: QPainter, one: Spot, other: Spot, role: Role, style: Qt.PenStyle) -> None:
        start, end = self._seen(self._box(one)), self._seen(self._box(other))
        if not start.united(end).intersects(self.viewport().rect()):
            return
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        begin = QPointF(start.left() if mirrored else start.right(), start.center().y())
        goal = QPointF(end.right() if mirrored else end.left(), end.center().y())
        bend = (goal.x() - begin.x()) / 2
        path = QPainterPath(begin)
        path.cubicTo(begin + QPointF(bend, 0), goal - QPointF(bend, 0), goal)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look()[role], 1.5, style))
        painter.drawPath(path)

    def _paint_box(self, painter: QPainter, box: QRect, spot: Spot) -> None:
        metrics = look().metrics
        name = self._names.get(spot.person, "")
        paint_panel(painter, box, Role.PANEL, Role.HAIRLINE)
        if spot.person == self._person:
            paint_ring(painter, box)
        face = metrics.shape(FACE)
        direction = self.layoutDirection()
        top = box.y() + (box.height() - face) // 2
        round_face = QStyle.visualRect(direction, box, QRect(box.x() + 2 * STEP, top, face, face))
        paint_face(painter, round_face, initials_of(name), self._tints.get(spot.person, Tone.QUIET))
        beside = QRect(box.x() + 4 * STEP + face, box.y(), box.width() - 6 * STEP - face, box.height())
        painter.setLayoutDirection(direction)
        painter.setFont(metrics.font(TextSize.CAPTION))
        painter.setPen(look()[Role.TEXT])
        shown = metrics.elide(name, beside.width(), TextSize.CAPTION)
        painter.drawText(QStyle.visualRect(direction, box, beside), SINGLE_LINE, shown)
