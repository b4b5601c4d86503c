"""Homework about the place somebody works at, shared by everybody who is there.

Public: ``PlaceCard(workspace, intents)`` with ``show_place(place, asks_gate)`` (none: nothing to show), ``save_now()``
and ``name`` (the place shown, "" for none).
"""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from otnet_desktop.domain.places import KnownPlace
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.people_field import PeopleField
from otnet_desktop.ui.research.age_line import AgeLine
from otnet_desktop.ui.research.keepers import PlaceKeeper
from otnet_desktop.ui.research.key_points import KeyPoints
from otnet_desktop.ui.research.lifter import Lifter
from otnet_desktop.ui.research.notes_editor import NotesEditor
from otnet_desktop.ui.research.place_name import PlaceName
from otnet_desktop.ui.widgets.buttons import icon_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.words import plural


class PlaceCard(Card):
    """What one knows about an organisation, whom to ask first there, and what it is called."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        set_help(self, "homework")
        self._workspace = workspace
        self._intents = intents
        self._place: KnownPlace | None = None
        self.rename = icon_button("edit", self.tr("Rename this place"))
        self.rename.clicked.connect(self._begin_name)
        self.add_to_title(self.rename)
        self.naming = PlaceName(workspace, intents)
        self._age = AgeLine()
        self._age.still_right.connect(self._refresh)
        self.gate = PeopleField(workspace, self.tr("Whom to ask first about placements there"), most=1)
        self._gate = LabelledField(self.tr("Whom to ask first about placements there"), self.gate)
        self.gate.changed.connect(self._choose_gate)
        self.points = KeyPoints(workspace, intents)
        self.lifter = Lifter(self.points, intents, self._today)
        self.lifter.watch(self)
        self.lifter.watch_line(self.points.line)
        self.notes = NotesEditor(intents, workspace.privacy, least=2)
        for widget in (self.naming, self._age, self._gate, self.points, self.lifter, self.notes):
            self.body.addWidget(widget)
        self.hide()

    @property
    def name(self) -> str:
        """The place shown."""
        return self._place.name if self._place else ""

    def show_place(self, place: KnownPlace | None, asks_gate: bool) -> None:
        """Show what is kept about a place; whom to ask first where somebody there is asked for a placement."""
        was = self._place
        if place is None or was is None or (place.id, place.name) != (was.id, was.name):
            self.save_now()
            self.naming.hide()
            self.lifter.put_away()
            if place is not None:
                keeper = PlaceKeeper(self._workspace, place)
                self.notes.turn_to(keeper)
                self.points.turn_to(keeper)
        self._place = place
        self.setVisible(place is not None)
        if place is None:
            return
        self.set_title(self.tr("About {place}").format(place=place.name))
        count = len(place.people)
        shared = plural(count, self.tr("{n} person you know"), self.tr("shared by {n} people you know"))
        self.set_caption(shared)
        self._show_gate(place, asks_gate)
        self.points.show_points(place.research.key_points)
        self.notes.show_notes(place.research.notes)
        self._age.show_age(place.research, self._workspace.clock.now(), self._workspace.preferences.timing().zone)

    def save_now(self) -> None:
        """Save what is being typed."""
        self.notes.save_now()

    def _show_gate(self, place: KnownPlace, asks_gate: bool) -> None:
        self._gate.setVisible(asks_gate or place.gate is not None)
        shown = next(iter(self.gate.people()), None)
        if shown != place.gate:
            self.gate.blockSignals(True)
            self.gate.show_people(() if place.gate is None else (place.gate,))
            self.gate.blockSignals(False)

    def _choose_gate(self) -> None:
        """Typing chooses nobody yet."""
        chosen, place = next(iter(self.gate.people()), None), self._place
        if place is not None and chosen != place.gate and not self.gate.typed():
            attempt(self._intents, lambda: self._workspace.places.choose_gate(place.name, chosen))

    def _begin_name(self) -> None:
        self.save_now()
        self.naming.begin(self.name)

    def _refresh(self) -> None:
        name = self.name
        attempt(self._intents, lambda: self._workspace.places.still_right(name))

    def _today(self) -> date:
        return self._workspace.clock.now().astimezone(self._workspace.preferences.timing().zone).date()
