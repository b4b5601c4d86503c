"""The notes about a person: Markdown typed in place, saved by itself, and read through a preview.

Public: ``NotesEditor(intents, privacy)`` with ``turn_to(keeper)``, ``show_notes(text)`` and ``save_now()``. A task
ticked in the preview is ticked in the text, as a step of its own.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otnet_desktop.domain.task_lists import tasks_in
from otnet_desktop.services.privacy import PrivacyService
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings.privacy_hint import PrivacyHint
from otnet_desktop.ui.research.autosave import Autosave, Kept
from otnet_desktop.ui.research.growing_text import GrowingText
from otnet_desktop.ui.research.keepers import Keeper
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

    def __init__(
        self, intents: Intents, privacy: PrivacyService, least: int = 4, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._intents = intents
        self._mark = SavedMark()
        self._source = GrowingText(
            self.tr("Notes"), self.tr("Notes: # heading, **bold**, - list, - [ ] to do"), least=least, most=24
        )
        self._highlighter: MarkdownHighlighter | None = None
        self._preview = NotesPreview()
        self._preview.turned.connect(self._turn_task)
        self._preview.hide()
        self._toggle = quiet_button(self.tr("Preview"))
        self._toggle.setCheckable(True)
        self._toggle.toggled.connect(self._turn)
        self._autosave = Autosave(self._source, keep_nothing)
        self._autosave.typed.connect(self._mark.show_nothing)
        self._autosave.kept.connect(self._mark.show_saved)
        self._autosave.waits.connect(self._mark.show_saving)
        self._autosave.kept.connect(self._look)
        self._autosave.failed.connect(self._tell_failure)
        self.hint = PrivacyHint(privacy)
        self.hint.removed.connect(self._replace)
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
        column.addWidget(self.hint)

    def turn_to(self, keeper: Keeper) -> None:
        """Save what is typed about the one before; somebody else's notes come next."""

        def save(text: str, sitting: int | None) -> Kept | None:
            return attempt(self._intents, lambda: Kept(keeper.save_notes(text, sitting)))

        self._autosave.turn_to(keeper.number, save)
        self._mark.show_nothing()
        self._toggle.setChecked(False)

    def show_notes(self, text: str) -> None:
        """Show what is kept, unless something newer is being typed."""
        if self._autosave.pending:
            return
        self._colour(len(text))
        self._autosave.show_text(text)
        self._look()
        if not self._source.hasFocus():
            self._source.document().clearUndoRedoStacks()
        if self._toggle.isChecked():
            self._preview.show_notes(text)

    def save_now(self) -> None:
        """Save what is being typed."""
        self._autosave.end_sitting()

    def _tell_failure(self) -> None:
        self._mark.show_failed(self.tr("Not saved"))

    def _look(self) -> None:
        self.hint.look_at(self._source.toPlainText())

    def _replace(self, texts: list[str]) -> None:
        """As if it had been typed, so that Ctrl+Z in the field takes it back."""
        (text,) = texts
        cursor = self._source.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)
        self._autosave.end_sitting()

    def _turn_task(self, number: int) -> None:
        """Write the tick into the text; it is saved at once and undone by itself."""
        self._autosave.end_sitting()
        task = tasks_in(self._source.toPlainText())[number]
        cursor = QTextCursor(self._source.document())
        cursor.setPosition(task.position)
        cursor.setPosition(task.position + 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(" " if task.done else "x")
        self._autosave.end_sitting()
        self._preview.show_notes(self._source.toPlainText())

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


def keep_nothing(_text: str, sitting: int | None) -> Kept:
    """As long as it is about nobody."""
    return Kept(sitting)
