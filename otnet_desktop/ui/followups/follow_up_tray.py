"""What is due, at the bottom of the window: a row of cards, the next thing first, and a way to the whole list.

Public: ``FollowUpTray(workspace, bridge, intents)``.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.reminders import Reminder
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.dates import said_moment
from otnet_desktop.ui.followups.due_card import DueCard
from otnet_desktop.ui.followups.due_list import DueList
from otnet_desktop.ui.followups.due_words import due_thing
from otnet_desktop.ui.followups.sent_card import SentCard
from otnet_desktop.ui.followups.settling import Settling
from otnet_desktop.ui.followups.tray_height import tray_height
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.purpose_history import said_why
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.tongue import tongue
from otnet_desktop.ui.widgets.buttons import quiet_button
from otnet_desktop.ui.widgets.elided_label import ElidedLabel
from otnet_desktop.ui.words import plural

NARROWEST = 88
MOST_CARDS = 4
SHOWN = frozenset({Room.REMINDERS, Room.PEOPLE, Room.PREFERENCES, Room.MESSAGES})
MINUTE_MS = 60_000
"""How long "in 25 minutes" stays true."""


class FollowUpTray(QWidget):
    """As many cards as there is room for, at least one; the number of the others on a button."""

    def __init__(self, workspace: Workspace, bridge: Bridge, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_help(self, "reminders")
        set_surface(self, Surface.SIDE)
        self.setAccessibleName(self.tr("Follow-ups"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._workspace = workspace
        self._bridge = bridge
        self._intents = intents
        self._due: list[Reminder] = []
        self._count = 0
        self._settling = Settling(workspace, intents, self)
        self._list: DueList | None = None
        self._cards = [DueCard(foremost=number == 0, parent=self) for number in range(MOST_CARDS)]
        self._sent = SentCard(workspace, intents)
        self._sent.changed.connect(self._show)
        self._calm = ElidedLabel(size=TextSize.BODY)
        self._more = quiet_button("")
        self._more.clicked.connect(self.open_list)
        self._look_soon = QTimer(self)
        self._look_soon.setSingleShot(True)
        self._look_soon.setInterval(0)
        self._look_soon.timeout.connect(self.look_again)
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self._show)
        self._assemble()
        bridge.changed.connect(self._changed)
        intents.due_list_wanted.connect(self.open_list)
        intents.word_wanted.connect(self._sent.ask)
        self.look_again()

    def _assemble(self) -> None:
        row = QHBoxLayout(self)
        row.setSpacing(3 * STEP)
        row.addWidget(self._sent)
        row.addWidget(self._calm, 1)
        for card in self._cards:
            row.addWidget(card)
            card.acted.connect(self._intents.follow_up_wanted)
            card.done.connect(self._settling.done)
            card.turned_out.connect(self._settling.turned_out)
            card.put_off.connect(self._settling.put_off)
            card.walked_off.connect(self._walk_on)
        row.addStretch()  # takes nothing while the calm words are there
        row.addWidget(self._more)
        self._row = row

    @property
    def count(self) -> int:
        """How many things are due."""
        return self._count

    def look_again(self) -> None:
        """Read what is due and show it."""
        self._sent.look_again()
        self._due = self._workspace.reminders.due(MOST_CARDS)
        self._count = self._workspace.reminders.due_count()
        self._show()

    def open_list(self) -> None:
        """Everything that is due, above the tray."""
        if self._list is None:
            self._list = DueList(self._workspace, self._intents, self._settling, self.window())
            self._list.left.connect(self._leave_list)
        self._list.show_due(self._workspace.reminders.due())
        self._list.open_above(self)

    def sizeHint(self) -> QSize:
        """One slim line while there is nothing to do."""
        return QSize(super().sizeHint().width(), tray_height(self._has_cards()))

    def minimumSizeHint(self) -> QSize:
        """Narrower than any card: it is cut rather than keep the window wide."""
        return QSize(NARROWEST, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for another card, or for one less."""
        super().resizeEvent(event)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Minutes count only while they are seen."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._minute.start()
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._minute.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Back in the window: was the letter sent?"""
        if event.type() is QEvent.Type.WindowActivate:
            self._sent.ask()
        return super().eventFilter(watched, event)

    def _changed(self, changed: Changed) -> None:
        if changed.rooms & SHOWN:
            self._look_soon.start()

    def _show(self) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        speaking, kinds = tongue(self._workspace), self._workspace.material.vocabulary.purposes
        for card, reminder in zip(self._cards, self._due, strict=False):
            why = said_why(self._workspace.research.purpose_of(reminder.person), kinds)
            card.show_thing(due_thing(reminder, speaking, why))
        fitting = self._fit()
        edge = 3 * STEP if self._has_cards() else 2 * STEP
        self._row.setContentsMargins(3 * STEP, edge, 3 * STEP, edge)
        self.updateGeometry()
        self._sent.setVisible(self._sent.asks)
        self._calm.setVisible(not self._due and not self._sent.asks)
        if not self._due:
            self._calm.set_text(self._calm_words())
        more = self._count - fitting
        self._more.setVisible(bool(self._due))
        self._more.setText(plural(more, self.tr("{n} more"), self.tr("{n} more")) if more else self.tr("List"))
        self._more.setAccessibleName(
            plural(self._count, self.tr("Show the list: {n} thing due"), self.tr("Show the list: {n} things due"))
        )
        if self._list is not None and self._list.isVisible():
            self._list.show_due(self._workspace.reminders.due())
        elif had_focus and focused is not None and not focused.isVisible():
            self._go_on()

    def _has_cards(self) -> bool:
        return bool(self._due) or self._sent.asks

    def _go_on(self) -> None:
        """What had the focus is settled: to the next thing to do, or out of the tray where there is none."""
        if not self._cards[0].isHidden():
            self._cards[0].enter()
        elif self._sent.asks:
            self._sent.sent.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._intents.going_on_wanted.emit()

    def _fit(self) -> int:
        """Show as many cards as there is room for, and share what is left among them; how many."""
        room = self.width() - self._more.sizeHint().width() - 9 * STEP
        if self._sent.asks:
            room -= self._sent.sizeHint().width() + 3 * STEP
        fitting: list[DueCard] = []
        for card in self._cards[: len(self._due)]:
            needed = card.tightest() + 3 * STEP
            if needed > room and (fitting or self._sent.asks):
                break
            room -= needed
            fitting.append(card)
        for card in self._cards:
            card.setVisible(card in fitting)
        self._share(max(0, room), fitting)
        return len(fitting)

    def _share(self, room: int, cards: list[DueCard]) -> None:
        """Those that want little first, so that what they leave is for the others."""
        wanting = sorted(cards, key=lambda card: card.roomiest() - card.tightest())
        for left, card in zip(range(len(wanting), 0, -1), wanting, strict=True):
            given = min(card.roomiest() - card.tightest(), room // left)
            card.setMaximumWidth(card.tightest() + max(0, given))
            room -= max(0, given)

    def _calm_words(self) -> str:
        upcoming = self._workspace.reminders.upcoming(1)
        if not upcoming:
            return self.tr("Nothing needs doing. New reminders appear here by themselves.")
        zone = self._workspace.preferences.timing().zone
        moment = said_moment(upcoming[0].due, self._workspace.clock.now(), zone)
        return self.tr("Nothing needs doing. Next reminder: {moment}.").format(moment=moment)

    def _walk_on(self, by: int) -> None:
        """From the last button of a card to the first of the next, and back."""
        shown = [card for card in self._cards if card.isVisible()]
        sender = self.sender()
        assert isinstance(sender, DueCard)
        reached = shown.index(sender) + by
        if 0 <= reached < len(shown):
            shown[reached].enter(last=by < 0)
        elif by > 0 and self._more.isVisible():
            self._more.setFocus(Qt.FocusReason.TabFocusReason)

    def _leave_list(self) -> None:
        self._more.setFocus(Qt.FocusReason.OtherFocusReason)
