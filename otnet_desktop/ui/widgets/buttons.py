"""Buttons in the project's four kinds.

Public: ``primary_button`` (the one obvious step of a pane), ``plain_button``, ``quiet_button`` (no edge, for what is
rarely wanted) - each ``(text, icon_name="")`` - and ``icon_button(icon_name, name)``, whose name is both its accessible
name and its tool tip. ``FilledButton`` shows its focus inside its edge. ``with_menu(button, menu)`` gives a button a
menu and room for its arrow.
"""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from otnet_desktop.ui.theme.icons import dress
from otnet_desktop.ui.theme.literal import literal_tip
from otnet_desktop.ui.theme.metrics import RADIUS
from otnet_desktop.ui.theme.painting import paint_ring
from otnet_desktop.ui.theme.tokens import Role

_INSET = 2
"""How far inside its edge the ring of a filled button runs."""


class FilledButton(QPushButton):
    """A button in the accent. A ring in the accent would not show on it: the focus is a ring inside its edge."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring over what the style paints."""
        super().paintEvent(event)
        if self.hasFocus() and (self.isChecked() or not self.isCheckable()):
            with QPainter(self) as painter:
                radius = min(RADIUS if not self.isCheckable() else self.height() / 2, self.height() / 2) - _INSET
                paint_ring(painter, self.rect().adjusted(_INSET, _INSET, -_INSET, -_INSET), radius, Role.ON_ACCENT)


def primary_button(text: str, icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """The one step that is obvious; at most one in a pane."""
    return _set_up(FilledButton(text, parent), "primary", icon_name, Role.ON_ACCENT)


def plain_button(text: str, icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """Any other step."""
    return _set_up(QPushButton(text, parent), "", icon_name, Role.TEXT)


def quiet_button(text: str, icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """A step that does not ask to be taken."""
    return _set_up(QPushButton(text, parent), "quiet", icon_name, Role.ACCENT)


def icon_button(icon_name: str, name: str, role: Role = Role.SOFT, parent: QWidget | None = None) -> QToolButton:
    """A button that shows only an icon. ``name`` says what it does."""
    button = QToolButton(parent)
    button.setAccessibleName(name)
    button.setToolTip(literal_tip(name))
    dress(button, icon_name, role)
    return button


def with_menu(button: QPushButton, menu: QMenu) -> QPushButton:
    """Let ``button`` open ``menu``."""
    button.setProperty("menu", "true")
    button.setMenu(menu)
    return button


def _set_up(button: QPushButton, kind: str, icon_name: str, role: Role) -> QPushButton:
    button.setAutoDefault(False)
    if kind:
        button.setProperty("kind", kind)
    if icon_name:
        dress(button, icon_name, role, drawn=18)
    return button
