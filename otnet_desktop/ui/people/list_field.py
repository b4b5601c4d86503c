"""Several words on one line, separated by commas, with a menu of the usual ones.

Public: ``ListField(choices, by_code)`` with ``codes()`` and ``show_codes(codes)``. Words in no list are kept as they
are typed. ``by_code``: the line shows the codes themselves (OTR/L), not their labels.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from otnet_desktop.domain.vocabulary import Choice, code_of, label_of
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.buttons import icon_button


class ListField(QWidget):
    """A line to type in; what is ticked in the menu is in the line."""

    def __init__(self, choices: Sequence[Choice] = (), by_code: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._by_code = by_code
        self._shown: tuple[str, ...] = ()
        self.line = QLineEdit()
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self.line, 1)
        if choices:
            self._menu = QMenu(self)
            self._menu.aboutToShow.connect(self._fill)
            self._menu.triggered.connect(self._toggle)
            button = icon_button("plus", self.tr("Choose from a list"))
            button.setMenu(self._menu)
            button.setPopupMode(button.ToolButtonPopupMode.InstantPopup)
            row.addWidget(button)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        """The name belongs to the line."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def codes(self) -> tuple[str, ...]:
        """What is in the line: codes where the words are known, in their order, each once."""
        if self.line.text() == self._text_of(self._shown):
            return self._shown  # a comma inside a word must not tear it apart
        words = (word.strip() for word in re.split(r"[,;\n]", self.line.text()))
        return tuple(dict.fromkeys(code_of(self._choices, word) for word in words if word))

    def show_codes(self, codes: tuple[str, ...]) -> None:
        """Show these."""
        self._shown = codes
        self.line.setText(self._text_of(codes))

    def _text_of(self, codes: tuple[str, ...]) -> str:
        return ", ".join(codes if self._by_code else [label_of(self._choices, code) for code in codes])

    def _fill(self) -> None:
        self._menu.clear()
        chosen = self.codes()
        for choice in self._choices:
            text = f"{choice.code}  {choice.label}" if self._by_code else choice.label
            action = self._menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(choice.code in chosen)
            action.setData(choice.code)

    def _toggle(self, action: QAction) -> None:
        code, chosen = str(action.data()), self.codes()
        kept = tuple(c for c in chosen if c != code)
        self.line.setText(self._text_of((*kept, code) if action.isChecked() else kept))
