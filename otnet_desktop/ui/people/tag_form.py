"""Asks for a tag: one there is, or a new one.

Public: ``TagForm(known, count)`` with the signal ``chosen``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.short_form import ShortForm
from otnet_desktop.ui.words import plural


class TagForm(ShortForm):
    """A word for several people."""

    chosen = Signal(str)

    def __init__(self, known: Sequence[str], count: int, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        title = plural(count, self.tr("Tag {n} person"), self.tr("Tag {n} people"))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.accept_button.setText(self.tr("Tag"))
        self.tag = QLineEdit()
        completer = QCompleter(list(known), self.tag)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.tag.setCompleter(completer)
        self.body.addWidget(LabelledField(self.tr("Tag"), self.tag))
        self.tag.setFocus()

    def save(self) -> bool:
        """Say which; nothing typed is no tag yet."""
        tag = self.tag.text().strip()
        if tag:
            self.chosen.emit(tag)
        return bool(tag)
