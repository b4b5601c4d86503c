"""Notes of a meeting, and whether they agreed to them.

Public: ``NotesCard(keeper)`` with ``show_notes(kept)`` and ``save_now()``. Where they would rather not, the same field
is for one's own reflection afterwards.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otnet_desktop.domain.meetings import Consent, MeetingNotes
from otnet_desktop.domain.vocabulary import Choice
from otnet_desktop.ui.meetings.meeting_keeper import MeetingKeeper
from otnet_desktop.ui.meetings.privacy_hint import PrivacyHint
from otnet_desktop.ui.people.choice_box import ChoiceBox
from otnet_desktop.ui.research.autosave import Autosave, Kept
from otnet_desktop.ui.research.growing_text import GrowingText
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.saved_mark import SavedMark


class NotesCard(Card):
    """Saved while one types."""

    def __init__(self, keeper: MeetingKeeper, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._keeper = keeper
        self._mark = SavedMark()
        self.add_to_title(self._mark)
        choices = (
            Choice(Consent.ASKED_YES.value, self.tr("Asked: yes")),
            Choice(Consent.ASKED_NO.value, self.tr("Asked: no")),
            Choice(Consent.NOT_NEEDED.value, self.tr("Not needed")),
        )
        self.consent = ChoiceBox(choices, self.tr("Not asked"))
        self.consent.activated.connect(self._answer)
        self._script = PlainLabel(size=TextSize.CAPTION, tone="soft")
        self.notes = GrowingText("", least=5, most=24)
        self._autosave = Autosave(self.notes, self._save)
        self._autosave.typed.connect(self._mark.show_nothing)
        self._autosave.kept.connect(self._mark.show_saved)
        self._autosave.waits.connect(self._mark.show_saving)
        self.body.addWidget(LabelledField(self.tr("May I take notes?"), self.consent))
        self.body.addWidget(self._script)
        self.body.addWidget(self.notes)
        self.hint = PrivacyHint(keeper.privacy)
        self.hint.removed.connect(self._replace)
        self.body.addWidget(self.hint)
        self._name(Consent.NOT_ASKED)

    def show_notes(self, kept: MeetingNotes) -> None:
        """Show what is kept, unless something newer is being typed."""
        self.consent.choose("" if kept.consent is Consent.NOT_ASKED else kept.consent.value)
        self._name(kept.consent)
        if not self._autosave.pending:
            self._autosave.show_text(kept.notes)
            self._look()

    def save_now(self) -> None:
        """Save what is being typed."""
        self._autosave.end_sitting()

    def _name(self, consent: Consent) -> None:
        refused = consent is Consent.ASKED_NO
        title = self.tr("My reflection afterwards") if refused else self.tr("Notes")
        self.set_title(title)
        self.notes.setAccessibleName(title)
        self.notes.setPlaceholderText(
            self.tr("What stays with me, in my own words") if refused else self.tr("What they told me")
        )
        script = self.tr("“Would you mind if I take a few notes while we talk?”")
        self._script.setText(script)
        self._script.setVisible(consent is Consent.NOT_ASKED)

    def _answer(self) -> None:
        self._autosave.end_sitting()
        self._keeper.keep(consent=Consent(self.consent.code() or Consent.NOT_ASKED))

    def _look(self) -> None:
        self.hint.look_at(self.notes.toPlainText())

    def _replace(self, texts: list[str]) -> None:
        """As if it had been typed, so that Ctrl+Z in the field takes it back."""
        (text,) = texts
        cursor = self.notes.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)
        self._autosave.end_sitting()

    def _save(self, text: str, sitting: int | None) -> Kept | None:
        kept = self._keeper.keep(sitting, notes=text)
        if kept is None:
            self._mark.show_failed(self.tr("Not saved"))
        return kept
