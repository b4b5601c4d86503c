"""A field of a form: its label above it, and below it one sentence when something is to be said about it.

Public: ``LabelledField(label, editor)`` with ``say(text, wrong)`` (an empty text takes the sentence away) and
``set_label(text)``. The label is the editor's accessible name and its buddy; the sentence becomes the accessible
description.
"""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.typed_field import TypedField


class LabelledField(QWidget):
    """One above the other, so that nothing is cut at twice the text size."""

    def __init__(self, label: str, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._hint = PlainLabel(size=TextSize.CAPTION, tone="soft")
        self._hint.hide()
        self._name = PlainLabel(size=TextSize.CAPTION, tone="soft")
        self._name.setBuddy(editor)
        self._named_itself = bool(editor.accessibleName())
        self.set_label(label)
        if isinstance(editor, TypedField):
            editor.misread.connect(self._say_misread)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP // 2)
        column.addWidget(self._name)
        column.addWidget(editor)
        column.addWidget(self._hint)

    def set_label(self, label: str) -> None:
        """What the field is called; an editor that has a name of its own keeps it."""
        self._name.setText(label)
        if not self._named_itself:
            self.editor.setAccessibleName(label)
            # A box one may type in has the keyboard in a line of its own.
            if isinstance(self.editor, QComboBox) and (line := self.editor.lineEdit()) is not None:
                line.setAccessibleName(label)

    @property
    def said(self) -> str:
        """The sentence below the field."""
        return self._hint.text()

    def say(self, text: str, wrong: bool = False) -> None:
        """Say something about what is typed; ``wrong`` in the warm tone."""
        self._hint.setText(text)
        self._hint.set_tone("due" if wrong else "soft")
        self._hint.setVisible(bool(text))
        (self.editor.focusProxy() or self.editor).setAccessibleDescription(text)  # where the keyboard is

    def _say_misread(self, text: str) -> None:
        self.say(text, wrong=True)
