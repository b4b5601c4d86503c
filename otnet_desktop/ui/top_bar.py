"""The bar at the top of the window: add, log, import, search, and how much is due today.

Public: ``TopBar(intents)`` with ``search`` (the field), ``say_due(count)`` and the signals ``due_wanted`` and
``log_wanted`` (with whoever is shown).
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from otnet_desktop.ui.actions import Act, keys_of
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.widgets.buttons import plain_button, primary_button
from otnet_desktop.ui.widgets.search_field import SearchField
from otnet_desktop.ui.words import plural


class TopBar(QWidget):
    """What one reaches for most."""

    due_wanted = Signal()
    log_wanted = Signal()

    def __init__(self, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._intents = intents
        set_surface(self, Surface.SIDE)
        self.setAccessibleName(self.tr("Tool bar"))
        add = primary_button(self.tr("Person"), "plus")
        add.setAccessibleName(self.tr("Add a person"))
        add.clicked.connect(intents.add_person_wanted)
        log = plain_button(self.tr("Log…"), "log")
        log.setAccessibleName(self.tr("Log a contact"))
        log.clicked.connect(self.log_wanted)
        bring = plain_button(self.tr("Import…"), "import")
        bring.setAccessibleName(self.tr("Import contacts"))
        bring.clicked.connect(self._import)
        hint = keys_of(Act.SEARCH)[0].toString()
        self.search = SearchField(self.tr("Search people, notes, meetings"), hint)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.setMaximumWidth(look().metrics.shape(520))
        self._due = QPushButton()
        self._due.setAutoDefault(False)
        self._due.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._due.clicked.connect(self.due_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        row.setSpacing(2 * STEP)
        for button in (add, log, bring):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.search, 4)
        row.addStretch(1)
        row.addWidget(self._due, 0, Qt.AlignmentFlag.AlignTrailing)
        self.say_due(0)

    def say_due(self, count: int) -> None:
        """Say how much is due."""
        number = self.locale().toString(count)
        self._due.setText(self.tr("Today: {number}").format(number=number))
        spoken = plural(count, self.tr("{n} thing to do today"), self.tr("{n} things to do today"))
        self._due.setAccessibleName(spoken)

    def _import(self) -> None:
        self._intents.import_wanted.emit([])
