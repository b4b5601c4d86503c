"""The advice ledger: to try, tried and worth telling, told.

Public: ``AdviceSection(workspace, bridge, intents)``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from otnet_desktop.domain.advice import Advice, AdviceId, AdviceState
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.dates import said_day
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.journey.advice_forms import AdviceForm, TriedForm
from otnet_desktop.ui.journey.section import Section, about
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import primary_button, with_menu
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.empty_state import EmptyState
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel

KEEP_IN_TOUCH = "keep_in_touch"
"""The letter that tells what came of advice."""


AT_FIRST = 20
"""Pieces of advice shown in each state until one asks for all."""


class AdviceSection(Section):
    """One card for each state, what is worth telling first."""

    def __init__(self, workspace: Workspace, bridge: Bridge, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(workspace, bridge, intents, "", parent)
        self.sentence.setText(
            self.tr("Nothing makes people gladder than hearing that their advice was tried, whatever came of it.")
        )
        self._whole: set[AdviceState] = set()
        add = primary_button(self.tr("Add advice…"), "plus")
        add.clicked.connect(self._add)
        self.head.addWidget(add)

    def fill(self) -> None:
        """The ledger, the newest of each state first."""
        ledger = list(reversed(self.workspace.advice.ledger()))
        self._by_id = {str(int(advice.id)): advice for advice in ledger}
        if not ledger:
            self.items.addWidget(
                EmptyState(
                    "quote",
                    self.tr("No advice yet"),
                    self.tr("Note what people advise on the page of a meeting, or here."),
                )
            )
        for state, title in (
            (AdviceState.TRIED, self.tr("Tried: they would be glad to hear")),
            (AdviceState.RECEIVED, self.tr("To try, if it still appeals")),
            (AdviceState.TOLD, self.tr("Tried and told")),
        ):
            shown = [advice for advice in ledger if advice.state is state]
            if shown:
                self.items.addWidget(self._card(state, title, shown))

    def _card(self, state: AdviceState, title: str, shown: list[Advice]) -> Card:
        card = Card(title)
        few = shown if state in self._whole else shown[:AT_FIRST]
        for advice in few:
            card.body.addWidget(self._item(advice))
        if len(few) < len(shown):
            text = self.tr("Show all {n}").format(n=self.locale().toString(len(shown)))
            card.body.addWidget(self.act(text, state.value, self._show_all, title), 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _item(self, advice: Advice) -> QWidget:
        item, deeds = QWidget(), QWidget()
        key = str(int(advice.id))
        column = QVBoxLayout(item)
        column.setContentsMargins(0, STEP, 0, STEP)
        column.setSpacing(STEP)
        column.addWidget(PlainLabel(f"“{advice.text}”", selectable=True))
        if advice.outcome:
            column.addWidget(PlainLabel(advice.outcome, selectable=True))
        column.addWidget(PlainLabel(self._when(advice), TextSize.CAPTION, "soft"))
        column.addWidget(deeds)
        flow = FlowLayout(deeds)
        flow.addWidget(self.person_button(advice.person))
        if advice.state is AdviceState.RECEIVED:
            flow.addWidget(self.act(self.tr("I tried it…"), key, self._try, advice.text))
        if advice.state is AdviceState.TRIED:
            name = self.workspace.people.get(advice.person).profile.short_name
            flow.addWidget(self.act(self.tr("Tell {name}").format(name=name), key, self._tell, advice.text))
        more = with_menu(self.act(self.tr("More"), key, self._nothing, advice.text), self._menu(advice))
        flow.addWidget(more)
        return item

    def _when(self, advice: Advice) -> str:
        today = self.today()
        said = [self.tr("received {day}").format(day=said_day(advice.received_on, today))]
        if advice.tried_on is not None:
            said.append(self.tr("tried {day}").format(day=said_day(advice.tried_on, today)))
        if advice.told_on is not None:
            said.append(self.tr("told {day}").format(day=said_day(advice.told_on, today)))
        return " · ".join(said)

    def _menu(self, advice: Advice) -> QMenu:
        """Filled when it opens: most never do."""
        menu = QMenu(self._content)
        menu.setProperty("about", str(int(advice.id)))
        menu.aboutToShow.connect(self._fill_menu)
        menu.triggered.connect(self._choose)
        return menu

    def _fill_menu(self) -> None:
        menu = self.sender()
        assert isinstance(menu, QMenu)
        advice = self._by_id[about(self)]
        menu.clear()
        offered = [("reword", self.tr("Word it otherwise…"))]
        if advice.state is AdviceState.TRIED:
            offered += [("told", self.tr("They know already")), ("untried", self.tr("Not tried after all"))]
        if advice.tried_on is not None:
            offered.append(("tried", self.tr("How it went…")))
        if advice.state is AdviceState.TOLD:
            offered.append(("untold", self.tr("They do not know yet")))
        if advice.meeting is not None:
            offered.append(("meeting", self.tr("Open the meeting")))
        offered.append(("remove", self.tr("Take out")))
        for what, text in offered:
            menu.addAction(text).setData(f"{what}:{int(advice.id)}")

    def _choose(self, action: QAction) -> None:
        what, _, key = str(action.data()).partition(":")
        service, advice = self.workspace.advice, self._by_id[key]
        match what:
            case "reword":
                AdviceForm(self.workspace, self.intents, advice, self.window()).open()
            case "tried":
                TriedForm(self.workspace, self.intents, advice, self.window()).open()
            case "meeting" if advice.meeting is not None:
                self.intents.person_wanted.emit(int(advice.person))
                self.intents.open_meeting_wanted.emit(int(advice.meeting))
            case _:
                deeds = {
                    "told": service.told,
                    "untold": service.untold,
                    "untried": service.untried,
                    "remove": service.remove,
                }
                if succeeded(self.intents, lambda: deeds[what](AdviceId(int(key)))) and what == "remove":
                    self.intents.undoable.emit(self.tr("The advice is taken out"))

    def _add(self) -> None:
        AdviceForm(self.workspace, self.intents, None, self.window()).open()

    def _try(self) -> None:
        TriedForm(self.workspace, self.intents, self._by_id[about(self)], self.window()).open()

    def _tell(self) -> None:
        advice = self._by_id[about(self)]
        self.intents.person_wanted.emit(int(advice.person))
        self.intents.compose_wanted.emit(int(advice.person), "", KEEP_IN_TOUCH)

    def _show_all(self) -> None:
        self._whole.add(AdviceState(about(self)))
        self.turn_stale()

    def _nothing(self) -> None:
        """The menu opens by itself."""
