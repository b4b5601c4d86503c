"""Asks once, when one comes back from the mail program: was it sent?

Public: ``SentCard(workspace, intents)`` with ``ask()`` (one came back), ``look_again()`` and ``asks``; the signal
``changed`` tells that this is otherwise now, and the tray shows or hides it. Nothing is marked as sent without its
button.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otnet_desktop.domain.messages import Message, MessageId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.theme.metrics import CARD_RADIUS, STEP, TextSize
from otnet_desktop.ui.theme.painting import paint_panel
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.timeline.meeting_words import names_together
from otnet_desktop.ui.widgets.accessible_rows import sentence
from otnet_desktop.ui.widgets.buttons import plain_button, primary_button, quiet_button
from otnet_desktop.ui.widgets.elided_label import ElidedLabel


class SentCard(QWidget):
    """To be hidden while nothing waits for a word: the tray does so, which knows where the focus goes from there."""

    changed = Signal()

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents
        self._asked: Message | None = None
        self._title = ElidedLabel(bold=True)
        self._about = ElidedLabel(size=TextSize.CAPTION, role=Role.SOFT)
        self.sent = primary_button(self.tr("Sent"))
        self.sent.clicked.connect(self._was_sent)
        self.not_yet = plain_button(self.tr("Not yet"))
        self.not_yet.clicked.connect(self._is_not_yet)
        self.dropped = quiet_button(self.tr("Changed my mind"))
        self.dropped.clicked.connect(self._was_dropped)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._about)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        row.setSpacing(2 * STEP)
        row.addLayout(words, 1)
        for button in (self.sent, self.not_yet, self.dropped):
            row.addWidget(button)
        self.hide()

    @property
    def asks(self) -> bool:
        """Whether it is to be shown."""
        return self._asked is not None

    def ask(self) -> None:
        """Somebody came back to the window: ask about what was handed over first."""
        waiting = self._workspace.outreach.waiting_for_word()
        self._show(waiting[0] if waiting else None)

    def look_again(self) -> None:
        """The message may have been sent, dropped or taken back by other ways."""
        asked = self._asked
        if asked is not None and asked.id not in [m.id for m in self._workspace.outreach.waiting_for_word()]:
            self._show(None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground: blue, for a question."""
        with QPainter(self) as painter:
            paint_panel(painter, self.rect(), Role.BLUE_TINT, Role.BLUE, CARD_RADIUS)

    def _show(self, message: Message | None) -> None:
        before, self._asked = self._asked, message
        if message is not None and (before is None or before.id != message.id):
            names = [self._workspace.people.get(person).profile.short_name for person in message.people]
            question = self.tr("Did you send it to {name}?").format(name=names_together(names))
            self._title.set_text(question)
            self._about.set_text(message.subject)
            self.setAccessibleName(sentence(question, message.subject))
            for button in (self.sent, self.not_yet, self.dropped):
                button.setAccessibleDescription(question)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, question))
        if (before is None) != (message is None):
            self.changed.emit()

    def _was_sent(self) -> None:
        message = self._taken()
        if succeeded(self._intents, lambda: self._workspace.composing.sent(message)):
            self._intents.undoable.emit(self.tr("Noted as sent"))

    def _is_not_yet(self) -> None:
        message = self._taken()
        if succeeded(self._intents, lambda: self._workspace.outreach.not_yet(message)):
            self._intents.said.emit(self.tr("It waits as a draft"))

    def _was_dropped(self) -> None:
        message = self._taken()
        if succeeded(self._intents, lambda: self._workspace.outreach.changed_my_mind(message)):
            self._intents.undoable.emit(self.tr("The draft is gone"))

    def _taken(self) -> MessageId:
        asked = self._asked
        assert asked is not None, "its buttons are hidden with it"
        self._show(None)
        return asked.id
