"""What was written and could not be saved, as one plain text, and where somebody wants it.

Public: ``unsaved_page()`` and ``ask_where_to_save(parent, then)``.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from otnet_desktop.ui.unsaved import unsaved_texts

translate = QCoreApplication.translate


def unsaved_page() -> str:
    """What stands unsaved in any field, each under its name; nothing where there is none."""
    texts = unsaved_texts()
    return "\n\n\n".join(f"{field}\n\n{text}" if field else text for field, text in texts) + "\n" if texts else ""


def ask_where_to_save(parent: QWidget, then: Callable[[str], None]) -> None:
    """Where to? The data folder may be gone or damaged: not there. ``then`` is a bound method."""
    dialog = QFileDialog(parent, translate("Rescue", "Save a copy of what you wrote"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("Rescue", "Plain text (*.txt)"))
    dialog.setDefaultSuffix("txt")
    dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    dialog.selectFile(translate("Rescue", "What I wrote.txt"))
    dialog.fileSelected.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
