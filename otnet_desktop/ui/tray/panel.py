"""What is special about trays of Linux panels, which draw the menu and show the messages themselves.

Public: ``is_drawn_by_panel(icon)`` and ``as_markup(text)``.
"""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QSystemTrayIcon


def is_drawn_by_panel(icon: QSystemTrayIcon) -> bool:
    """Whether all goes over the bus. Such a tray does not tell where the icon is; every other one does."""
    return sys.platform == "linux" and icon.geometry().isEmpty()


def as_markup(text: str) -> str:
    """``text`` where markup is read: a bracket is one."""
    from html import escape  # brings a table of every entity along

    return escape(text, quote=False)
