"""Hands a letter to the program that sends it: mail program, clipboard, or a file. None of these makes it sent.

Public: ``HandingOver(workspace, intents, window)`` with ``mail``, ``copy`` and ``save_as``.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from otnet_desktop.domain.messages import Message, MessageId
from otnet_desktop.exchange.mailto import fits, mailto
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt, succeeded
from otnet_desktop.ui.documents import part_of_a_name
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.outreach.recipients import recipients
from otnet_desktop.ui.widgets.links import open_link


class HandingOver(QObject):
    """Each way first asks whether it may be sent at all."""

    def __init__(self, workspace: Workspace, intents: Intents, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._intents = intents
        self._window = window
        self._asked = (MessageId(0), "", "")

    def mail(self, message: MessageId, address: str) -> None:
        """Open it in the mail program; what is too long for a link goes by the clipboard."""
        letter = self._handed(message)
        if letter is None:
            return
        to = [each for _, each in recipients("", address)]
        link = attempt(self._intents, lambda: mailto(to, letter.subject, letter.body))
        if link is None:
            return
        if fits(link):
            if not open_link(link):
                self._by_clipboard(letter, self.tr("No mail program answered. The letter is on the clipboard."))
            return
        self._by_clipboard(letter, self.tr("It is long: the text is on the clipboard. Paste it into the mail."))
        open_link(mailto(to, letter.subject))

    def copy(self, message: MessageId, page: str = "") -> None:
        """Put the text on the clipboard, and open the page where it is pasted, if there is one."""
        letter = self._handed(message)
        if letter is not None:
            self._by_clipboard(letter, self.tr("Copied. Paste it where you write."))
            if page:
                open_link(page)

    def save_as(self, message: MessageId, name: str, address: str) -> None:
        """Save it as a draft that mail programs open."""
        self._asked = (message, name, address)
        dialog = QFileDialog(self._window, self.tr("Save the letter"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Mail drafts (*.eml)"))
        dialog.setDefaultSuffix("eml")
        dialog.selectFile(self.tr("Letter to {name}.eml").format(name=part_of_a_name(name)))
        dialog.fileSelected.connect(self.write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, file: str) -> None:
        """Write the file that was chosen."""
        message, name, address = self._asked
        to = recipients(name, address)
        write = self._workspace.composing.write_file
        invitations, outreach = self._workspace.invitations, self._workspace.outreach
        attached = attempt(self._intents, lambda: invitations.for_letter(outreach.get(message)))
        done = succeeded(self._intents, lambda: write(message, to, Path(file), attached))
        if done and self._handed(message) is not None:
            said = self.tr("Saved as {file}") if attached is None else self.tr("Saved with an invitation as {file}")
            self._intents.said.emit(said.format(file=Path(file).name))

    def _handed(self, message: MessageId) -> Message | None:
        return attempt(self._intents, lambda: self._workspace.outreach.hand_over(message))

    def _by_clipboard(self, letter: Message, said: str) -> None:
        QGuiApplication.clipboard().setText(letter.body)
        self._intents.said.emit(said)
