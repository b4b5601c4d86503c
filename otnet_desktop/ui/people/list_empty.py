"""What the list says when nobody is in it, and where to go from there.

Public: ``Reason`` and ``NobodyHere(intents)`` with ``explain(reason, text)`` and the signal ``everyone_wanted``.
"""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.widgets.empty_state import EmptyState


class Reason(Enum):
    """Why there is nobody."""

    NO_PEOPLE = auto()
    NO_MATCH = auto()
    NOTHING_DUE = auto()
    NOBODY_IN_VIEW = auto()


class NobodyHere(QWidget):
    """One page for each reason, made when it is first needed."""

    everyone_wanted = Signal()
    """Take the filter or the search away."""

    def __init__(self, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._intents = intents
        self._typed = ""
        self._pages: dict[Reason, EmptyState] = {}
        self._stack = QStackedLayout(self)

    def explain(self, reason: Reason, text: str = "") -> None:
        """Say why nobody is here; ``text`` is what was searched for, or the name of the chip."""
        if reason not in self._pages:
            self._pages[reason] = self._made(reason)
            self._stack.addWidget(self._pages[reason])
        self._typed = text
        page = self._pages[reason]
        if reason is Reason.NO_MATCH:
            page.say(
                self.tr("Nobody matches “{text}”").format(text=text),
                self.tr("Names, places, notes, meetings and mails were searched."),
            )
        self._stack.setCurrentWidget(page)

    def _made(self, reason: Reason) -> EmptyState:
        match reason:
            case Reason.NO_PEOPLE:
                return self._no_people()
            case Reason.NO_MATCH:
                page = EmptyState("search", "")
                page.add_button(self.tr("Add as a new person"), True, "add-person").clicked.connect(self._add)
                page.add_button(self.tr("Clear search")).clicked.connect(self.everyone_wanted)
            case Reason.NOTHING_DUE:
                page = EmptyState(
                    "check-circle",
                    self.tr("Nothing is due"),
                    self.tr("Whoever you might write to, thank or meet appears here when it is time."),
                )
                page.add_button(self.tr("Show everyone")).clicked.connect(self.everyone_wanted)
            case _:
                page = EmptyState(
                    "people", self.tr("Nobody here right now"), self.tr("People come and go here by what happens.")
                )
                page.add_button(self.tr("Show everyone")).clicked.connect(self.everyone_wanted)
        return page

    def _no_people(self) -> EmptyState:
        page = EmptyState(
            "people",
            self.tr("Your network starts here"),
            self.tr("Bring the people you know, or begin with one. Everything stays on this computer."),
        )
        page.add_button(self.tr("Import contacts…"), True, "import").clicked.connect(self._import)
        page.add_button(self.tr("Add the first person"), False, "add-person").clicked.connect(
            self._intents.add_person_wanted
        )
        page.add_button(self.tr("Look at a sample network")).clicked.connect(self._intents.sample_wanted)
        return page

    def _add(self) -> None:
        self._intents.add_named_wanted.emit(self._typed)

    def _import(self) -> None:
        self._intents.import_wanted.emit([])
