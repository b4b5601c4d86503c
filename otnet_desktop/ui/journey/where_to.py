"""Asks where a file shall go, without blocking the window.

Public: ``ask_where(parent, title, name, ending, chosen)``; ``chosen(path)`` is called when somebody chose.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where(parent: QWidget, title: str, name: str, ending: str, chosen: Callable[[str], None]) -> None:
    """A save dialog that begins at ``name`` in the user's documents; it asks itself about replacing a file."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or str(Path.home())
    dialog = QFileDialog(parent, title, str(Path(folder) / f"{name}.{ending}"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(chosen)
    dialog.open()
