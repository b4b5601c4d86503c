"""A meeting for calendars: a file for one's own, a page of Google's or Outlook's, or a mail one sends the others.

Public: ``CalendarMenu(workspace, intents)`` with ``show_meeting(meeting, summary)``.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from otnet_desktop.domain.errors import MachineLacks
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.documents import part_of_a_name
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.theme.icons import dress
from otnet_desktop.ui.timeline.meeting_words import CALLED_OFF
from otnet_desktop.ui.widgets.links import open_link


class CalendarMenu(QMenu):
    """None of these ways tells anybody else by itself."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents
        self._meeting: Meeting | None = None
        self._summary = ""
        self.save = self.addAction(self.tr("Save a calendar file…"))
        dress(self.save, "calendar")
        self.save.triggered.connect(self._choose_place)
        self.invite = self.addAction("")
        dress(self.invite, "mail")
        self.invite.triggered.connect(self._choose_letter)
        self._links: list[QAction] = []
        for key, text in (
            ("google", self.tr("Open in Google Calendar")),
            ("outlook_work", self.tr("Open in Outlook (work or school)")),
            ("outlook_home", self.tr("Open in Outlook (personal)")),
        ):
            action = self.addAction(text)
            action.setData(key)
            dress(action, "open")
            action.triggered.connect(self._open_page)
            self._links.append(action)

    def show_meeting(self, meeting: Meeting, summary: str) -> None:
        """From now on it is about this one. What was called off can only be taken out, by the file."""
        self._meeting, self._summary = meeting, summary
        off = meeting.state in CALLED_OFF
        self.invite.setText(self.tr("Cancellation for a mail…") if off else self.tr("Invitation for a mail…"))
        for action in self._links:
            action.setVisible(meeting.state not in CALLED_OFF)

    def _choose_place(self) -> None:
        if self._meeting is None:
            return
        name = f"{self._meeting.plan.start:%Y-%m-%d}-{part_of_a_name(self._meeting.ref)}.ics"
        dialog = QFileDialog(self.parentWidget(), self.tr("Save a calendar file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Calendar files (*.ics)"))
        dialog.setDefaultSuffix("ics")
        dialog.selectFile(name)
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, place: str) -> None:
        """Write the file there."""
        meeting = self._meeting
        if meeting is None:
            return
        save = self._workspace.scheduling.save_file
        if succeeded(self._intents, lambda: save(meeting, self._summary, Path(place))):
            self._intents.said.emit(self.tr("Saved. Open the file to put the meeting into your calendar."))

    def _choose_letter(self) -> None:
        dialog = QFileDialog(self.parentWidget(), self.tr("Save a mail with an invitation"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Mail drafts (*.eml)"))
        dialog.setDefaultSuffix("eml")
        dialog.selectFile(self.tr("Invitation.eml"))
        dialog.fileSelected.connect(self.write_letter)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_letter(self, place: str) -> None:
        """Write the mail there."""
        meeting = self._meeting
        if meeting is None:
            return
        write = self._workspace.invitations.write
        if succeeded(self._intents, lambda: write(meeting, Path(place))):
            self._intents.said.emit(self.tr("Saved. Open it in your mail program and send it; nobody is told before."))

    def _open_page(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        if self._meeting is None:
            return
        link = self._workspace.scheduling.links(self._meeting, self._summary)[str(action.data())]
        if not open_link(link):
            title, hint = self.tr("No browser could be opened."), self.tr("Save a calendar file instead.")
            self._intents.failed.emit(MachineLacks(title, hint))
