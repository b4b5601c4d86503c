"""Asks where a file shall go, without blocking the window.

Public: ``ask_where(parent, title, name, ending, chosen)``; ``chosen(path)`` is called when somebody chose.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from otnet_desktop.ui.documents import documents_folder


def ask_where(parent: QWidget, title: str, name: str, ending: str, chosen: Callable[[str], None]) -> None:
    """A save dialog that begins at ``name`` in the user's documents; it asks itself about replacing a file."""
    dialog = QFileDialog(parent, title, str(documents_folder() / f"{name}.{ending}"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(chosen)
    dialog.open()
