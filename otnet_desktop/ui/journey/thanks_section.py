"""The ledger of thanks: what one still wants to say, then what was said, to whom, for what, when and how.

Public: ``ThanksSection(workspace, bridge, intents)``.
"""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QTableWidget, QVBoxLayout, QWidget

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.reminders import Kind, Reminder
from otnet_desktop.domain.thanks import ThanksOnRecord
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.dates import written_day
from otnet_desktop.ui.followups.due_words import due_thing, ways_to_thank
from otnet_desktop.ui.followups.settling import Settling
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.journey.lines_table import lines_table
from otnet_desktop.ui.journey.section import Section, about
from otnet_desktop.ui.people.step_words import SKIP
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.timeline.meeting_words import named
from otnet_desktop.ui.tongue import tongue
from otnet_desktop.ui.widgets.buttons import with_menu
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.empty_state import EmptyState
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class ThanksSection(Section):
    """What is owed can be settled here: written, said to be done, or left be."""

    ROOMS = frozenset({Room.MEETINGS, Room.MESSAGES, Room.PEOPLE, Room.REMINDERS, Room.PREFERENCES})

    def __init__(self, workspace: Workspace, bridge: Bridge, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(workspace, bridge, intents, "", parent)
        self.sentence.setText(self.tr("Whom you thanked, and whom you still want to. A late thank-you is welcome too."))
        self._settling = Settling(workspace, intents, self)
        self._record: list[ThanksOnRecord] = []
        self.table: QTableWidget | None = None

    def fill(self) -> None:
        """What is owed first; an empty ledger says what will come here."""
        owed, self._record = self.workspace.reminders.thanks_owed(), self.workspace.thanks.on_record()
        self.table = None
        if not owed and not self._record:
            self.items.addWidget(
                EmptyState("thank", self.tr("No thanks yet"), self.tr("After a conversation they find their way here."))
            )
            return
        still = Card(self.tr("Still to say"))
        for reminder in owed:
            still.body.addWidget(self._item(reminder))
        if not owed:
            still.body.addWidget(PlainLabel(self.tr("Nothing waits: everybody was thanked."), tone="soft"))
        self.items.addWidget(still)
        if self._record:
            said = Card(self.tr("Said"))
            self.table = lines_table(self.tr("Thanks given"), "thanks", self._heads(), self._rows(), wide=2)
            self.table.itemActivated.connect(self._open)
            said.body.addWidget(self.table)
            self.items.addWidget(said)

    def _item(self, reminder: Reminder) -> QWidget:
        thing = due_thing(reminder, tongue(self.workspace))
        item, deeds = QWidget(), QWidget()
        column = QVBoxLayout(item)
        column.setContentsMargins(0, STEP, 0, STEP)
        column.setSpacing(STEP)
        column.addWidget(PlainLabel(thing.title, selectable=True))
        column.addWidget(PlainLabel(thing.caption, TextSize.CAPTION, "soft"))
        column.addWidget(deeds)
        flow = FlowLayout(deeds)
        flow.addWidget(self.person_button(self.workspace.reminders.person_of(reminder.key)))
        flow.addWidget(self.act(self.tr("Write…"), thing.key, self._write, thing.title))
        flow.addWidget(self._done_button(thing.key, thing.title, reminder.kind))
        flow.addWidget(self.act(self.tr("Leave it be"), thing.key, self._leave, thing.title))
        return item

    def _done_button(self, key: str, title: str, kind: Kind) -> QPushButton:
        """Thanks are given in a way; word of what came of it is just given."""
        if kind is not Kind.THANK_YOU:
            return self.act(self.tr("Done already"), key, self._done, title)
        menu = QMenu(self)
        for how, text in ways_to_thank().items():
            menu.addAction(text).setData((key, how.value))
        menu.triggered.connect(self._done_by)
        button = with_menu(self.act(self.tr("Done already"), key, self._nothing, title), menu)
        button.destroyed.connect(menu.deleteLater)
        return button

    def _heads(self) -> list[str]:
        return [self.tr("Day"), self.tr("Whom"), self.tr("For what"), self.tr("How")]

    def _rows(self) -> list[list[str]]:
        zone, ways = self.workspace.preferences.timing().zone, ways_to_thank()
        return [
            [
                written_day(thanks.at.astimezone(zone).date()),
                self.name_of(thanks.person),
                named(thanks.meeting.plan) if thanks.meeting is not None else self.tr("An answer"),
                ways[thanks.how],
            ]
            for thanks in self._record
        ]

    def _write(self) -> None:
        key = about(self)
        self.intents.person_wanted.emit(int(self.workspace.reminders.person_of(key)))
        self.intents.follow_up_wanted.emit(key)

    def _done(self) -> None:
        self._settling.done(about(self))

    def _done_by(self, action: QAction) -> None:
        key, how = action.data()
        self._settling.done(key, how)

    def _leave(self) -> None:
        self._settling.put_off(about(self), SKIP)

    def _open(self) -> None:
        """What it was for, or whom."""
        row = self.table.currentRow() if self.table is not None else -1
        if not 0 <= row < len(self._record):
            return
        thanks = self._record[row]
        self.intents.person_wanted.emit(int(thanks.person))
        if thanks.meeting is not None:
            self.intents.open_meeting_wanted.emit(int(thanks.meeting.id))

    def _nothing(self) -> None:
        """The menu opens by itself."""
