"""One of the three texts of a reflection, saved while one types, with a word of caution where a client may be told.

Public: ``ReflectionText(name, save, privacy)`` with ``text`` (the editor), ``show_text(text)`` and ``save_now()``.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otnet_desktop.services.privacy import PrivacyService
from otnet_desktop.ui.meetings.privacy_hint import PrivacyHint
from otnet_desktop.ui.research.autosave import Autosave, Kept
from otnet_desktop.ui.research.growing_text import GrowingText
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.labelled_field import LabelledField


class ReflectionText(QWidget):
    """``save(text, sitting)`` is that of ``Autosave``."""

    def __init__(
        self,
        name: str,
        save: Callable[[str, int | None], Kept | None],
        privacy: PrivacyService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.text = GrowingText(name, least=1, most=12)
        self._autosave = Autosave(self.text, save)
        self._autosave.kept.connect(self._look)
        self.hint = PrivacyHint(privacy)
        self.hint.removed.connect(self._replace)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(LabelledField(name, self.text))
        column.addWidget(self.hint)

    def show_text(self, text: str) -> None:
        """Show what is kept, unless something newer is being typed."""
        if not self._autosave.pending:
            self._autosave.show_text(text)
            self._look()

    def save_now(self) -> None:
        """Save what is being typed."""
        self._autosave.end_sitting()

    def _look(self) -> None:
        self.hint.look_at(self.text.toPlainText())

    def _replace(self, texts: list[str]) -> None:
        """As if it had been typed, so that Ctrl+Z in the field takes it back."""
        (text,) = texts
        cursor = self.text.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)
        self._autosave.end_sitting()
