"""The rail at the side: People, Timeline, Compass, Journey.

Public: ``RailEntry(key, text, icon_name)``, ``main_entries()`` (the four places), ``SideRail(name, entries)`` with
``choose(key)``, ``chosen_key()`` and the signals ``chosen(str)`` and ``pressed(str)``. One stop of the Tab key; arrows
walk and choose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QStyle, QVBoxLayout, QWidget

from otnet_desktop.ui.theme.icons import pixmap
from otnet_desktop.ui.theme.literal import isolated
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.painting import paint_panel, paint_ring
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.walking import Walk, step_of

_ICON = 22


@dataclass(frozen=True, slots=True)
class RailEntry:
    """A place one can go to."""

    key: str
    text: str
    icon_name: str


def main_entries() -> tuple[RailEntry, ...]:
    """The four places of the window."""
    return (
        RailEntry("people", QCoreApplication.translate("SideRail", "People"), "people"),
        RailEntry("timeline", QCoreApplication.translate("SideRail", "Timeline"), "timeline"),
        RailEntry("compass", QCoreApplication.translate("SideRail", "Compass"), "compass"),
        RailEntry("journey", QCoreApplication.translate("SideRail", "Journey"), "journey"),
    )


class SideRail(QWidget):
    """Places, of which one is chosen."""

    chosen = Signal(str)
    pressed = Signal(str)
    """A place was pressed, perhaps the one where one is already."""

    def __init__(self, name: str, entries: Sequence[RailEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        set_surface(self, Surface.SIDE)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _RailButton] = {}
        self._walk = Walk()
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 3 * STEP, 6, 3 * STEP)
        column.setSpacing(STEP)
        for entry in entries:
            button = _RailButton(entry)
            self._buttons[entry.key] = button
            self._group.addButton(button)
            button.stepped.connect(self._step)
            column.addWidget(button)
        column.addStretch(1)
        self._group.buttonToggled.connect(self._toggled)
        self._group.buttonClicked.connect(self._was_pressed)
        if entries:
            self.choose(entries[0].key)
        self._walk.show_buttons(list(self._buttons.values()))

    def choose(self, key: str) -> None:
        """Go there; told by ``chosen`` like a press."""
        self._buttons[key].setChecked(True)

    def chosen_key(self) -> str:
        """Where one is."""
        button = self._group.checkedButton()
        return button.key if isinstance(button, _RailButton) else ""

    def _step(self, by: int) -> None:
        button = self.sender()
        assert isinstance(button, _RailButton)
        self._walk.step(button, by).setChecked(True)

    def _was_pressed(self, button: QAbstractButton) -> None:
        assert isinstance(button, _RailButton)
        self.pressed.emit(button.key)

    def _toggled(self, button: QAbstractButton, checked: bool) -> None:
        if checked and isinstance(button, _RailButton):
            self._walk.stop_at(button)
            self.chosen.emit(button.key)


class _RailButton(QAbstractButton):
    """An icon above its name. Chosen, it has a bar at the leading edge as well as a tint."""

    stepped = Signal(int)

    def __init__(self, entry: RailEntry) -> None:
        super().__init__()
        self.key = entry.key
        self._icon_name = entry.icon_name
        self.setText(entry.text)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a radio button, not a box to tick, for a screen reader
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Icon and name, never under 52 wide as drawn."""
        metrics = look().metrics
        width = max(metrics.shape(56), metrics.width(self.text(), TextSize.SMALL, True) + 4 * STEP)
        return QSize(width, metrics.shape(_ICON) + metrics.line(TextSize.SMALL) + 4 * STEP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk along the rail."""
        by = step_of(event, self.layoutDirection())
        if by:
            self.stepped.emit(by)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew with another font."""
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, bar, icon, name and focus."""
        metrics = look().metrics
        on = self.isChecked()
        ink = Role.ACCENT if on else Role.SOFT
        with QPainter(self) as painter:
            if on or self.underMouse():
                paint_panel(painter, self.rect(), Role.ACCENT_TINT if on else Role.QUIET_TINT)
            if on:
                bar = QRect(0, 2 * STEP, 3, self.height() - 4 * STEP)
                painter.fillRect(QStyle.visualRect(self.layoutDirection(), self.rect(), bar), look()[Role.ACCENT])
            size = metrics.shape(_ICON)
            top = 3 * STEP // 2
            painter.drawPixmap((self.width() - size) // 2, top, pixmap(self._icon_name, ink, size))
            painter.setFont(metrics.font(TextSize.SMALL, on))
            painter.setPen(look()[ink])
            below = QRect(0, top + size + STEP, self.width(), metrics.line(TextSize.SMALL))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, isolated(self.text()))
            if self.hasFocus():
                paint_ring(painter, self.rect())
