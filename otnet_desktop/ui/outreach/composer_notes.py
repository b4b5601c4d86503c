"""Above a letter: why one writes and what one knows; who one is, asked for once; the school's gatekeeper.

Public: ``Reasons`` with ``show_research(research, purposes)``; ``AboutMe(workspace, intents)`` with the signal
``told(Me)``; ``Gate(workspace, intents)`` with ``show_purpose(person, purpose)``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.preferences import Me
from otnet_desktop.domain.research import Purpose, Research
from otnet_desktop.domain.vocabulary import Choices, label_of
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.gate_answers import GateAnswers
from otnet_desktop.ui.people.gate_question import GateQuestion
from otnet_desktop.ui.theme.metrics import RADIUS, STEP, TextSize
from otnet_desktop.ui.theme.painting import paint_panel
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class Tinted(QWidget):
    """A quiet ground of its own."""

    def __init__(self, tint: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tint = tint
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        self.column.setSpacing(STEP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        with QPainter(self) as painter:
            paint_panel(painter, self.rect(), self._tint, None, RADIUS)


class Reasons(Tinted):
    """What one hopes to learn, and the key points, to be seen while writing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Role.ACCENT_TINT, parent)
        self._why = PlainLabel(size=TextSize.CAPTION, selectable=True)
        self._points = PlainLabel(size=TextSize.CAPTION, selectable=True)
        self.column.addWidget(self._why)
        self.column.addWidget(self._points)

    def show_research(self, research: Research, purposes: Choices) -> None:
        """Show why, and what is known; nothing where neither was noted."""
        purpose = research.purpose
        said = [label_of(purposes, purpose.kind), purpose.statement] if purpose else []
        why = ": ".join(part for part in said if part)
        self._why.setText(self.tr("Why I write: {why}").format(why=why) if why else "")
        self._points.setText("\n".join(f"•  {point.text}" for point in research.key_points))
        for label in (self._why, self._points):
            label.setVisible(bool(label.text()))
        self.setVisible(bool(why or research.key_points))


class AboutMe(Tinted):
    """Who writes: asked where it is needed first, kept for every letter after."""

    told = Signal(object)

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(Role.BLUE_TINT, parent)
        self._workspace = workspace
        self._intents = intents
        self._name, self._stage, self._school = QLineEdit(), QLineEdit(), QLineEdit()
        self._stage.setPlaceholderText(self.tr("OT student"))
        self.column.addWidget(PlainLabel(self.tr("Who writes? It is kept for every letter."), TextSize.CAPTION))
        fields = QWidget()
        flow = FlowLayout(fields)
        for label, field in (
            (self.tr("Your name"), self._name),
            (self.tr("What you are"), self._stage),
            (self.tr("School or workplace"), self._school),
        ):
            field.returnPressed.connect(self._keep)
            flow.addWidget(LabelledField(label, field))
        self.column.addWidget(fields)
        keep = plain_button(self.tr("Use"), "check")
        keep.clicked.connect(self._keep)
        row = FlowLayout()
        row.addWidget(keep)
        self.column.addLayout(row)
        self.setVisible(not workspace.preferences.current.me.name)

    def _keep(self) -> None:
        name, stage, school = (field.text().strip() for field in (self._name, self._stage, self._school))
        if not name:
            self._name.setFocus()
            return
        known = self._workspace.preferences.current.me
        me: Me = replace(known, name=name, stage=stage or known.stage, school=school or known.school)
        if succeeded(self._intents, lambda: self._workspace.preferences.change(me=me)):
            self.hide()
            self.told.emit(me)


class Gate(QWidget):
    """The question of the person's purpose, answered in place."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._answers = GateAnswers(workspace, intents)
        self._person = PersonId(0)
        self._purpose: Purpose | None = None
        self.question = GateQuestion()
        self.question.cleared.connect(self._clear)
        self.question.note_wanted.connect(self._write_note)
        self.question.information_only.connect(self._only_information)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.question)

    def show_purpose(self, person: PersonId, purpose: Purpose | None) -> bool:
        """Ask, if it has to be asked; whether it has."""
        self._person, self._purpose = person, purpose
        asks = purpose is not None and purpose.asks_gatekeeper
        if purpose is not None and asks:
            zone = self._workspace.preferences.timing().zone
            self.question.show_purpose(purpose, self._workspace.clock.now().astimezone(zone).date())
        self.setVisible(asks)
        return asks

    def _clear(self, day: date) -> None:
        if self._purpose is not None:
            self._answers.cleared(self._person, self._purpose, day)

    def _write_note(self) -> None:
        if self._purpose is not None:
            self._answers.asks_first(self._person, self._purpose)

    def _only_information(self) -> None:
        if self._purpose is not None:
            self._answers.only_information(self._person, self._purpose)
