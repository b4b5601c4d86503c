"""Light or dark, and how large.

Public: ``LookSettings(workspace, intents)``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otnet_desktop.domain.preferences import ThemeChoice
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.segmented import Segmented

PERCENTS = (100, 125, 150, 175, 200)


class LookSettings(Card):
    """At once, in every open window."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Look"))
        self._workspace = workspace
        self._intents = intents
        current = workspace.preferences.current
        self.colours = Segmented(
            self.tr("Colours"),
            (
                (ThemeChoice.SYSTEM.value, self.tr("As the system")),
                (ThemeChoice.LIGHT.value, self.tr("Light")),
                (ThemeChoice.DARK.value, self.tr("Dark")),
            ),
        )
        self.colours.choose(current.theme.value)
        self.colours.chosen.connect(self._keep_theme)
        percent = self.tr("{n} %")
        sizes = sorted({*PERCENTS, current.text_percent})
        self.text_size = Segmented(
            self.tr("Size of the text"), [(str(n), percent.format(n=self.locale().toString(n))) for n in sizes]
        )
        self.text_size.choose(str(current.text_percent))
        self.text_size.chosen.connect(self._keep_size)
        for label, field in ((self.tr("Colours"), self.colours), (self.tr("Size of the text"), self.text_size)):
            self.body.addWidget(PlainLabel(label, TextSize.CAPTION, "soft"))
            self.body.addWidget(field)

    def _keep_theme(self, key: str) -> None:
        attempt(self._intents, lambda: self._workspace.preferences.change(theme=ThemeChoice(key)))

    def _keep_size(self, key: str) -> None:
        attempt(self._intents, lambda: self._workspace.preferences.change(text_percent=int(key)))
