"""How the window was, kept from one start to the next: size, place, widths, page, who was chosen, light or dark.

Public: ``Kept(folder, remembers=True)`` with ``restore_window``, ``widths``, ``page``, ``person``, ``scheme``,
``text_scale``, ``list_place``, ``keep_look``, ``keep_list`` and ``keep``. A small INI file beside the data; without a
readable one, or where nothing is to be remembered, the window opens as the first time.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSettings, QSize

from otnet_desktop.ui.theme.scheme import Scheme

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QMainWindow, QWidget

FILE_NAME = "window.ini"
FIRST_SIZE = QSize(1280, 800)
Place = tuple[int, int, int, int, int]
"""Of the list in its window: x, y, width and height of its pane, and y of its first row."""

FRAME = QSize(16, 48)
"""What a desktop may put around a window, which is not known before it is shown."""


class Kept:
    """Reads at start and writes when asked."""

    def __init__(self, folder: Path, *, remembers: bool = True) -> None:
        self._settings: QSettings | Forgetful = Forgetful()
        if not remembers:
            return
        file = folder / FILE_NAME
        with contextlib.suppress(OSError):  # Qt leaves its permissions as they are
            file.touch(mode=0o600)
            file.chmod(0o600)
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def restore_window(self, window: QMainWindow) -> None:
        """Size and place as they were, within what the screen has now; the first time, the desktop finds the place."""
        if not self._restores_geometry(window):
            window.resize(FIRST_SIZE.boundedTo(window.screen().availableGeometry().size() - FRAME))
            return
        room = window.screen().availableGeometry()
        if not window.isMaximized() and not window.isFullScreen():
            window.setGeometry(clamped(window.geometry(), room))

    def _restores_geometry(self, window: QMainWindow) -> bool:
        with contextlib.suppress(TypeError):  # somebody wrote something else into the file
            return window.restoreGeometry(self._settings.value("geometry", b""))  # type: ignore[arg-type]
        return False

    def widths(self) -> list[list[int]]:
        """The widths of the panes; empty when none were kept."""
        import json

        with contextlib.suppress(ValueError, TypeError):
            widths = json.loads(str(self._settings.value("widths", "[]")))
            return [[int(width) for width in row] for row in widths]
        return []

    def list_place(self) -> Place | None:
        """Where the list was in the window; ``None`` when that was not kept."""
        with contextlib.suppress(ValueError):
            x, y, width, height, first = map(int, str(self._settings.value("list", "")).split())
            return x, y, width, height, first
        return None

    def keep_list(self, window: QMainWindow, pane: QWidget, rows: QWidget) -> None:
        """Where the list is now, so that the next first frame has its people there."""
        corner, first = pane.mapTo(window, QPoint()), rows.mapTo(window, QPoint())
        place: Place = (corner.x(), corner.y(), pane.width(), pane.height(), first.y())
        self._settings.setValue("list", " ".join(map(str, place)))

    def page(self) -> str:
        """The page of the rail; "" for none."""
        return str(self._settings.value("page", ""))

    def person(self) -> int:
        """Who was chosen; 0 for nobody."""
        with contextlib.suppress(ValueError):
            return int(str(self._settings.value("person", 0)))
        return 0

    def scheme(self) -> Scheme:
        """A copy of what the preferences say, which the first frame cannot wait for."""
        with contextlib.suppress(ValueError):
            return Scheme(str(self._settings.value("scheme", Scheme.SYSTEM.value)))
        return Scheme.SYSTEM

    def text_scale(self) -> float:
        """The same for the size of the text: 1.0 to 2.0."""
        with contextlib.suppress(ValueError):
            return float(str(self._settings.value("text_scale", 1.0)))
        return 1.0

    def keep_look(self, scheme: Scheme, text_scale: float) -> None:
        """The preferences say something else now."""
        if (scheme, text_scale) != (self.scheme(), self.text_scale()):
            self._settings.setValue("scheme", scheme.value)
            self._settings.setValue("text_scale", text_scale)

    def keep(self, window: QMainWindow, widths: list[list[int]], page: str, person: int) -> None:
        """Write everything."""
        import json

        self._settings.setValue("geometry", window.saveGeometry())
        self._settings.setValue("widths", json.dumps(widths))
        self._settings.setValue("page", page)
        self._settings.setValue("person", person)
        self._settings.sync()


class Forgetful:
    """Settings of one start only: nothing is read and nothing is written."""

    def __init__(self) -> None:
        self._values: dict[str, object] = {}

    def value(self, key: str, otherwise: object) -> object:
        """What was set since the start."""
        return self._values.get(key, otherwise)

    def setValue(self, key: str, value: object) -> None:  # noqa: N802 - as Qt's
        """Until the end."""
        self._values[key] = value

    def sync(self) -> None:
        """There is nothing to write."""


def clamped(wanted: QRect, room: QRect) -> QRect:
    """``wanted`` moved and, if it must be, shrunk into ``room``."""
    size = wanted.size().boundedTo(room.size())
    left = min(max(wanted.left(), room.left()), room.left() + room.width() - size.width())
    top = min(max(wanted.top(), room.top()), room.top() + room.height() - size.height())
    return QRect(left, top, size.width(), size.height())
