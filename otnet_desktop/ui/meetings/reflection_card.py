"""My own words after a meeting, and how its setting would suit me. Nobody else's words are in it.

Public: ``ReflectionCard(workspace, intents)`` with ``show_meeting(meeting)`` (hidden until it took place),
``save_now()`` and ``copy()`` (the words that could not be kept so far).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otnet_desktop.domain.meetings import Meeting, MeetingId, MeetingState
from otnet_desktop.domain.reflections import Fit, Reflection
from otnet_desktop.domain.vocabulary import Choice, label_of
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.journey.words import fit_words
from otnet_desktop.ui.kept_parts import KeptParts, Parts
from otnet_desktop.ui.meetings.reflection_text import ReflectionText
from otnet_desktop.ui.people.choice_box import ChoiceBox
from otnet_desktop.ui.research.autosave import Kept
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.unsaved import Unsaved
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.labelled_field import LabelledField

PARTS = ("liked", "disliked", "wondering")


class ReflectionCard(Card):
    """Three short questions to oneself, saved while one types, and a feeling for each setting."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("My reflection"))
        self._workspace = workspace
        self._intents = intents
        self._meeting: MeetingId | None = None
        self._parts: KeptParts | None = None
        self._shown: list[tuple[str, int]] = []
        asked = (self.tr("What I liked"), self.tr("What I liked less"), self.tr("What I still wonder"))
        saves = (self._save_liked, self._save_disliked, self._save_wondering)
        told = zip(PARTS, asked, saves, strict=True)
        self.texts = {part: ReflectionText(name, save, workspace.privacy) for part, name, save in told}
        for text in self.texts.values():
            self.body.addWidget(text)
        self.fits: dict[str, ChoiceBox] = {}
        self._fits = QVBoxLayout()
        self._fits.setSpacing(2 * STEP)
        self.body.addLayout(self._fits)
        self.another = ChoiceBox(workspace.vocabulary.now().settings, self.tr("Choose a setting"))
        self.another.activated.connect(self._add_setting)
        self.body.addWidget(LabelledField(self.tr("Another setting I got to know"), self.another))

    def show_meeting(self, meeting: Meeting) -> None:
        """Show what is kept, unless something newer is being typed."""
        if self._parts is None or meeting.id != self._meeting:
            self._meeting = meeting.id
            self._parts = KeptParts(
                self._intents, ("reflection", meeting.id), _saving(self._workspace, meeting.id), _copied
            )
        self.setVisible(meeting.state is MeetingState.HELD)
        kept = replace(self._workspace.reflections.of(meeting.id), **self._parts.left())
        for part, text in self.texts.items():
            text.show_text(getattr(kept, part))
        felt = {fit.setting: fit.score for fit in kept.fits}
        settings = dict.fromkeys((*self._workspace.reflections.settings_of(meeting.id), *felt))
        self._show_fits([(setting, felt.get(setting, 0)) for setting in settings])

    def save_now(self) -> None:
        """Save what is being typed."""
        for text in self.texts.values():
            text.save_now()

    def copy(self) -> str:
        """The words that could not be kept so far."""
        return "" if self._parts is None else self._parts.copy()

    def _show_fits(self, felt: list[tuple[str, int]]) -> None:
        if [setting for setting, _ in felt] != list(self.fits):
            while (item := self._fits.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
            self.fits = {}
            for setting, _ in felt:
                self._fits.addWidget(self._row(setting))
        for setting, score in felt:
            self.fits[setting].choose(str(score) if score else "")

    def _row(self, setting: str) -> LabelledField:
        box = ChoiceBox([Choice(str(score), text) for score, text in fit_words().items()], self.tr("Not said"))
        box.setProperty("setting", setting)
        box.activated.connect(self._feel)
        self.fits[setting] = box
        label = label_of(self._workspace.material.vocabulary.settings, setting)
        return LabelledField(self.tr("How would it suit me? {setting}").format(setting=label), box)

    def _feel(self) -> None:
        box = self.sender()
        assert isinstance(box, ChoiceBox)
        self._save_fit(str(box.property("setting")), int(box.code() or 0))

    def _add_setting(self) -> None:
        setting = self.another.code()
        self.another.choose("")
        if setting and setting not in self.fits:
            self._show_fits([*((known, int(box.code() or 0)) for known, box in self.fits.items()), (setting, 0)])
            self.fits[setting].setFocus()

    def _save_fit(self, setting: str, score: int) -> None:
        if self._meeting is None or self._parts is None:
            return
        fits = replace(self._workspace.reflections.of(self._meeting), **self._parts.left()).fits
        others = [fit for fit in fits if fit.setting != setting]
        self._save(None, fits=(*others, *([Fit(setting, score)] if score else [])))

    def _save_liked(self, text: str, sitting: int | None) -> Kept | None:
        return self._save(sitting, liked=text)

    def _save_disliked(self, text: str, sitting: int | None) -> Kept | None:
        return self._save(sitting, disliked=text)

    def _save_wondering(self, text: str, sitting: int | None) -> Kept | None:
        return self._save(sitting, wondering=text)

    def _save(self, sitting: int | None, **parts: Any) -> Kept | None:  # noqa: ANN401 - fields of Reflection
        return Kept(sitting) if self._parts is None else self._parts.keep(sitting, parts)


def _saving(workspace: Workspace, meeting: MeetingId) -> Callable[[Parts, int | None], Kept]:
    def save(parts: Parts, sitting: int | None) -> Kept:
        before: Reflection = workspace.reflections.of(meeting)
        after = replace(before, **parts)
        return Kept(workspace.reflections.save(after, sitting=sitting) if after != before else sitting)

    return save


def _copied(parts: Parts) -> list[Unsaved]:
    return [Unsaved("", parts[part]) for part in PARTS if parts.get(part)]
