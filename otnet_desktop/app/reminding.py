"""Turns what is due into notifications and into the tray's state, and answers their buttons.

A notification is shown also while the window is in front: it may stand on another screen, and one rule is easier to
trust than two. It carries a name and what to do, never a note; in discreet mode not even the name.
"""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.notices import Form
from otnet_desktop.domain.notices import Notice as DueNotice
from otnet_desktop.domain.reminder_texts import announce, say
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.tongue import tongue
from otnet_desktop.ui.tray.notice import Notice, Urgency
from otnet_desktop.ui.tray.notifier import Notifier
from otnet_desktop.ui.tray.tray_icon import TrayIcon
from otnet_desktop.ui.tray.tray_state import SHOWN_ITEMS, TrayState, one_line

SUMMARY = "summary"
"""The one notice that tells of several; a later one takes its place."""
TRIAL = "trial"

DO, LATER = "do", "later"
SOON = "3h"
SHOWN = frozenset({Room.REMINDERS, Room.PEOPLE, Room.PREFERENCES})


class Window(Protocol):
    """What brings the window to the front."""

    def show_and_raise(self) -> None:
        """Now, from wherever it is."""


class Reminding(QObject):
    """``tray`` and ``notifier`` are views: this is who knows."""

    def __init__(
        self,
        workspace: Workspace,
        intents: Intents,
        notifier: Notifier,
        tray: TrayIcon,
        window: Window,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents
        self._notifier = notifier
        self._tray = tray
        self._window = window
        self._on_screen: set[str] = set()
        self._is_discreet = self._names_nobody()
        self._next: datetime | None = None
        self._is_next_known = False
        notifier.on_action = self._answer
        tray.pause_requested.connect(workspace.noticing.pause)
        tray.resume_requested.connect(workspace.noticing.resume)
        self._show_state()  # also when everything was told before this start

    def look(self) -> None:
        """Time went on: show what is worth a notification now."""
        for notice in self._workspace.noticing.look():
            self._notifier.show(self._worded(notice))
            self._on_screen.add(_id_of(notice))
        self._is_next_known = False
        self._show_state()

    def watch(self) -> None:
        """The program woke and there was nothing to do."""
        self._workspace.noticing.watch()

    def heed(self, changed: Changed) -> None:
        """Something changed: the tray says so, and what is settled leaves the screen."""
        if changed.rooms & SHOWN:
            self._is_next_known = False
            self._turn_discreet()
            self._show_state()

    def next_instant(self) -> datetime | None:
        """When there is something to look at or to tell next. Cheap: it is asked at every waking."""
        if not self._is_next_known:
            self._next, self._is_next_known = self._workspace.noticing.next_look(), True
        instants = (self._next, self._workspace.reminders.next_change())
        return min((instant for instant in instants if instant is not None), default=None)

    def try_out(self) -> None:
        """Show a notification, so that one sees whether they arrive."""
        body = self.tr("Reminders will look like this.")
        self._notifier.show(Notice(TRIAL, self.tr("Notifications work"), body, default_label=self.tr("Open")))

    def close(self) -> None:
        """No more notifications."""
        self._notifier.close()

    def _names_nobody(self) -> bool:
        """By choice, or because the window is locked."""
        return self._workspace.preferences.current.discreet or self._workspace.locking.is_locked

    def _worded(self, notice: DueNotice) -> Notice:
        said = announce(notice, tongue(self._workspace))
        discreet = self._names_nobody()
        is_single = notice.form is Form.SINGLE
        button = self.tr("Open") if discreet and is_single else said.button
        actions = ((DO, button), (LATER, self.tr("Later"))) if is_single else ((DO, button),)
        soon = notice.reminders[0].kind is Kind.MEETING_SOON
        return Notice(
            _id_of(notice),
            said.discreet if discreet else one_line(said.title),
            "" if discreet else said.why,
            actions,
            default_label=button,
            urgency=Urgency.CRITICAL if is_single and soon else Urgency.NORMAL,
        )

    def _turn_discreet(self) -> None:
        """Names that are on the screen leave it at once; what is due stays in the tray."""
        before, self._is_discreet = self._is_discreet, self._names_nobody()
        if self._is_discreet and not before:
            for notice_id in self._on_screen:
                self._notifier.withdraw(notice_id)
            self._on_screen.clear()

    def _answer(self, notice_id: str, action: str) -> None:
        """A button, or the notification itself, was pressed; perhaps long after it was shown."""
        self._on_screen.discard(notice_id)
        if action == LATER:
            reminders = self._workspace.reminders
            until = reminders.later_choices(self._workspace.clock.now())[SOON]
            attempt(self._intents, lambda: reminders.snooze(reminders.find(notice_id).key, until))
            return
        self._window.show_and_raise()
        if self._workspace.locking.is_locked:
            return  # whoever says the passphrase finds it in the window
        if notice_id == SUMMARY:
            self._intents.due_list_wanted.emit()
        elif notice_id != TRIAL:
            self._intents.follow_up_wanted.emit(notice_id)

    def _show_state(self) -> None:
        reminders = self._workspace.reminders
        due, count, speaking = reminders.due(SHOWN_ITEMS), reminders.due_count(), tongue(self._workspace)
        self._tray.update_state(
            TrayState(
                count,
                tuple((reminder.key, say(reminder, speaking).title) for reminder in due),
                self._names_nobody(),
                self._workspace.noticing.paused_until() is not None,
            )
        )
        still = {key for key in self._on_screen if (count if key == SUMMARY else reminders.is_due(key))}
        settled = self._on_screen - still
        for notice_id in settled:
            self._notifier.withdraw(notice_id)
        self._on_screen -= settled


def _id_of(notice: DueNotice) -> str:
    return notice.reminders[0].key if notice.form is Form.SINGLE else SUMMARY
