"""Choosing a second place for backups, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from otnet_desktop.services import second_place
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.settings.second_place_row import SecondPlaceRow
from otnet_desktop.ui.tasks import Tasks


@pytest.fixture
def row(qtbot: QtBot, workspace: Workspace, tasks: Tasks) -> SecondPlaceRow:
    made = SecondPlaceRow(workspace, Intents(), tasks)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_place_is_chosen_and_left(
    row: SecondPlaceRow, workspace: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_place, "is_one_drive", lambda _place, _data: False)
    place = tmp_path / "stick"
    place.mkdir()
    workspace.care.back_up()
    assert row.ask.text() == "Choose a second place…"
    row.choose(str(place))
    newest = f"Second place: {place}. Newest backup there: today 10:00, verified."
    qtbot.waitUntil(lambda: row.said.text() == newest)
    assert row.ask.text() == "Choose another place…"
    place.rename(tmp_path / "drawer")
    row.look()
    qtbot.waitUntil(lambda: "It is not there now" in row.said.text())
    row.stop.click()
    qtbot.waitUntil(lambda: row.ask.text() == "Choose a second place…")
    assert not row.stop.isVisible()


@pytest.mark.parametrize(("name", "said"), [("stick", "on the same drive"), ("Dropbox", "who keeps it can read them")])
def test_a_place_that_is_less_than_it_seems_says_so(
    row: SecondPlaceRow, workspace: Workspace, qtbot: QtBot, tmp_path: Path, name: str, said: str
) -> None:
    (tmp_path / name).mkdir()
    workspace.care.back_up()
    row.choose(str(tmp_path / name))
    qtbot.waitUntil(lambda: said in row.said.text())


def test_what_cannot_be_is_told(row: SecondPlaceRow, qtbot: QtBot, tmp_path: Path) -> None:
    heard: list[Exception] = []
    row._intents.failed.connect(heard.append)
    row.choose(str(tmp_path / "missing"))
    qtbot.waitUntil(lambda: bool(heard))
    assert "is no folder" in str(heard[0])


def test_what_cannot_be_is_told_also_when_the_settings_were_left(
    workspace: Workspace, tasks: Tasks, intents: Intents, qtbot: QtBot, tmp_path: Path
) -> None:
    row = SecondPlaceRow(workspace, intents, tasks)
    with qtbot.waitSignal(intents.failed):
        row.choose(str(tmp_path / "missing"))
        row.hide()
        delete(row)


def test_whoever_looks_meanwhile_stops_nothing(
    row: SecondPlaceRow, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    workspace.care.back_up()
    row.choose(str(tmp_path / "stick"))
    row.hide()
    row.show()
    row.look()
    assert row.said.text() == "Copying the backups…"
    qtbot.waitUntil(lambda: "Newest backup there" in row.said.text())
