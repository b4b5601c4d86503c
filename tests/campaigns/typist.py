"""The real program with somebody who types into its real fields: ``python -m tests.campaigns.typist NUMBER ...``.

Written on standard output, one a line, each when the window has said so: ``typed MOMENT WORD`` (into the notes of the
first person), ``saved LENGTH`` (the notes are kept up to there) and ``person NAME`` (somebody was added with the form).
"""

from __future__ import annotations

import random
import sys
import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from otnet_desktop.app import starts, window
from otnet_desktop.app.main import main
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.people.contact_rows import ContactRow
from otnet_desktop.ui.people.person_form import PersonForm
from otnet_desktop.ui.research.autosave import Autosave
from otnet_desktop.ui.research.notes_editor import NotesEditor

EVERY_MS = 15
FIRST = 1
"""Whoever came into the data first."""


def tell(*words: object) -> None:
    print(*words, flush=True)


class Typist(QObject):
    """Words at the end of the notes; every other one is interrupted by adding people, which saves what was typed."""

    def __init__(self, main_window: MainWindow, number: int) -> None:
        super().__init__(main_window)
        self._window = main_window
        self._number = number
        self._chance = random.Random(number)
        self._count = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._window.intents.undoable.connect(self._hear)
        self._added = ""
        QTimer.singleShot(0, self._begin)

    def _begin(self) -> None:
        self._turn_to_notes()
        self._timer.start(EVERY_MS)

    def _turn_to_notes(self) -> None:
        self._window.intents.person_wanted.emit(FIRST)
        self._notes = self._window.findChildren(NotesEditor)[0]._source
        self._notes.moveCursor(QTextCursor.MoveOperation.End)
        (autosave,) = self._notes.findChildren(Autosave)
        autosave.kept.connect(self._saved)

    def _go_on(self) -> None:
        self._count += 1
        if self._number % 2 and self._chance.random() < 0.1:
            self._add_somebody()
            return
        word = f"{self._number}.{self._count} "
        QTest.keyClicks(self._notes, word)
        tell("typed", time.monotonic(), word.strip())

    def _saved(self) -> None:
        tell("saved", len(self._notes.toPlainText()))

    def _add_somebody(self) -> None:
        self._window.intents.add_person_wanted.emit()
        (form,) = [form for form in self._window.findChildren(PersonForm) if form.isVisible()]
        self._added = f"Person {self._number}-{self._count}"
        QTest.keyClicks(form._name.findChildren(QLineEdit)[0], self._added)
        QTest.keyClicks(form.findChildren(ContactRow)[0].value, f"p{self._number}.{self._count}@example.org")
        form.accept_button.click()
        (autosave,) = self._notes.findChildren(Autosave)
        autosave.kept.disconnect(self._saved)
        self._turn_to_notes()

    def _hear(self, said: str) -> None:
        if self._added and self._added in said:
            tell("person", self._added)


class Start(window.Start):
    def _begin(self) -> None:
        super()._begin()
        Typist(self._window, int(NUMBER))
        tell("begun")


if __name__ == "__main__":
    NUMBER, *rest = sys.argv[1:]
    window.Start = Start  # type: ignore[misc]
    starts.ENOUGH = sys.maxsize  # after two starts that live less than three seconds, safe mode would be offered
    sys.exit(main(rest))
