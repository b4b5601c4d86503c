"""Promises between me and those one meets: the open ones, and a line for each way.

Public: ``PromisesCard(workspace, intents)`` with ``show_meeting(meeting)`` and ``save_now()``. In a group one says with
whom, or with everyone; a promise with a day has a form.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from otnet_desktop.domain.facts import Side
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.promises import Promise
from otnet_desktop.domain.vocabulary import Choice
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.dates import said_day
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.choice_box import ChoiceBox
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.tab_order import tab_before

REFS = "refs"


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
        self.whom = ChoiceBox((), self.tr("Everyone in the group"))
        self._whom = LabelledField(self.tr("With whom"), self.whom)
        self.whom.currentIndexChanged.connect(self._name_lines)
        self.mine, self.theirs = QLineEdit(), QLineEdit()
        for line in (self.mine, self.theirs):
            line.editingFinished.connect(self.save_now)
        self.more = plain_button(self.tr("Note a promise…"), "gift")
        self.more.clicked.connect(self._ask)
        deeds = QWidget()
        FlowLayout(deeds).addWidget(self.more)
        self.body.addLayout(self._rows)
        for widget in (self._whom, self.mine, self.theirs, deeds):
            self.body.addWidget(widget)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show what is open between us."""
        people = meeting.plan.people
        before, self._meeting = self._meeting, meeting
        if before is None or before.plan.people != people:
            self._offer(people)
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
        people = self._chosen()
        make, make_with_each = self._workspace.promises.make, self._workspace.promises.make_with_each
        if len(people) == 1:
            return succeeded(self._intents, lambda: make(people[0], side, text))
        return succeeded(self._intents, lambda: make_with_each(people, side, text))

    def _offer(self, people: tuple[PersonId, ...]) -> None:
        """Whom a promise may be with."""
        names = [one_line(self._workspace.people.get(person).profile.full_name) for person in people]
        alone = len(people) == 1
        self.whom.offer([] if alone else [Choice(str(p), name) for p, name in zip(people, names, strict=True)])
        self._whom.setVisible(not alone)
        self._name_lines()

    def _name_lines(self) -> None:
        """Each line says whose promise it takes."""
        alone = len(self._meeting.plan.people) == 1 if self._meeting is not None else True
        if alone:
            said = self.tr("I promised …"), self.tr("They offered …")
        elif self.whom.code():
            name = self.whom.currentText()
            said = self.tr("I promised {name} …").format(name=name), self.tr("{name} offered …").format(name=name)
        else:
            said = self.tr("I promised everyone …"), self.tr("They all offered …")
        for line, text in zip((self.mine, self.theirs), said, strict=True):
            line.setPlaceholderText(text)
            line.setAccessibleName(text)

    def _chosen(self) -> tuple[PersonId, ...]:
        code = self.whom.code()
        if code:
            return (PersonId(int(code)),)
        return self._meeting.plan.people if self._meeting is not None else ()

    def _fill(self, *, named: bool) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        buttons: list[QWidget] = []
        for same in alike(self._shown):
            done = plain_button(self.tr("Done"))
            done.setProperty(REFS, [promise.ref for promise in same])
            done.setAccessibleName(self.tr("Done: {promise}").format(promise=one_line(same[0].text)))
            done.clicked.connect(self._settle)
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(2 * STEP)
            row.addWidget(PlainLabel(self._told(same, named=named), TextSize.BODY, selectable=True), 1)
            row.addWidget(done)
            self._rows.addWidget(holder)
            buttons.append(done)
        tab_before(self.whom, buttons)

    def _told(self, same: Sequence[Promise], *, named: bool) -> str:
        promise = same[0]
        mine = promise.by is Side.ME
        told = (self.tr("I promised: {what}") if mine else self.tr("They offered: {what}")).format(what=promise.text)
        names = [one_line(self._workspace.people.get(one.person).profile.full_name) for one in same]
        more = [", ".join(names)] if named else []
        if promise.due_on is not None:
            zone = self._workspace.preferences.timing().zone
            today = self._workspace.clock.now().astimezone(zone).date()
            more.append(self.tr("by {day}").format(day=said_day(promise.due_on, today)))
        return " · ".join((told, *more))

    def _settle(self) -> None:
        button = self.sender()
        assert isinstance(button, QWidget)
        refs = list(button.property(REFS))
        if succeeded(self._intents, lambda: self._workspace.promises.keep_each(refs)):
            self._intents.undoable.emit(self.tr("The promise is settled"))
            self.more.setFocus()

    def _ask(self) -> None:
        if self._meeting is not None:
            people = self._chosen()
            self._intents.promise_wanted.emit(people[0] if len(people) == 1 else 0)


def alike(promises: Iterable[Promise]) -> list[list[Promise]]:
    """One promise made to several together, each where the first of them stands."""
    found: dict[tuple[object, ...], list[Promise]] = {}
    for promise in promises:
        found.setdefault((promise.by, promise.text, promise.due_on), []).append(promise)
    return list(found.values())
