"""Reflections, and settings side by side: in words, in no order of merit, without a sum.

Public: ``ReflectionsSection(workspace, bridge, intents)``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otnet_desktop.domain.reflections import Reflected, by_setting
from otnet_desktop.domain.vocabulary import label_of
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.dates import said_day
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.journey.section import Section, about
from otnet_desktop.ui.journey.words import fit_words
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.timeline.meeting_words import names_together
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.chip_row import ChipItem, ChipRow
from otnet_desktop.ui.widgets.empty_state import EmptyState
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel

COLUMN = 280
"""The width of one setting, as drawn."""
AT_FIRST = 3
"""Settings compared until one chooses others."""


class ReflectionsSection(Section):
    """One column a setting; below, reflections about none."""

    WIDTH = 1200

    def __init__(self, workspace: Workspace, bridge: Bridge, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(workspace, bridge, intents, "", parent)
        self.sentence.setText(
            self.tr("What you thought after each meeting, side by side. There is no winner here: feelings change.")
        )
        self.chips = ChipRow(self.tr("Settings to compare"))
        self.chips.changed.connect(self.turn_stale)
        self.column.insertWidget(1, self.chips)  # it wraps by itself
        self._known: tuple[str, ...] = ()

    def fill(self) -> None:
        """Columns for the chosen settings, then what was thought of none."""
        reflected = self.workspace.reflections.all()
        sides = by_setting(reflected)
        self._offer(sorted(sides, key=self._label))
        if not reflected:
            self.items.addWidget(
                EmptyState(
                    "journey",
                    self.tr("No reflections yet"),
                    self.tr("After a meeting, its page asks what you liked and how its setting would suit you."),
                )
            )
        chosen = [setting for setting in self.chips.checked() if setting in sides]
        if chosen:
            holder = QWidget()
            flow = FlowLayout(holder, spacing=3 * STEP)
            for setting in chosen:
                flow.addWidget(self._column(setting, sides[setting]))
            self.items.addWidget(holder)
        without = [one for one in reflected if not one.reflection.fits]
        if without:
            card = Card(self.tr("Of no setting in particular"))
            for one in without:
                card.body.addWidget(self._entry(one, ""))
            self.items.addWidget(card)

    def _offer(self, settings: list[str]) -> None:
        """The settings to choose from; the first few are chosen until somebody chooses."""
        if tuple(settings) == self._known:
            return
        untouched = not self._known
        self._known = tuple(settings)
        self.chips.show_items([ChipItem(setting, self._label(setting)) for setting in settings])
        if untouched:
            self.chips.check(*settings[:AT_FIRST])

    def _column(self, setting: str, reflected: list[Reflected]) -> Card:
        card = Card(self._label(setting))
        card.setFixedWidth(look().metrics.shape(COLUMN))
        for one in reflected:
            card.body.addWidget(self._entry(one, setting))
        return card

    def _entry(self, one: Reflected, setting: str) -> QWidget:
        entry = QWidget()
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 2 * STEP)
        column.setSpacing(STEP)
        fit = one.fit(setting)
        if fit is not None:
            column.addWidget(PlainLabel(fit_words()[fit]))
        reflection = one.reflection
        for title, text in (
            (self.tr("Liked: {text}"), reflection.liked),
            (self.tr("Liked less: {text}"), reflection.disliked),
            (self.tr("Still wondering: {text}"), reflection.wondering),
        ):
            if text:
                column.addWidget(PlainLabel(title.format(text=text), TextSize.CAPTION, selectable=True))
        plan = one.meeting.plan
        names = names_together([self.name_of(person) for person in plan.people])
        day = said_day(plan.start.astimezone(self.workspace.preferences.timing().zone).date(), self.today())
        column.addWidget(PlainLabel(day, TextSize.CAPTION, "soft"))
        person = int(plan.people[0]) if plan.people else 0
        source = self.act(names, f"{int(one.meeting.id)}:{person}", self._open)
        source.setAccessibleName(self.tr("Open the meeting with {names}").format(names=names))
        source.setProperty("kind", "link")
        column.addWidget(source)
        return entry

    def _label(self, setting: str) -> str:
        return label_of(self.workspace.material.vocabulary.settings, setting)

    def _open(self) -> None:
        meeting, _, person = about(self).partition(":")
        self.intents.person_wanted.emit(int(person))
        self.intents.open_meeting_wanted.emit(int(meeting))
