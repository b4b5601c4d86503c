"""What fields for days and times have in common: one types over the whole, in one's own way, and the field reads it.

Public: ``TypedField`` with the signals ``changed`` (a value was read, also while one types) and ``settled`` (it is
meant), and ``settle()``, which answers whether what stands there can be understood. What cannot stays as it was typed,
marked, with ``hint`` beside it. Up and Down go on by a step, Page Up and Page Down by a long one.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QStyle, QStyleOptionSpinBox, QWidget

from otnet_desktop.ui.theme.literal import literal_tip
from otnet_desktop.ui.theme.metrics import STEP

BY_HAND = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)
"""Ways to get the focus after which the cursor stays where it is."""

LONG_STEP = 10
"""So many steps at once are what Qt sends for Page Up and Page Down."""

PLENTY = 1000
"""A width at which every part of a field has room."""

STEPS = QAbstractSpinBox.StepEnabledFlag.StepUpEnabled | QAbstractSpinBox.StepEnabledFlag.StepDownEnabled


class TypedField(QAbstractSpinBox):
    """``read`` and ``written`` are for those who say what is typed: ``DayField`` and ``TimeField``."""

    changed = Signal()
    settled = Signal()
    misread = Signal(str)
    """What to say about what was typed; "" when it is understood again."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._typed = False
        self.lineEdit().textEdited.connect(self._edited)
        self.editingFinished.connect(self.settle)

    # -- what a day or a time knows of itself

    def read(self, text: str) -> bool:
        """Take in what is typed; whether it was understood."""
        raise NotImplementedError

    def written(self) -> str:
        """The value in full."""
        raise NotImplementedError

    def widest(self) -> str:
        """The longest of its texts, for which there is always room."""
        raise NotImplementedError

    def hint(self) -> str:
        """How to write it."""
        raise NotImplementedError

    # -- what they share

    def settle(self) -> bool:
        """Write in full what was understood; otherwise mark it and say how it can be written."""
        if not self._typed:
            return True
        understood = self.read(self.lineEdit().text())
        if understood:
            self.show_written()
            self.settled.emit()
        self._mark("" if understood else self.hint())
        return understood

    def show_written(self) -> None:
        """Show the value as it is, whatever was being typed."""
        self._typed = False
        self._mark("")
        self.lineEdit().setText(self.written())

    def stepped(self) -> None:
        """The value went on by a step."""
        self.show_written()
        self.lineEdit().selectAll()
        self.changed.emit()
        self.settled.emit()

    def make_room(self, at_the_end: int = 0) -> None:
        """Keep the text off the frame (a style sheet’s padding does not reach it), and lean it with the window."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        edge = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        end = 2 * STEP + at_the_end
        self.lineEdit().setTextMargins(*((end, 0, 2 * STEP, 0) if mirrored else (2 * STEP, 0, end, 0)))

    def changeEvent(self, event: QEvent) -> None:
        """Another font or direction: everything takes its place again."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self.make_room()

    def _edited(self, text: str) -> None:
        self._typed = True
        if self.read(text):
            self._mark("")
            self.changed.emit()

    def _mark(self, problem: str) -> None:
        if not problem and not self.property("wrong"):
            return
        self.setProperty("wrong", bool(problem))
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleDescription(problem)
        self.setToolTip(literal_tip(problem))  # where no label beside the field says it
        if problem:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, problem))
        self.misread.emit(problem)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Anything may be typed."""
        return QValidator.State.Acceptable, text, position

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:  # noqa: N802
        """Both ways, always."""
        return STEPS

    def focusInEvent(self, event: QFocusEvent) -> None:
        """However the keyboard came here, typing writes over what stands there."""
        super().focusInEvent(event)
        came_back = event.reason() is Qt.FocusReason.ActiveWindowFocusReason and self._typed
        if event.reason() not in BY_HAND and not came_back:
            self.lineEdit().selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the form; it does not change a value in passing."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """Room for the longest text, beside what the style needs for the frame and the arrows."""
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        option.rect = QRect(0, 0, PLENTY, self.height())
        part = QStyle.SubControl.SC_SpinBoxEditField
        line = self.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, self)
        margins = self.lineEdit().textMargins()
        text = self.fontMetrics().horizontalAdvance(self.widest()) + margins.left() + margins.right()
        return QSize(text + 2 * STEP + PLENTY - line.width(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """It is never cut."""
        return self.sizeHint()
