"""Asks for a backup or an archive that lies elsewhere: on a stick, for instance.

Public: ``ask_for_backup(parent, then, folder)``.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate


def ask_for_backup(parent: QWidget, then: Callable[[str], None], folder: str = "") -> None:
    """Show the system's dialog, in ``folder`` if one is named; ``then`` gets the path of what was chosen."""
    dialog = QFileDialog(parent, translate("BackupChooser", "A backup or an archive"), folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    kinds = translate("BackupChooser", "Backups and archives (*.db *.zip)")
    dialog.setNameFilters([kinds, translate("BackupChooser", "All files (*)")])
    dialog.fileSelected.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
