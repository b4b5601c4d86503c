"""Homework about a person: what changed, where to look, the key points, a checklist, and notes.

Public: ``ResearchCard(workspace, intents)`` with ``show_person(person, place)``, ``look_again(research)``,
``save_now()``, ``lifter`` and ``note_one_thing()`` (focus the line for a key point).
"""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from otnet_desktop.domain.people import Person, Status
from otnet_desktop.domain.research import KEY_POINTS_ENOUGH, Research
from otnet_desktop.services.people import Place
from otnet_desktop.services.research import CHECKLIST
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.research.age_line import AgeLine
from otnet_desktop.ui.research.checklist import Checklist
from otnet_desktop.ui.research.keepers import PersonKeeper
from otnet_desktop.ui.research.key_points import KeyPoints
from otnet_desktop.ui.research.lifter import Lifter
from otnet_desktop.ui.research.notes_editor import NotesEditor
from otnet_desktop.ui.research.sources import Sources
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.words import plural


class ResearchCard(Card):
    """What one knows, and where one knows it from."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        set_help(self, "homework")
        self.set_title(self.tr("Research notes"))
        self._workspace = workspace
        self._intents = intents
        self._person: Person | None = None
        self._age = AgeLine()
        self._age.still_right.connect(self._refresh)
        self._sources = Sources()
        self._points = KeyPoints(workspace, intents)
        self.lifter = Lifter(self._points, intents, self._today)
        self.lifter.watch(self)
        self.lifter.watch_line(self._points.line)
        self._checklist = Checklist(self.tr("Checklist"), workspace.material.checklists.get(CHECKLIST, ()))
        self._checklist.ticked.connect(self._tick)
        self._notes = NotesEditor(intents, workspace.privacy)
        self._enough = QWidget()
        self._write = plain_button(self.tr("Write"), "mail")
        self._write.clicked.connect(self._compose)
        row = QHBoxLayout(self._enough)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(PlainLabel(self.tr("3 key points: that is enough, write."), TextSize.CAPTION, "soft"), 1)
        row.addWidget(self._write)
        for widget in (self._age, self._sources, self._points, self._enough, self.lifter, self._checklist, self._notes):
            self.body.addWidget(widget)

    def show_person(self, person: Person, place: Place) -> None:
        """Somebody else; what was being typed is saved first."""
        if self._person is None or person.id != self._person.id:
            keeper = PersonKeeper(self._workspace, person.id)
            self._notes.turn_to(keeper)
            self._points.turn_to(keeper)
            self.lifter.put_away()
        self._person = person
        self._sources.show_person(person.profile, place.website)

    def look_again(self, research: Research) -> None:
        """Show what is kept now."""
        count = len(research.key_points)
        counted = plural(count, self.tr("{n} key point"), self.tr("{n} key points"))
        self.set_caption(counted if count else self.tr("no key points yet"))
        self._points.show_points(research.key_points)
        self._notes.show_notes(research.notes)
        if self._person is None:
            return
        active = self._person.status is Status.ACTIVE
        self._enough.setVisible(active and count >= KEY_POINTS_ENOUGH)
        self._checklist.show_ticked(self._workspace.research.ticked(self._person.id))
        move = self._workspace.research.moved_since_looked(self._person.id)
        zone = self._workspace.preferences.timing().zone
        self._age.show_age(research, self._workspace.clock.now(), zone, move)
        self._age.setVisible(active and not self._age.isHidden())

    def save_now(self) -> None:
        """Save what is being typed."""
        self._notes.save_now()

    def note_one_thing(self) -> None:
        """The next step is to note one thing."""
        self._points.add_one()

    def _refresh(self) -> None:
        if self._person is not None:
            person = self._person.id
            attempt(self._intents, lambda: self._workspace.research.still_right(person))

    def _tick(self, item: str, done: bool) -> None:
        if self._person is not None:
            person = self._person.id
            attempt(self._intents, lambda: self._workspace.research.tick(person, item, done))

    def _compose(self) -> None:
        if self._person is not None:
            self._intents.compose_wanted.emit(self._person.id, "", "")

    def _today(self) -> date:
        return self._workspace.clock.now().astimezone(self._workspace.preferences.timing().zone).date()
