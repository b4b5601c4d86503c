"""Every widget in one picture, to be looked at: ``python -m tests.ui.gallery FOLDER``.

Draws light and dark, at 200 % text, at twice the scale and mirrored, without a screen.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from otnet_desktop.app import resources
from otnet_desktop.ui.theme.theme import Scheme, Theme
from tests.ui.gallery_pages import controls_page, empty_page, window_page

_PAGES: dict[str, Callable[[], QWidget]] = {"window": window_page, "controls": controls_page, "empty": empty_page}

_VIEWS = {
    "light": (Scheme.LIGHT, 1.0, Qt.LayoutDirection.LeftToRight),
    "dark": (Scheme.DARK, 1.0, Qt.LayoutDirection.LeftToRight),
    "light-200": (Scheme.LIGHT, 2.0, Qt.LayoutDirection.LeftToRight),
    "dark-mirrored": (Scheme.DARK, 1.0, Qt.LayoutDirection.RightToLeft),
}


def draw(folder: Path, suffix: str = "") -> None:
    """Write every page in every view to ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    resources.offer_to_qt()
    app.setFont(QFont("Noto Sans", 10))
    theme = Theme(app, Scheme.LIGHT)
    theme.apply()
    for view, (scheme, text_scale, direction) in _VIEWS.items():
        theme.choose(scheme, text_scale)
        app.setLayoutDirection(direction)
        for name, page in _PAGES.items():
            shown = page()
            shown.resize(1280, 800)
            shown.show()
            app.processEvents()
            shown.grab().save(str(folder / f"{name}-{view}{suffix}.png"))
            shown.close()
            shown.deleteLater()


if __name__ == "__main__":
    draw(Path(sys.argv[1]), "-2x" if os.environ.get("QT_SCALE_FACTOR") == "2" else "")
