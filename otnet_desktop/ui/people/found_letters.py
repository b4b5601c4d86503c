"""Letters of one's own that a search found, below the people it found.

Public: ``FoundLetters(letters, intents)`` with ``look_for(text)``, "" for no search.
"""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from otnet_desktop.services.letters import FoundLetter, LettersService
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.theme.literal import caption, literal_tip, one_line
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.plain_label import PlainLabel

REF = "ref"


class FoundLetters(QWidget):
    """A button for each; takes no room where there is none."""

    def __init__(self, letters: LettersService, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = letters
        self._intents = intents
        self._found: list[FoundLetter] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 3 * STEP)
        self._column.setSpacing(STEP)
        self._column.addWidget(PlainLabel(self.tr("My letters"), TextSize.CAPTION, "soft"))
        self.hide()

    def look_for(self, text: str) -> None:
        """Show the letters in which all these words are."""
        found = self._letters.find(text)
        if found == self._found:
            return
        for button in self.buttons():
            button.hide()
            button.deleteLater()
            self._column.removeWidget(button)
        self._found = found
        for one in found:
            self._column.addWidget(self._button(one))
        self.setVisible(bool(found))

    def buttons(self) -> list[QPushButton]:
        """In the order of the letters."""
        items = [self._column.itemAt(n) for n in range(self._column.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def _button(self, found: FoundLetter) -> QPushButton:
        title = one_line(found.letter.title)
        button = plain_button(caption(title), "mail")
        button.setAccessibleName(self.tr("My letter: {title}").format(title=title))
        button.setAccessibleDescription(found.line)
        button.setToolTip(literal_tip(found.line))
        button.setProperty(REF, found.letter.ref)
        button.clicked.connect(self._open)
        return button

    def _open(self) -> None:
        ref = str(self.sender().property(REF))
        if attempt(self._intents, lambda: self._letters.get(ref)) is not None:
            self._intents.letters_wanted.emit(ref)
