"""The project's own icons, tinted when they are loaded.

Public: ``icon(name, role)`` -> ``QIcon``; ``pixmap(name, role, size)`` for painting (``size`` in device-independent
pixels); ``dress(target, name, role)`` gives a button, action or label an icon that follows a change of theme;
``redress(app)`` is for ``Theme``. Names are the files in ``resources/icons``. Nothing is read before it is asked for.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from PySide6.QtCore import QByteArray, QFile, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton

from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.tokens import Role

ICON_SIZE = 20
"""As drawn; ``look().metrics.shape(ICON_SIZE)`` on the screen."""

Dressable = QAbstractButton | QAction | QLabel
"""What can wear an icon."""

_NAME, _ROLE, _DRAWN = "glyphName", "glyphRole", "glyphDrawn"


def pixmap(name: str, role: Role = Role.TEXT, size: int = ICON_SIZE) -> QPixmap:
    """The icon as a picture for painting, sharp on the sharpest screen attached."""
    return _tinted(name, role, size, 0)


def icon(name: str, role: Role = Role.TEXT, drawn: int = ICON_SIZE) -> QIcon:
    """The icon for a button or a menu. Faint when disabled, in the accent when checked."""
    return _icon(name, role, look().metrics.shape(drawn), 0)


def _icon(name: str, role: Role, size: int, gap: int) -> QIcon:
    made = QIcon(_tinted(name, role, size, gap))
    made.addPixmap(_tinted(name, Role.FAINT, size, gap), QIcon.Mode.Disabled)
    if role in (Role.TEXT, Role.SOFT):
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Active):
            made.addPixmap(_tinted(name, Role.ACCENT, size, gap), mode, QIcon.State.On)
    return made


def dress(target: Dressable, name: str, role: Role = Role.TEXT, drawn: int = ICON_SIZE) -> None:
    """Give ``target`` the icon, and again whenever the theme changes. ``drawn``: its size as drawn."""
    target.setProperty(_NAME, name)
    target.setProperty(_ROLE, role.value)
    target.setProperty(_DRAWN, drawn)
    _put_on(target)


def redress(app: QApplication) -> None:
    """Tint every icon given by ``dress`` anew."""
    for widget in app.allWidgets():
        if isinstance(widget, (QAbstractButton, QLabel)):
            _put_on(widget)
        for action in widget.actions():
            _put_on(action)


def _put_on(target: Dressable) -> None:
    name: Any = target.property(_NAME)
    if not name:
        return
    role, drawn = Role(target.property(_ROLE)), int(target.property(_DRAWN))
    size = look().metrics.shape(drawn)
    if isinstance(target, QLabel):
        target.setPixmap(pixmap(name, role, size))
        return
    # Qt leaves 4 px between the icon and the text of a push button, which is too little
    gap = 2 if isinstance(target, QPushButton) else 0
    target.setIcon(_icon(name, role, size, gap))
    if isinstance(target, QAbstractButton):
        target.setIconSize(QSize(size + 2 * gap, size))


def _tinted(name: str, role: Role, size: int, gap: int) -> QPixmap:
    return _render(name, look().tokens[role], size, gap, _application().devicePixelRatio())


def _application() -> QGuiApplication:
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication), "icons need a running application"
    return app


@lru_cache(maxsize=512)
def _render(name: str, colour: str, size: int, gap: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    drawing = QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode())))
    picture = QPixmap(round((size + 2 * gap) * ratio), round(size * ratio))
    picture.fill(QColor(Qt.GlobalColor.transparent))
    with QPainter(picture) as painter:
        drawing.render(painter, QRectF(gap * ratio, 0, size * ratio, size * ratio))
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=128)
def _source(name: str) -> bytes:
    file = QFile(f"res:icons/{name}.svg")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(f"no icon is called {name!r}")
    try:
        return bytes(file.readAll().data())
    finally:
        file.close()
