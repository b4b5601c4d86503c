"""Asks what the columns of a table are, when nobody can know, and again when somebody wants to say it otherwise.

Public: ``TableDesk(workspace, intents, asides)`` with ``ask(unknown)``, ``offer(page, plan, files)`` and the signal
``answered``: what was said is remembered, and the files may be read once more.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from otnet_desktop.exchange.recognise import FileFormat
from otnet_desktop.services.import_plan import ImportPlan
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.asides import Asides
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.intents import Intents

if TYPE_CHECKING:
    from otnet_desktop.exchange.columns.layout import TableMapping
    from otnet_desktop.services.tables import UnknownTable
    from otnet_desktop.ui.exchange.import_page import ImportPage


class TableDesk(QObject):
    """One table at a time."""

    answered = Signal()

    def __init__(self, workspace: Workspace, intents: Intents, asides: Asides, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents
        self._asides = asides
        self._unknown: UnknownTable | None = None
        self._files: Sequence[Path] = ()

    @property
    def zone(self) -> str:
        """Where one writes dates."""
        return self._workspace.preferences.timing().zone.key

    def ask(self, unknown: UnknownTable) -> None:
        """Show its columns."""
        from otnet_desktop.ui.exchange.mapping_page import MappingPage

        self._unknown = unknown
        page = MappingPage(unknown)
        page.accepted.connect(self._heed)
        self._asides.lay(page)

    def offer(self, page: ImportPage, plan: ImportPlan, files: Sequence[Path]) -> None:
        """Where such a table is among the files, let its columns be seen and said otherwise."""
        self._files = files
        if any(file.report.format == FileFormat.CSV for file in plan.files):
            page.columns_button.show()
            page.columns_button.clicked.connect(self._ask_again)

    def _ask_again(self) -> None:
        unknown = next(self._workspace.importing.tables.unknown(self._files, self.zone), None)
        if unknown is not None:
            self.ask(unknown)

    def _heed(self, mapping: TableMapping) -> None:
        unknown, tables = self._unknown, self._workspace.importing.tables
        if unknown and succeeded(self._intents, lambda: tables.save(unknown.table, mapping)):
            self.answered.emit()
