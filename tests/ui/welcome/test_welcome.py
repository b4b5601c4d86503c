"""The first start: three doors, a name and a zone; gone when somebody is here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.settings.typed_setting import TypedSetting
from otnet_desktop.ui.theme.theme import Scheme, Theme
from otnet_desktop.ui.welcome.welcome_page import WelcomePage
from tests.factories import profile
from tests.ui.real_window import RealWindow, real_window


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[RealWindow]:
    with real_window(qtbot, workspace, tmp_path) as made:
        yield made


def welcome(real: RealWindow) -> WelcomePage:
    (page,) = real.window.findChildren(WelcomePage)
    return page


def door(real: RealWindow, name: str) -> QPushButton:
    return next(b for b in welcome(real).findChildren(QPushButton) if b.accessibleName() == name or b.text() == name)


def test_it_is_there_while_nobody_is_and_gone_when_somebody_is(real: RealWindow, workspace: Workspace) -> None:
    assert welcome(real).isVisible()
    assert not real.window.people.isVisible()
    assert welcome(real).first_field().hasFocus()
    ann = workspace.people.add(profile("Ann Archer"))
    assert not welcome(real).isVisible()
    assert real.window.people.view.isVisible()
    real.wait(lambda: real.window.person == ann.id)
    real.life.actions[Act.UNDO].trigger()
    assert welcome(real).isVisible()


def test_the_first_person_has_more_room_than_their_timeline(real: RealWindow, workspace: Workspace) -> None:
    workspace.people.add(profile("Ann Archer"))
    _people, person, timeline = real.window.page.panes()
    real.wait(lambda: person.width() > timeline.width())


def test_each_door_leads_somewhere(real: RealWindow) -> None:
    wanted: list[str] = []
    intents = real.window.intents
    intents.import_wanted.disconnect()
    intents.add_person_wanted.disconnect()
    intents.import_wanted.connect(lambda paths: wanted.append(f"import {paths}"))
    intents.add_person_wanted.connect(lambda: wanted.append("add"))
    intents.sample_wanted.connect(lambda: wanted.append("sample"))
    for name in ("Import contacts from a file", "Add the first person", "Open the sample network"):
        QTest.keyClick(door(real, name), Qt.Key.Key_Space)
    assert wanted == ["import []", "add", "sample"]


def test_a_name_and_a_zone_are_kept_when_typed_and_need_not_be(real: RealWindow, workspace: Workspace) -> None:
    name, zone = welcome(real).findChildren(TypedSetting)
    assert zone.line.placeholderText() == "As this computer: America/New_York"
    assert (workspace.preferences.current.me.name, workspace.preferences.current.zone) == ("", "")
    QTest.keyClicks(name.line, "Jordan")
    real.wait(lambda: workspace.preferences.current.me.name == "Jordan")
    zone.line.setFocus()
    QTest.keyClicks(zone.line, "Europe/Lisbon")
    real.wait(lambda: workspace.preferences.timing().zone.key == "Europe/Lisbon")


def test_a_zone_is_found_by_its_city_as_one_types_it(real: RealWindow, workspace: Workspace) -> None:
    zone = welcome(real).findChildren(TypedSetting)[1]
    zone.line.setFocus()
    QTest.keyClicks(zone.line, "new y")
    completer = zone.line.completer()
    assert [completer.currentCompletion(), completer.completionCount()] == ["America/New_York", 1]
    QTest.keyClicks(zone.line, "ork")
    zone.flush()
    assert (zone.said, zone.line.text()) == ("", "America/New_York")
    assert workspace.preferences.current.zone == "America/New_York"


def test_a_zone_nobody_knows_is_told_and_not_kept(real: RealWindow, workspace: Workspace) -> None:
    zone = welcome(real).findChildren(TypedSetting)[1]
    QTest.keyClicks(zone.line, "Atlantis/Centre")
    zone.flush()
    assert "no time zone" in zone.said
    assert workspace.preferences.current.zone == ""
    zone.line.clear()
    zone.flush()
    assert zone.said == ""


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_it_fits_a_small_screen_at_twice_the_text(
    real: RealWindow, theme: Theme, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    theme.choose(Scheme.DARK, 2.0)
    real.window.resize(1024, 768)
    page = welcome(real).widget()
    assert page is not None
    assert page.width() <= welcome(real).viewport().width()
