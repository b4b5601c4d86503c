"""What the program is called. One string ties its windows to its desktop entry, icon, autostart and notifications."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

APPLICATION_ID = "org.otnet.OTnetDesktop"
"""Name of the desktop entry and of the icon in a theme; class of the windows."""

DISPLAY_NAME = "OTnet Desktop"
ICON = "res:icons/app.svg"


def introduce(app: QApplication) -> None:
    """Tell Qt; to be done before the first window, or desktops show a nameless one."""
    app.setApplicationName(APPLICATION_ID)
    app.setApplicationDisplayName(DISPLAY_NAME)
    app.setDesktopFileName(APPLICATION_ID)


def give_icon(app: QApplication) -> None:
    """The program's icon, out of the desktop's theme or our own; ``res:`` must be known."""
    from PySide6.QtGui import QIcon

    app.setWindowIcon(QIcon.fromTheme(APPLICATION_ID, QIcon(ICON)))
