"""Promises between me and those one meets: the open ones, and a line for each way.

Public: ``PromisesCard(workspace, intents)`` with ``show_meeting(meeting)`` and ``save_now()``. In a group, and for a
promise with a day, the form asks with whom.
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from otnet_desktop.domain.facts import Side
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.promises import Promise
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.dates import said_day
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.tab_order import tab_before


class PromisesCard(Card):
    """A promise is noted by one sentence and Enter."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Promises"))
        self._workspace = workspace
        self._intents = intents
        self._meeting: Meeting | None = None
        self._shown: list[Promise] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(STEP)
        self.mine, self.theirs = QLineEdit(), QLineEdit()
        for line, said in ((self.mine, self.tr("I promised …")), (self.theirs, self.tr("They offered …"))):
            line.setPlaceholderText(said)
            line.setAccessibleName(said)
            line.editingFinished.connect(self.save_now)
        self.more = plain_button(self.tr("Note a promise…"), "gift")
        self.more.clicked.connect(self._ask)
        deeds = QWidget()
        FlowLayout(deeds).addWidget(self.more)
        self.body.addLayout(self._rows)
        for widget in (self.mine, self.theirs, deeds):
            self.body.addWidget(widget)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show what is open between us."""
        self._meeting = meeting
        people = meeting.plan.people
        self.mine.setVisible(len(people) == 1)
        self.theirs.setVisible(len(people) == 1)
        found = [one for person in people for one in self._workspace.promises.of(person) if not one.kept]
        if found != self._shown:
            self._shown = found
            self._fill(named=len(people) > 1)

    def save_now(self) -> None:
        """Note what stands in the lines."""
        for line, side in ((self.mine, Side.ME), (self.theirs, Side.THEM)):
            text = " ".join(line.text().split())
            if text and self._meeting is not None and self._note(side, text):
                line.clear()

    def _note(self, side: Side, text: str) -> bool:
        assert self._meeting is not None
        (person,) = self._meeting.plan.people
        return succeeded(self._intents, lambda: self._workspace.promises.make(person, side, text))

    def _fill(self, *, named: bool) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        buttons: list[QWidget] = []
        for promise in self._shown:
            done = plain_button(self.tr("Done"))
            done.setProperty("promise", promise.ref)
            done.setAccessibleName(self.tr("Done: {promise}").format(promise=one_line(promise.text)))
            done.clicked.connect(self._settle)
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(2 * STEP)
            row.addWidget(PlainLabel(self._told(promise, named=named), TextSize.BODY, selectable=True), 1)
            row.addWidget(done)
            self._rows.addWidget(holder)
            buttons.append(done)
        tab_before(self.mine, buttons)

    def _told(self, promise: Promise, *, named: bool) -> str:
        mine = promise.by is Side.ME
        told = (self.tr("I promised: {what}") if mine else self.tr("They offered: {what}")).format(what=promise.text)
        more = [self._workspace.people.get(promise.person).profile.full_name] if named else []
        if promise.due_on is not None:
            zone = self._workspace.preferences.timing().zone
            today = self._workspace.clock.now().astimezone(zone).date()
            more.append(self.tr("by {day}").format(day=said_day(promise.due_on, today)))
        return " · ".join((told, *more))

    def _settle(self) -> None:
        button = self.sender()
        assert isinstance(button, QWidget)
        ref = str(button.property("promise"))
        if succeeded(self._intents, lambda: self._workspace.promises.keep(ref)):
            self._intents.undoable.emit(self.tr("The promise is settled"))
            self.more.setFocus()

    def _ask(self) -> None:
        if self._meeting is not None:
            people = self._meeting.plan.people
            self._intents.promise_wanted.emit(people[0] if len(people) == 1 else 0)
