"""Asks before somebody is thanked twice for the same occasion. No is the answer at hand.

Public: ``AgainQuestion(...)`` with the signal ``confirmed`` (person, occasion, how); ``open()`` shows it.
"""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from otnet_desktop.domain.facts import ThanksHow
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.thanks import Given
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.dates import day_pattern, reading_locale
from otnet_desktop.ui.followups.due_words import said_way


class AgainQuestion(QMessageBox):
    """Says when and how they were thanked, and asks."""

    confirmed = Signal(int, str, str)
    """Person, occasion, how."""

    def __init__(
        self, workspace: Workspace, person: PersonId, occasion: str, how: ThanksHow, given: Given, window: QWidget
    ) -> None:
        super().__init__(window)
        self._yes = (int(person), occasion, how.value)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("Thank again?"))
        day = given.at.astimezone(workspace.preferences.timing().zone).date()
        self.setText(
            self.tr("You thanked {name} for this on {day} ({how}).").format(
                name=workspace.people.get(person).profile.short_name,
                day=reading_locale().toString(QDate(day.year, day.month, day.day), day_pattern(with_year=False)),
                how=said_way(given.how),
            )
        )
        self.setInformativeText(self.tr("One thank-you is enough. Thank again?"))
        self._again = self.addButton(self.tr("Thank again"), QMessageBox.ButtonRole.AcceptRole)
        no = self.addButton(self.tr("No"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(no)
        self.setEscapeButton(no)
        self.buttonClicked.connect(self._answer)

    def _answer(self, button: object) -> None:
        if button is self._again:
            self.confirmed.emit(*self._yes)
