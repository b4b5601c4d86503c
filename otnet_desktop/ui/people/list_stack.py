"""The list, or in its place why nobody is in it.

Public: ``ListStack(view, intents)`` with ``show_view``, ``settle(rows, text, view)`` and the signal
``everyone_wanted``.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from otnet_desktop.domain.roster import Chip, ListView
from otnet_desktop.ui.intents import Intents

if TYPE_CHECKING:
    from otnet_desktop.ui.people.list_empty import NobodyHere


class ListStack(QStackedWidget):
    """What explains is made when it is first needed: most starts have people to show."""

    everyone_wanted = Signal()

    def __init__(self, view: QWidget, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._intents = intents
        self._view = view
        self.addWidget(view)

    def show_view(self) -> None:
        """There are people."""
        self.setCurrentWidget(self._view)

    def settle(self, rows: int, text: str, view: ListView) -> None:
        """The list where anybody is in it, else why nobody is."""
        if rows:
            self.show_view()
        else:
            self.explain(text, view)

    def explain(self, text: str, asked: ListView) -> None:
        """There is nobody: ``text`` was searched for, or else the list was narrowed to ``asked``."""
        from otnet_desktop.ui.people.list_empty import Reason

        if text:
            self._nobody.explain(Reason.NO_MATCH, text)
        elif asked == ListView():
            self._nobody.explain(Reason.NO_PEOPLE)
        elif asked == ListView(Chip.DUE):
            self._nobody.explain(Reason.NOTHING_DUE)
        else:
            self._nobody.explain(Reason.NOBODY_IN_VIEW)
        self.setCurrentWidget(self._nobody)

    @cached_property
    def _nobody(self) -> NobodyHere:
        from otnet_desktop.ui.people.list_empty import NobodyHere

        made = NobodyHere(self._intents)
        made.everyone_wanted.connect(self.everyone_wanted)
        self.addWidget(made)
        return made
