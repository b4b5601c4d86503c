"""How one wants to write: hints or none, and how many people one wants to ask in a week.

Public: ``WritingSettings(workspace, intents)``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.widgets.buttons import quiet_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.fields import number_field
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.labelled_field import LabelledField

MOST_ASKS = 50


class WritingSettings(Card):
    """Both are for oneself; neither keeps anybody from writing."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Writing"))
        self._workspace = workspace
        self._intents = intents
        current = workspace.preferences.current
        self.hints = QCheckBox(self.tr("Hints under a letter while I write"))
        self.hints.setChecked(current.writing_hints)
        self.hints.toggled.connect(self._keep_hints)
        label = self.tr("People I want to ask in a week, at most")
        self.asks = number_field(label, 0, max(MOST_ASKS, current.asks_per_week))
        self.asks.setKeyboardTracking(False)
        self.asks.setSpecialValueText(self.tr("As many as I like"))
        self.asks.setValue(current.asks_per_week)
        self.asks.valueChanged.connect(self._keep_asks)
        asks = LabelledField(label, self.asks)
        asks.say(self.tr("Beyond that a letter says that it can wait. It never keeps you from writing."))
        self.letters = quiet_button(self.tr("My letters"), "mail")
        self.letters.clicked.connect(self._show_letters)
        self.words = quiet_button(self.tr("Words of your own…"), "tag")
        self.words.setAccessibleDescription(self.tr("Settings, roles, purposes and other lists to choose from"))
        self.words.clicked.connect(self._show_words)
        self.body.addWidget(self.hints)
        self.body.addWidget(asks)
        row = FlowLayout()
        row.addWidget(self.letters)
        row.addWidget(self.words)
        self.body.addLayout(row)

    def _show_letters(self) -> None:
        self._intents.letters_wanted.emit("")

    def _show_words(self) -> None:
        from otnet_desktop.ui.compass.words_form import WordsForm

        WordsForm(self._workspace, self._intents, self.window()).open()

    def _keep_hints(self, wanted: bool) -> None:
        attempt(self._intents, lambda: self._workspace.preferences.change(writing_hints=wanted))

    def _keep_asks(self, number: int) -> None:
        attempt(self._intents, lambda: self._workspace.preferences.change(asks_per_week=number))
