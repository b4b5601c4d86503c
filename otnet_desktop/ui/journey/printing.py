"""The dialog of printers. Loaded when somebody prints: it asks the machine for its printers.

Public: ``PaperDialog(paper, parent)``; it prints when it is accepted.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from otnet_desktop.ui.journey.paper import Paper, page_layout


class PaperDialog(QPrintDialog):
    """Blocks nothing but its own window."""

    def __init__(self, paper: Paper, parent: QWidget) -> None:
        self._printer = QPrinter()
        self._printer.setDocName(paper.title)
        self._printer.setPageLayout(page_layout())
        super().__init__(self._printer, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._paper = paper
        self.accepted.connect(self._print)

    def _print(self) -> None:
        self._paper.document.print_(self._printer)
