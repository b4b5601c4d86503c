"""Homework about a person: where to look, the key points, and notes.

Public: ``ResearchCard(workspace, intents)`` with ``show_person(person)``, ``look_again()``, ``save_now()`` and
``note_one_thing()`` (focus the line for a key point).
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from otnet_desktop.domain.people import Person, Status
from otnet_desktop.domain.research import KEY_POINTS_ENOUGH, Research
from otnet_desktop.services.people import Place
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.dates import said_since
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.research.keepers import PersonKeeper
from otnet_desktop.ui.research.key_points import KeyPoints
from otnet_desktop.ui.research.notes_editor import NotesEditor
from otnet_desktop.ui.research.sources import Sources
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import plain_button, quiet_button
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
        self._sources = Sources()
        self._points = KeyPoints(workspace, intents)
        self._notes = NotesEditor(intents)
        self._enough = QWidget()
        self._write = plain_button(self.tr("Write"), "mail")
        self._write.clicked.connect(self._compose)
        self._stale = QWidget()
        self._since = PlainLabel(size=TextSize.CAPTION, tone="due")
        self._still_right = quiet_button(self.tr("Still right"), "check")
        self._still_right.clicked.connect(self._refresh)
        _side_by_side(self._stale, self._since, self._still_right)
        said = PlainLabel(self.tr("3 key points: that is enough, write."), TextSize.CAPTION, "soft")
        _side_by_side(self._enough, said, self._write)
        for widget in (self._stale, self._sources, self._points, self._enough, self._notes):
            self.body.addWidget(widget)

    def show_person(self, person: Person, place: Place) -> None:
        """Somebody else; what was being typed is saved first."""
        if self._person is None or person.id != self._person.id:
            keeper = PersonKeeper(self._workspace, person.id)
            self._notes.turn_to(keeper)
            self._points.turn_to(keeper)
        self._person = person
        self._sources.show_person(person.profile, place.website)

    def look_again(self, research: Research) -> None:
        """Show what is kept now."""
        count = len(research.key_points)
        counted = plural(count, self.tr("{n} key point"), self.tr("{n} key points"))
        self.set_caption(counted if count else self.tr("no key points yet"))
        active = self._person is not None and self._person.status is Status.ACTIVE
        self._enough.setVisible(active and count >= KEY_POINTS_ENOUGH)
        self._show_age(research, active)
        self._points.show_points(research.key_points)
        self._notes.show_notes(research.notes)

    def save_now(self) -> None:
        """Save what is being typed."""
        self._notes.save_now()

    def note_one_thing(self) -> None:
        """The next step is to note one thing."""
        self._points.add_one()

    def _show_age(self, research: Research, active: bool) -> None:
        now = self._workspace.clock.now()
        stale = active and research.is_stale(now)
        self._stale.setVisible(stale)
        if research.reviewed_at is not None and stale:
            zone = self._workspace.preferences.timing().zone
            since = said_since(research.reviewed_at.astimezone(zone).date(), now.astimezone(zone).date())
            self._since.setText(self.tr("Noted {since}: look again before you write").format(since=since))

    def _refresh(self) -> None:
        if self._person is not None:
            person = self._person.id
            attempt(self._intents, lambda: self._workspace.research.still_right(person))

    def _compose(self) -> None:
        if self._person is not None:
            self._intents.compose_wanted.emit(self._person.id, "", "")


def _side_by_side(holder: QWidget, text: QWidget, button: QWidget) -> None:
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2 * STEP)
    row.addWidget(text, 1)
    row.addWidget(button)
