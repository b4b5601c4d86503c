"""A year in review: kind, to print or keep, without a score.

Public: ``YearSection(workspace, bridge, intents)``.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QWidget

from otnet_desktop.domain.changes import Room
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.exchange.leaving_note import LeavingNote
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.journey.paper import Paper, pdf_of
from otnet_desktop.ui.journey.paper_view import PaperView
from otnet_desktop.ui.journey.section import Section
from otnet_desktop.ui.journey.where_to import ask_where
from otnet_desktop.ui.journey.year_paper import year_paper
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.labelled_field import LabelledField


class YearSection(Section):
    """The page as it will be printed, and the ways out."""

    ROOMS = frozenset({Room.JOURNEY, Room.PEOPLE, Room.MEETINGS, Room.PROMISES})

    def __init__(self, workspace: Workspace, bridge: Bridge, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(workspace, bridge, intents, "", parent)
        self.sentence.setText(self.tr("Whom you met, what you learned, whom you thanked: a page to look back on."))
        self.paper: Paper | None = None
        self.years = QComboBox()
        for year in workspace.review.years():
            self.years.addItem(str(year), year)
        self.years.activated.connect(self.turn_stale)
        printed = plain_button(self.tr("Print…"), "print")
        printed.clicked.connect(self._print)
        kept = plain_button(self.tr("Keep as PDF…"), "export")
        kept.clicked.connect(self._ask)
        self.head.addWidget(LabelledField(self.tr("Year"), self.years))
        self.head.addWidget(printed)
        self.head.addWidget(kept)

    def fill(self) -> None:
        """Lay the page out anew."""
        review = self.workspace.review.of(int(self.years.currentData()))
        self.paper = year_paper(review, self.name_of, self.workspace.preferences.timing().zone)
        leaving = LeavingNote(self.workspace.privacy)
        leaving.look_at(self.paper.document.toPlainText())
        self.items.addWidget(leaving)
        self.items.addWidget(PaperView(self.paper, "year"))

    def _print(self) -> None:
        if self.paper is not None:
            from otnet_desktop.ui.journey.printing import PaperDialog

            PaperDialog(self.paper, self).show()

    def _ask(self) -> None:
        ask_where(self, self.tr("Keep the year as"), f"year-{self.years.currentText()}", "pdf", self._write)

    def _write(self, path: str) -> None:
        if self.paper is None:
            return
        page = pdf_of(self.paper)
        if succeeded(self.intents, lambda: self.workspace.exporting.write_page(Path(path), page)):
            self.intents.said.emit(self.tr("Written to {path}").format(path=path))
