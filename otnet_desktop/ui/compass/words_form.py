"""Words of one's own for the lists to choose from: add one, take one out.

Public: ``WordsForm(workspace, intents)``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from otnet_desktop.services.vocabulary import OwnList
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.buttons import icon_button
from otnet_desktop.ui.widgets.calm_box import CalmBox
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.short_form import ShortForm


class WordsForm(ShortForm):
    """One word at a time; the form stays open for the next until it is empty."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Words of your own"))
        self.setAccessibleName(self.tr("Words of your own"))
        self.accept_button.setText(self.tr("Add"))
        self._workspace = workspace
        self._intents = intents
        self.which = CalmBox(self.tr("What it is"))
        for which, text in (
            (OwnList.SETTINGS, self.tr("Setting")),
            (OwnList.AREAS, self.tr("Practice area")),
            (OwnList.ROLES, self.tr("What somebody is to me")),
            (OwnList.CREDENTIALS, self.tr("Letters after a name")),
            (OwnList.HOW_MET, self.tr("How one meets")),
            (OwnList.PURPOSES, self.tr("Purpose: why I talk to somebody")),
            (OwnList.SYNONYMS, self.tr("What the search takes for the same")),
        ):
            self.which.addItem(text, which.value)
        self.which.currentIndexChanged.connect(self._list)
        self.word = QLineEdit()
        self._field = LabelledField(self.tr("Word"), self.word)
        self._own = QWidget()
        self._rows = QVBoxLayout(self._own)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(STEP)
        for widget in (LabelledField(self.tr("What it is"), self.which), self._field, self._own):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._list()
        self.word.setFocus()

    def save(self) -> bool:
        """Add the word, and be ready for another; the form closes only without one."""
        word, which = self.word.text(), self._chosen()
        if not word.strip():
            return True
        if succeeded(self._intents, lambda: self._workspace.vocabulary.add(which, word)):
            self.word.clear()
            self._list()
        return False

    def _chosen(self) -> OwnList:
        return OwnList(self.which.currentData())

    def _list(self) -> None:
        self.word.setPlaceholderText(self.tr("For example: {word}").format(word=self._examples()[self._chosen()]))
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for word in self._workspace.vocabulary.own(self._chosen()):
            row = QWidget()
            across = QHBoxLayout(row)
            across.setContentsMargins(0, 0, 0, 0)
            across.addWidget(PlainLabel(word), 1)
            remove = icon_button("close", self.tr("Take out {word}").format(word=word))
            remove.setProperty("about", word)
            remove.clicked.connect(self._remove)
            across.addWidget(remove)
            self._rows.addWidget(row)
            row.show()

    def _remove(self) -> None:
        word, which = str(self.sender().property("about")), self._chosen()
        if succeeded(self._intents, lambda: self._workspace.vocabulary.remove(which, word)):
            self._list()
            self.word.setFocus()

    def _examples(self) -> dict[OwnList, str]:
        return {
            OwnList.SETTINGS: self.tr("care farm"),
            OwnList.AREAS: self.tr("animals"),
            OwnList.ROLES: self.tr("former supervisor"),
            OwnList.CREDENTIALS: "EdD",
            OwnList.HOW_MET: self.tr("choir"),
            OwnList.PURPOSES: self.tr("write together"),
            OwnList.SYNONYMS: self.tr("care farm = green care"),
        }
