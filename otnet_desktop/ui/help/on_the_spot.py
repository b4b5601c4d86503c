"""Which page of the help is about where one is.

Public: ``set_help(widget, page)`` and ``help_around(widget)``: the page of the nearest widget around that names one.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

HELP_PAGE = "helpPage"
FIRST_PAGE = "getting-started"


def set_help(widget: QWidget, page: str) -> None:
    """Let F1 inside ``widget`` open that page."""
    widget.setProperty(HELP_PAGE, page)


def help_around(widget: QWidget | None) -> str:
    """The page about ``widget``."""
    while widget is not None and not widget.property(HELP_PAGE):
        widget = widget.parentWidget()
    return str(widget.property(HELP_PAGE)) if widget is not None else FIRST_PAGE
