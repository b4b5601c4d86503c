"""What the buttons under a letter do: it is kept first, and a gap that is left is shown first, once.

Public: ``WaysOut(workspace, intents, page, keeper, name)`` with ``hand_over()`` (what Ctrl+Enter means now), ``mail``,
``send``, ``copy`` and ``save_as``.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from otnet_desktop.domain.letters import first_gap
from otnet_desktop.domain.messages import Channel, MessageId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.outreach.composer_page import ComposerPage
from otnet_desktop.ui.outreach.draft_keeper import DraftKeeper
from otnet_desktop.ui.outreach.handing_over import HandingOver


class WaysOut(QObject):
    """``name`` is the reader's, for a file."""

    def __init__(
        self, workspace: Workspace, intents: Intents, page: ComposerPage, keeper: DraftKeeper, name: str
    ) -> None:
        super().__init__(page)
        self._intents = intents
        self._page = page
        self._keeper = keeper
        self._name = name
        self._warned_of = ""
        self.hands = HandingOver(workspace, intents, page.sheet)
        page.send.clicked.connect(self.hand_over)
        page.mail.clicked.connect(self.hand_over)
        page.instead.clicked.connect(self.mail)
        page.copy.clicked.connect(self.copy)
        page.file.clicked.connect(self.save_as)

    def hand_over(self) -> None:
        """By mail to an address, from here where that was set up; any other way by the clipboard."""
        page = self._page
        if not page.mail.isEnabled():
            page.gate.question.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page.address.way().channel is not Channel.EMAIL:
            self.copy()
        elif page.sends_from_here:
            self.send()
        else:
            self.mail()

    def send(self) -> None:
        """By the user's own account; who does it lives with the window."""
        way = self._page.address.way()
        if not way.address:
            self._intents.said.emit(self.tr("There is no e-mail address yet."))
            self._page.no_address.setFocus(Qt.FocusReason.OtherFocusReason)
        elif (message := self._ready()) is not None:
            self._intents.send_wanted.emit(message, way.address)

    def mail(self) -> None:
        """Open it in the mail program."""
        if (message := self._ready()) is not None:
            self.hands.mail(message, self._page.address.way().address)

    def copy(self) -> None:
        """Put it on the clipboard, and open the page where it is pasted, if there is one."""
        if (message := self._ready()) is not None:
            way = self._page.address.way()
            self.hands.copy(message, way.address if way.channel is Channel.LINKEDIN else "")

    def save_as(self) -> None:
        """Save it as a draft for mail programs."""
        if (message := self._ready()) is not None:
            self.hands.save_as(message, self._name, self._page.address.way().address)

    def _ready(self) -> MessageId | None:
        """The letter, kept, and with every gap seen."""
        text = self._page.whole_text()
        if first_gap(text) is not None and self._warned_of != text:
            self._warned_of = text
            self._intents.said.emit(self.tr("Something is still to be filled in. Press again to take it as it is."))
            self._page.go_to_gap()
            return None
        if self._keeper.message is None:
            self._keeper.touch()
        return self._keeper.message if self._keeper.flush() else None
