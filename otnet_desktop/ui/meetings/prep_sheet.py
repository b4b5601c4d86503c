"""The prep sheet: what to know before a conversation, as the one page it prints as.

Public: ``PrepSheet(workspace, bridge, intents, meeting)``.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.exchange.leaving_note import LeavingNote
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.journey.paper import Paper, pdf_of
from otnet_desktop.ui.journey.paper_view import PaperView
from otnet_desktop.ui.journey.where_to import ask_where
from otnet_desktop.ui.meetings.meeting_aside import MeetingAside
from otnet_desktop.ui.meetings.prep_paper import prep_paper
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.scrolled import scrolled

SHOWN_HERE = frozenset({Room.MEETINGS, Room.PEOPLE, Room.RESEARCH, Room.MESSAGES, Room.PROMISES, Room.PREFERENCES})


class PrepSheet(MeetingAside):
    """To read, to print, to keep as PDF, to copy."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, intents: Intents, meeting: Meeting, parent: QWidget | None = None
    ) -> None:
        super().__init__(intents, meeting, parent)
        self._workspace = workspace
        self.paper = self._written()
        self._view: PaperView | None = None
        self.print = plain_button(self.tr("Print…"), "print")
        self.print.clicked.connect(self._print)
        self._keep = plain_button(self.tr("Keep as PDF…"), "export")
        self._keep.clicked.connect(self._ask)
        self._copy = plain_button(self.tr("Copy as text"), "copy")
        self._copy.clicked.connect(self._copy_text)
        self._leaving = LeavingNote(workspace.privacy)
        deeds = QWidget()
        flow = FlowLayout(deeds)
        for button in (self.back, self.print, self._keep, self._copy):
            flow.addWidget(button)
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(5 * STEP, 0, 5 * STEP, 5 * STEP)
        self._column.addStretch(1)
        scroll = scrolled(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(3 * STEP)
        head = QWidget()
        around = QVBoxLayout(head)
        around.setContentsMargins(5 * STEP, 3 * STEP, 5 * STEP, 0)
        around.addWidget(deeds)
        around.addWidget(self._leaving)
        whole.addWidget(head)
        whole.addWidget(scroll, 1)
        self._show()
        bridge.changed.connect(self._heed)

    def first_field(self) -> QWidget:
        """The page itself: the arrows read on in it, Tab leads to the next thing."""
        return self._view or self.print

    def _written(self) -> Paper:
        preparation = self._workspace.preparing.of(self.meeting)
        zone = self._workspace.preferences.timing().zone
        return prep_paper(preparation, self._workspace.material.vocabulary.purposes, zone)

    def _show(self) -> None:
        self.setAccessibleName(self.paper.title)
        self._leaving.look_at(self.paper.document.toPlainText())
        if self._view is not None:
            self._view.hide()
            self._view.deleteLater()
        self._view = PaperView(self.paper, "prep")
        self._column.insertWidget(0, self._view)

    def _heed(self, changed: Changed) -> None:
        if not changed.rooms & SHOWN_HERE:
            return
        had_focus = self._view is not None and self._view.hasFocus()
        try:
            self.paper = self._written()
        except NotFound:  # booked and undone, or deleted with the person
            self.finished.emit()
            return
        self._show()
        if had_focus and self._view is not None:
            self._view.setFocus()

    def _print(self) -> None:
        from otnet_desktop.ui.journey.printing import PaperDialog

        PaperDialog(self.paper, self).show()

    def _ask(self) -> None:
        day = self._workspace.meetings.get(self.meeting).plan.start.date().isoformat()
        ask_where(self, self.tr("Keep the prep sheet as"), f"prep-{day}", "pdf", self.write_to)

    def write_to(self, path: str) -> None:
        """Write the page there."""
        page = pdf_of(self.paper)
        if succeeded(self.intents, lambda: self._workspace.exporting.write_page(Path(path), page)):
            self.intents.said.emit(self.tr("Written to {path}").format(path=path))

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self.paper.document.toPlainText())
        self.intents.said.emit(self.tr("Copied"))
