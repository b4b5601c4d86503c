"""A sheet lies in the person's place, also for the Tab key."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.person_place import PersonPlace, Sheet


class Pane(QWidget):
    """Follows nobody."""

    def __init__(self) -> None:
        super().__init__()
        self.edit = QPushButton("Edit", self)

    def show_person(self, person: int) -> None:
        pass

    def next_step(self) -> QWidget:
        return self.edit


class Letter(Sheet):
    """Three controls, the second of which begins."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.controls = [QPushButton(name) for name in ("Back", "Text", "Send")]
        for control in self.controls:
            column.addWidget(control)

    def first_field(self) -> QWidget:
        return self.controls[1]


def test_tab_goes_through_a_sheet_where_it_lies(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    place = PersonPlace(Pane(), Intents(window))
    column = QVBoxLayout(window)
    for widget in (QPushButton("List"), place, QPushButton("Timeline")):
        column.addWidget(widget)
    window.show()
    qtbot.waitUntil(window.isVisible)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    place.lay(Letter(), 1)
    stops = []
    for _ in range(5):
        now = QApplication.focusWidget()
        assert isinstance(now, QPushButton)
        stops.append(now.text())
        window.focusNextChild()
    assert stops == ["Text", "Send", "Timeline", "List", "Back"]


def test_a_click_on_the_person_who_is_chosen_shows_them(qtbot: QtBot) -> None:
    intents = Intents()
    place = PersonPlace(Pane(), intents)
    qtbot.addWidget(place)
    place.lay(Letter(), 1)
    intents.person_clicked.emit(2)
    assert place.sheet is not None
    intents.person_clicked.emit(1)
    assert place.sheet is None
