"""The one next step: what, why, when, and one obvious button.

Public: ``NextStep`` (what the card says) and ``NextStepCard`` with ``show_step(step)``, ``button``, the signals
``acted`` (that button) and ``later_chosen(str)`` (the key of a choice in the Later menu). Warm only while something is
due.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import CARD_RADIUS, STEP, TextSize
from otnet_desktop.ui.theme.painting import paint_panel
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.accessible_rows import sentence
from otnet_desktop.ui.widgets.buttons import plain_button, primary_button, with_menu
from otnet_desktop.ui.widgets.clamped_label import ClampedLabel
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel


@dataclass(frozen=True, slots=True)
class NextStep:
    """``what`` ("Thank Renata for yesterday"), ``why``, ``when``, the text of the button, and the choices for later.

    ``later`` are pairs of key and text; without any there is no menu. An empty ``button`` leaves the button away.
    """

    what: str
    why: str = ""
    when: str = ""
    button: str = ""
    later: tuple[tuple[str, str], ...] = ()
    due: bool = False


class NextStepCard(QWidget):
    """The step beside its button; below one another where there is little room."""

    acted = Signal()
    later_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._due = False
        self._what = ClampedLabel(size=TextSize.TITLE, lines=3)
        self._why = PlainLabel(size=TextSize.CAPTION)
        self._when = PlainLabel(size=TextSize.CAPTION, tone="soft")
        self.button = primary_button("")
        self.button.clicked.connect(self.acted)
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._later)
        self._later_button = with_menu(plain_button(self.tr("Later")), self._menu)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._assemble()

    def _assemble(self) -> None:
        text = QVBoxLayout()
        text.setSpacing(2)
        for label in (self._what, self._why, self._when):
            text.addWidget(label)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.button)
        row.addWidget(self._later_button)
        self._buttons = buttons
        self._whole.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
        self._whole.setSpacing(3 * STEP)
        self._whole.addLayout(text, 1)
        self._whole.addWidget(buttons, 0, Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_step(self, step: NextStep) -> None:
        """Say another step."""
        self._due = step.due
        self._what.set_text(step.what)
        for label, text in ((self._why, step.why), (self._when, step.when)):
            label.setText(text)
            label.setVisible(bool(text))
        self._when.set_tone("due" if step.due else "soft")
        self.button.setText(step.button)
        self.button.setAccessibleDescription(sentence(step.what, step.why, step.when))
        self.button.setVisible(bool(step.button))
        self._fill_menu(step.later)
        self.setAccessibleName(sentence(step.what, step.when))
        self._choose_direction()
        self.update()

    def _fill_menu(self, later: tuple[tuple[str, str], ...]) -> None:
        self._menu.clear()
        for key, text in later:
            self._menu.addAction(text).setData(key)
        self._later_button.setVisible(bool(later))

    def _later(self, action: QAction) -> None:
        self.later_chosen.emit(str(action.data()))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Stand below one another when side by side would squeeze the text."""
        self._choose_direction()

    def _choose_direction(self) -> None:
        buttons = self._buttons.sizeHint().width()
        text = look().metrics.measure(TextSize.TITLE).averageCharWidth() * 24
        narrow = self.width() < buttons + text + 11 * STEP
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._whole.direction() is not wanted:
            self._whole.setDirection(wanted)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the smallest pane."""
        return QSize(self.button.sizeHint().width() + 8 * STEP, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground: warm when due, else white with a fine edge."""
        with QPainter(self) as painter:
            fill, edge = (Role.DUE_TINT, Role.DUE) if self._due else (Role.PANEL, Role.HAIRLINE)
            paint_panel(painter, self.rect(), fill, edge, CARD_RADIUS)
