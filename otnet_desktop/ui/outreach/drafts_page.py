"""Every letter that waits, the newest first: drafts, and what was handed over and nobody said was sent.

Public: ``DraftsPage(workspace, bridge, intents)``. Enter or a click goes on with one.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.messages import Message, MessageId, MessageState
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.asides import Aside
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.dates import said_moment
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.theme.icons import icon
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.timeline.message_words import wrote_word
from otnet_desktop.ui.widgets.buttons import quiet_button
from otnet_desktop.ui.widgets.empty_state import EmptyState

MESSAGE = Qt.ItemDataRole.UserRole
SHOWN = frozenset({Room.MESSAGES, Room.PEOPLE})


class DraftsPage(Aside):
    """A calm list: nothing here is late."""

    def __init__(self, workspace: Workspace, bridge: Bridge, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Drafts"))
        set_help(self, "e-mail")
        self._workspace = workspace
        self._intents = intents
        self.letters = QListWidget()
        self.letters.setAccessibleName(self.tr("Letters that wait"))
        self.letters.setWordWrap(True)
        self.letters.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.letters.itemActivated.connect(self._open)
        self.letters.itemClicked.connect(self._open)
        self.drop = quiet_button(self.tr("Delete draft"), "trash")
        self.drop.clicked.connect(self._drop_one)
        self.add_to_head(self.drop)
        self.none = EmptyState(
            "note", self.tr("No letter waits"), self.tr("What you begin to write is kept here until you send it.")
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.letters)
        self._stack.addWidget(self.none)
        self.body.addWidget(self._stack, 1)
        self._read()
        bridge.changed.connect(self._heed)

    def first_field(self) -> QWidget:
        """The list."""
        return self.letters

    def _read(self) -> None:
        chosen = self.letters.currentRow()
        self.letters.clear()
        for message in self._workspace.drafts.waiting():
            item = QListWidgetItem(self._said(message))
            is_draft = message.state is MessageState.DRAFT
            item.setIcon(icon("note" if is_draft else "send", Role.SOFT if is_draft else Role.BLUE))
            item.setData(MESSAGE, message.id)
            self.letters.addItem(item)
        count = self.letters.count()
        self.letters.setCurrentRow(min(max(chosen, 0), count - 1))
        self.drop.setVisible(bool(count))
        self._stack.setCurrentWidget(self.letters if count else self.none)

    def _said(self, message: Message) -> str:
        name = self._workspace.people.get(message.person).profile.full_name
        zone = self._workspace.preferences.timing().zone
        moment = said_moment(message.at, self._workspace.clock.now(), zone)
        what = wrote_word(OutKind(message.kind))
        handed = self.tr("handed over: was it sent?") if message.state is MessageState.HANDED_OVER else ""
        subject = one_line(message.subject)
        first = self.tr("To {name}: {subject}").format(name=one_line(name), subject=subject or what)
        return "\n".join((first, " · ".join(part for part in (what if subject else "", moment, handed) if part)))

    def _open(self, item: QListWidgetItem) -> None:
        """A click is an activation too, on some desktops."""
        if self.isVisible():
            message = int(item.data(MESSAGE))
            self.finished.emit()
            self._intents.draft_wanted.emit(message)

    def _drop_one(self) -> None:
        item, outreach = self.letters.currentItem(), self._workspace.outreach
        if item is not None:
            message = MessageId(item.data(MESSAGE))
            if succeeded(self._intents, lambda: outreach.changed_my_mind(message)):
                self._intents.undoable.emit(self.tr("The draft is gone"))

    def _heed(self, changed: Changed) -> None:
        if changed.rooms & SHOWN:
            self._read()
