"""The same question, asked of several people: their answers side by side.

Public: ``AnswersSection(workspace, bridge, intents)``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from otnet_desktop.domain.answers import Answer, Answered, folded, side_by_side
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.dates import said_day
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.journey.section import Section, about
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.timeline.meeting_words import names_together
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.empty_state import EmptyState
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.words import plural

COLUMN = 250
"""The width of one answer, as drawn."""
AT_FIRST = 30
"""Questions shown until one asks for all."""


class AnswersSection(Section):
    """One card a question, one column an answer."""

    WIDTH = 1100

    def __init__(self, workspace: Workspace, bridge: Bridge, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(workspace, bridge, intents, "", parent)
        self.sentence.setText(self.tr("Ask several people the same thing, and what is common begins to show."))
        self._shows_all = False
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Find in questions and answers"))
        self.filter.setAccessibleName(self.tr("Find in questions and answers"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(look().metrics.shape(280))
        self.filter.textChanged.connect(self.turn_stale)
        self.head.addWidget(self.filter)

    def fill(self) -> None:
        """What several answered first."""
        wanted = folded(self.filter.text())
        answered = [one for one in side_by_side(self.workspace.meetings.answered()) if _holds(one, wanted)]
        if not answered:
            self.items.addWidget(self._nothing())
        shown = answered if self._shows_all else answered[:AT_FIRST]
        for one in shown:
            self.items.addWidget(self._card(one))
        if len(shown) < len(answered):
            more = plain_button(self.tr("Show all {n} questions").format(n=self.locale().toString(len(answered))))
            more.clicked.connect(self._show_all)
            self.items.addWidget(more)

    def _nothing(self) -> EmptyState:
        if self.filter.text().strip():
            return EmptyState("search", self.tr("No answer with these words"))
        return EmptyState(
            "question",
            self.tr("No answers yet"),
            self.tr("Write answers below the questions on the page of a meeting. Equal questions meet here."),
        )

    def _card(self, one: Answered) -> Card:
        said = plural(len(one.answers), self.tr("{n} answer"), self.tr("{n} answers"))
        card = Card(one.question, said)
        holder = QWidget()
        flow = FlowLayout(holder, spacing=4 * STEP)
        for answer in one.answers:
            flow.addWidget(self._answer(answer))
        card.body.addWidget(holder)
        return card

    def _answer(self, answer: Answer) -> QWidget:
        column = QWidget()
        column.setFixedWidth(look().metrics.shape(COLUMN))
        stack = QVBoxLayout(column)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(STEP)
        plan = answer.meeting.plan
        names = names_together([self.name_of(person) for person in plan.people])
        day = said_day(plan.start.astimezone(self.workspace.preferences.timing().zone).date(), self.today())
        open_it = self.act(names, str(int(answer.meeting.id)), self._open)
        open_it.setProperty("kind", "link")
        open_it.setAccessibleName(self.tr("Open the meeting with {names}").format(names=names))
        stack.addWidget(open_it)
        stack.addWidget(
            PlainLabel(" · ".join(part for part in (self._place(answer), day) if part), TextSize.CAPTION, "soft")
        )
        stack.addWidget(PlainLabel(answer.text, selectable=True))
        stack.addStretch(1)
        return column

    def _place(self, answer: Answer) -> str:
        if not answer.meeting.plan.people:
            return ""
        return self.workspace.people.get(answer.meeting.plan.people[0]).profile.current.organisation

    def _open(self) -> None:
        meeting = int(about(self))
        for one in self.workspace.meetings.answered():
            if int(one.id) == meeting and one.plan.people:
                self.intents.person_wanted.emit(int(one.plan.people[0]))
        self.intents.open_meeting_wanted.emit(meeting)

    def _show_all(self) -> None:
        self._shows_all = True
        self.turn_stale()


def _holds(one: Answered, wanted: str) -> bool:
    return not wanted or any(wanted in folded(text) for text in (one.question, *(a.text for a in one.answers)))
