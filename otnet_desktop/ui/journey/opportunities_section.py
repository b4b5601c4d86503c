"""Opportunities: what one applies for, by when, and who helps.

Public: ``OpportunitiesSection(workspace, bridge, intents)``.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.facts import OpportunityState
from otnet_desktop.domain.promises import Opportunity
from otnet_desktop.domain.vocabulary import Choice, label_of
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.dates import said_day
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.journey.opportunity_form import OpportunityForm
from otnet_desktop.ui.journey.section import Section, about
from otnet_desktop.ui.journey.words import opportunity_kinds, state_words
from otnet_desktop.ui.people.choice_box import ChoiceBox
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TARGET, TextSize
from otnet_desktop.ui.widgets.buttons import primary_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.empty_state import EmptyState
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.links import is_allowed
from otnet_desktop.ui.widgets.plain_label import LinkButton, PlainLabel


class OpportunitiesSection(Section):
    """Open ones first; those that are over below."""

    ROOMS = frozenset({Room.PROMISES, Room.PEOPLE})

    def __init__(self, workspace: Workspace, bridge: Bridge, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(workspace, bridge, intents, "", parent)
        self.sentence.setText(self.tr("Who helped hears how it ended: the app reminds you, whatever the outcome."))
        add = primary_button(self.tr("Add an opportunity…"), "plus")
        add.clicked.connect(self._add)
        self.head.addWidget(add)

    def fill(self) -> None:
        """One card each."""
        every = self.workspace.opportunities.all()
        self._by_ref = {one.ref: one for one in every}
        if not every:
            self.items.addWidget(
                EmptyState(
                    "work",
                    self.tr("No opportunities yet"),
                    self.tr("A post, a placement, an award: note it with its deadline and with who helps you."),
                )
            )
        for one in every:
            self.items.addWidget(self._card(one))

    def _card(self, one: Opportunity) -> Card:
        card = Card(one.title, self._deadline(one))
        parts = (label_of(opportunity_kinds(), one.kind), one.organisation)
        if told := " · ".join(part for part in parts if part):
            card.body.addWidget(PlainLabel(told, TextSize.CAPTION, "soft"))
        if one.notes:
            card.body.addWidget(PlainLabel(one.notes, selectable=True))
        if is_allowed(one.url):
            card.body.addWidget(LinkButton(one.url, one.url))
        people = QWidget()
        flow = FlowLayout(people)
        if one.person is not None:
            flow.addWidget(self._before(self.tr("Through")))
            flow.addWidget(self.person_button(one.person))
        if one.helpers:
            flow.addWidget(self._before(self.tr("Helped by")))
            for helper in one.helpers:
                flow.addWidget(self.person_button(helper))
        elif not one.is_open:  # else nobody would hear how it ended
            flow.addWidget(self.act(self.tr("Who helped?…"), one.ref, self._name_helpers, one.title))
        if flow.count():
            card.body.addWidget(people)
        card.body.addWidget(self._deeds(one))
        return card

    def _before(self, text: str) -> PlainLabel:
        """A word before names, as high as they are."""
        label = PlainLabel(text, TextSize.CAPTION, "soft")
        label.setMinimumHeight(max(TARGET, look().metrics.line() + STEP))
        return label

    def _deeds(self, one: Opportunity) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder)
        box = ChoiceBox([Choice(state.value, text) for state, text in state_words().items()], "")
        box.removeItem(0)
        box.choose(one.state.value)
        box.setAccessibleName(self.tr("How it stands: {title}").format(title=one.title))
        box.setObjectName(f"state:{one.ref}")
        box.setProperty("about", one.ref)
        box.activated.connect(self._change)
        flow.addWidget(box)
        flow.addWidget(self.act(self.tr("Edit…"), one.ref, self._edit, one.title))
        flow.addWidget(self.act(self.tr("Take out"), one.ref, self._remove, one.title))
        return holder

    def _deadline(self, one: Opportunity) -> str:
        if one.deadline is None or not one.is_open:
            return ""
        return self.tr("by {day}").format(day=said_day(one.deadline, self.today()))

    def _change(self) -> None:
        box = self.sender()
        assert isinstance(box, ChoiceBox)
        one = self._by_ref[about(self)]
        told = replace(one, state=OpportunityState(box.code()))
        if told != one:
            succeeded(self.intents, lambda: self.workspace.opportunities.write(told))

    def _add(self) -> None:
        OpportunityForm(self.workspace, self.intents, None, self.window()).open()

    def _edit(self) -> None:
        OpportunityForm(self.workspace, self.intents, self._by_ref[about(self)], self.window()).open()

    def _name_helpers(self) -> None:
        form = OpportunityForm(self.workspace, self.intents, self._by_ref[about(self)], self.window())
        form.open()
        form.helpers.setFocus()

    def _remove(self) -> None:
        ref = about(self)
        if succeeded(self.intents, lambda: self.workspace.opportunities.remove(ref)):
            self.intents.undoable.emit(self.tr("The opportunity is taken out"))
