"""The notes about a person: Markdown typed in place, saved by itself, and read through a preview.

Public: ``NotesEditor(workspace, intents)`` with ``show_person(person)``, ``show_notes(text)`` and ``save_now()``.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.research.autosave import Autosave, Kept
from otnet_desktop.ui.research.growing_text import GrowingText
from otnet_desktop.ui.research.markdown_highlighter import MarkdownHighlighter
from otnet_desktop.ui.research.notes_preview import NotesPreview
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.buttons import quiet_button
from otnet_desktop.ui.widgets.elided_label import ElidedLabel
from otnet_desktop.ui.widgets.saved_mark import SavedMark

HIGHLIGHTED_UP_TO = 200_000
"""Characters; colouring a longer text would hold up every paste."""


class NotesEditor(QWidget):
    """The source and its preview, one at a time."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents
        self._person = PersonId(0)
        self._mark = SavedMark()
        self._source = GrowingText(
            self.tr("Notes"), self.tr("Notes: # heading, **bold**, - list, - [ ] to do"), least=4, most=24
        )
        self._highlighter: MarkdownHighlighter | None = None
        self._preview = NotesPreview()
        self._preview.hide()
        self._toggle = quiet_button(self.tr("Preview"))
        self._toggle.setCheckable(True)
        self._toggle.toggled.connect(self._turn)
        self._autosave = Autosave(self._source, self._save)
        self._autosave.typed.connect(self._mark.show_nothing)
        self._autosave.kept.connect(self._mark.show_saved)
        self._assemble()

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * STEP)
        head.addWidget(ElidedLabel(self.tr("Notes"), TextSize.CAPTION, bold=True, role=Role.SOFT))
        head.addWidget(self._mark)
        head.addStretch(1)
        head.addWidget(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(head)
        column.addWidget(self._source)
        column.addWidget(self._preview)

    def show_person(self, person: PersonId) -> None:
        """Save what is typed about the one before; somebody else's notes come next."""
        self._autosave.turn_to(person)
        self._person = person
        self._mark.show_nothing()
        self._toggle.setChecked(False)

    def show_notes(self, text: str) -> None:
        """Show what is kept, unless something newer is being typed."""
        if self._autosave.pending:
            return
        self._colour(len(text))
        self._autosave.show_text(text)
        if not self._source.hasFocus():
            self._source.document().clearUndoRedoStacks()
        if self._toggle.isChecked():
            self._preview.show_notes(text)

    def save_now(self) -> None:
        """Save what is being typed."""
        self._autosave.end_sitting()

    def _save(self, text: str, sitting: int | None) -> Kept | None:
        save = self._workspace.research.save_notes
        kept = attempt(self._intents, lambda: Kept(save(self._person, text, sitting=sitting)))
        if kept is None:
            self._mark.show_failed(self.tr("Not saved"))
        return kept

    def _turn(self, reading: bool) -> None:
        had_focus = self._source.hasFocus() or self._preview.hasFocus()
        if reading:
            self._autosave.flush()
            self._preview.show_notes(self._source.toPlainText())
        self._source.setVisible(not reading)
        self._preview.setVisible(reading)
        if had_focus:
            (self._preview if reading else self._source).setFocus(Qt.FocusReason.OtherFocusReason)

    def _colour(self, length: int) -> None:
        wanted = length <= HIGHLIGHTED_UP_TO
        if wanted and self._highlighter is None:
            self._highlighter = MarkdownHighlighter(self._source.document())
        elif not wanted and self._highlighter is not None:
            self._highlighter.setDocument(None)
            self._highlighter = None

    def changeEvent(self, event: QEvent) -> None:
        """New colours: paint the Markdown in them."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._highlighter is not None:
            self._highlighter.rehighlight()
