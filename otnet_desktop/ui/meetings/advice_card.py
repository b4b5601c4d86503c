"""Advice given in a meeting: the lines of the advice ledger that belong to it.

Public: ``AdviceCard(workspace, intents)`` with ``show_meeting(meeting)`` and ``save_now()``. In a group one says whose
advice a new line is.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from otnet_desktop.domain.advice import Advice, AdviceId
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.vocabulary import Choice
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt, succeeded
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings.kept_rows import KeptRows
from otnet_desktop.ui.meetings.line_row import LineRow
from otnet_desktop.ui.meetings.privacy_hint import PrivacyHint
from otnet_desktop.ui.people.choice_box import ChoiceBox
from otnet_desktop.ui.research.autosave import Kept
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.labelled_field import LabelledField


class AdviceRow(LineRow):
    """One line of the ledger, reworded as one types."""

    def __init__(self, advice: Advice, name: str, workspace: Workspace, intents: Intents) -> None:
        super().__init__(advice.text, name, self._reword)
        self.advice: AdviceId = advice.id
        self._workspace = workspace
        self._intents = intents

    def _reword(self, sitting: int | None) -> Kept | None:
        text = self.text()
        if not text:
            return Kept(sitting)  # an emptied line stays what it was until it is taken out or written anew
        service = self._workspace.advice
        return attempt(self._intents, lambda: Kept(service.reword(self.advice, text, sitting=sitting)))


class AdviceCard(Card):
    """What was advised, and a line for more."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Advice to try"))
        self._workspace = workspace
        self._intents = intents
        self._meeting: Meeting | None = None
        self.line = QLineEdit()
        self._rows: KeptRows[AdviceRow] = KeptRows(self.line)
        asked = self.tr("Add a piece of advice, then Enter")
        self.line.setAccessibleName(asked)
        self.line.setPlaceholderText(asked)
        self.line.editingFinished.connect(self._add)
        self._giver: ChoiceBox | None = None
        self._asks_whose: QWidget | None = None
        self._givers: tuple[PersonId, ...] = ()
        self.body.addLayout(self._rows.column)
        self.hint = PrivacyHint(workspace.privacy)
        self.hint.removed.connect(self._take_out)
        self.body.addWidget(self.line)
        self.body.addWidget(self.hint)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the ledger's lines of this meeting, unless something newer is being typed."""
        self._meeting = meeting
        self._offer(meeting.plan.people)
        kept = self._workspace.advice.in_meeting(meeting.id)
        self.hint.look_at(*(advice.text for advice in kept))
        shown = [(row.advice, row.text()) for row in self._rows]
        if [(advice.id, advice.text) for advice in kept] != shown and not self._rows.are_typed_in:
            self._rows.show([self._row(advice) for advice in kept])

    def save_now(self) -> None:
        """Save everything that is being typed."""
        self._add()
        self._rows.save_now()

    def _row(self, advice: Advice) -> AdviceRow:
        row = AdviceRow(advice, self.tr("Advice to try"), self._workspace, self._intents)
        row.removed.connect(self._remove)
        row.entered.connect(self._go_on)
        return row

    def _offer(self, people: tuple[PersonId, ...]) -> None:
        """In a group: whose advice it is. The first is meant until somebody else is chosen."""
        if people == self._givers:
            return
        self._givers = people
        if self._asks_whose is not None:
            self._asks_whose.hide()
            self._asks_whose.deleteLater()
        self._asks_whose = self._giver = None
        if len(people) > 1:
            first, *others = [
                Choice(str(person), self._workspace.people.get(person).profile.full_name) for person in people
            ]
            self._giver = ChoiceBox(others, first.label)
            self._asks_whose = LabelledField(self.tr("From whom"), self._giver)
            self.body.addWidget(self._asks_whose)

    def _add(self) -> None:
        meeting, text = self._meeting, self.line.text()
        if meeting is None or not text.strip() or not meeting.plan.people:
            return
        code = self._giver.code() if self._giver is not None else ""
        person = PersonId(int(code)) if code else meeting.plan.people[0]
        if succeeded(self._intents, lambda: self._workspace.advice.receive(person, text, meeting.id)):
            self.line.clear()

    def _take_out(self, texts: list[str]) -> None:
        """Words that may tell who a client is; advice that was nothing else stays until it is written anew."""
        kept = self._workspace.advice.in_meeting(self._meeting.id) if self._meeting is not None else []
        with self._workspace.steps.together("Edit advice"):
            for advice, text in zip(kept, texts, strict=True):
                if text and text != advice.text:
                    self._workspace.advice.reword(advice.id, text)

    def _go_on(self) -> None:
        self._add()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        row = self.sender()
        assert isinstance(row, AdviceRow)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        succeeded(self._intents, lambda: self._workspace.advice.remove(row.advice))
