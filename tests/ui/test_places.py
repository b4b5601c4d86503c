"""Places of the side rail that wait until somebody goes there."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.compass.compass_page import INTRODUCTIONS, CompassPage
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.journey.journey_page import JourneyPage
from otnet_desktop.ui.later_place import LaterPlace
from otnet_desktop.ui.places import compass_place, journey_place
from otnet_desktop.ui.tasks import Tasks


def test_a_place_is_made_once_and_when_it_is_seen(qtbot: QtBot) -> None:
    made: list[QWidget] = []

    def make() -> QWidget:
        made.append(QLabel())
        return made[-1]

    place = LaterPlace("Somewhere", make)
    qtbot.addWidget(place)
    assert made == []
    place.show()
    place.hide()
    place.show()
    assert made == [place.place]
    assert made[0].isVisible()


def test_both_places_are_there(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents, tasks: Tasks
) -> None:
    for place, kind in (
        (compass_place(workspace, bridge, intents, tasks), CompassPage),
        (journey_place(workspace, bridge, intents), JourneyPage),
    ):
        qtbot.addWidget(place)
        place.show()
        assert isinstance(place.place, kind)
        assert place.accessibleName() == place.place.accessibleName()


def test_a_part_of_the_journey_is_turned_to(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents
) -> None:
    place = journey_place(workspace, bridge, intents)
    qtbot.addWidget(place)
    intents.journey_wanted.emit("hours")
    page = place.made()
    assert isinstance(page, JourneyPage)
    assert page.chips.checked() == ("hours",)


def test_each_place_is_begun_where_its_work_is(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents, tasks: Tasks
) -> None:
    compass = compass_place(workspace, bridge, intents, tasks)
    journey = journey_place(workspace, bridge, intents)
    for place in (compass, journey):
        qtbot.addWidget(place)
    page = compass.made()
    assert isinstance(page, CompassPage)
    assert compass.first_field() is page.map
    page.kind.choose(INTRODUCTIONS)
    assert compass.first_field() is page.introductions.list
    chip = journey.first_field()
    assert isinstance(chip, QAbstractButton)
    assert chip.accessibleName() == "Advice"
