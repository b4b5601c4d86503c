"""A place is offered while its name is typed, and nobody waits for all there are."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import Affiliation
from otnet_desktop.services.people import OFFERED
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.people.organisation_line import OrganisationLine
from tests.ui.network import add


def offered(line: OrganisationLine) -> list[str]:
    completer = line.completer()
    assert completer is not None
    model = completer.completionModel()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_places_are_offered_by_any_part_of_their_name(qtbot: QtBot, workspace: Workspace) -> None:
    add(workspace, "Ann", affiliations=(Affiliation("Harbor Kids"), Affiliation("École du Port"), Affiliation("USD")))
    line = OrganisationLine(workspace.people.organisations)
    qtbot.addWidget(line)
    line.show()
    line.setFocus()
    assert offered(line) == []
    QTest.keyClicks(line, "COLE")
    assert offered(line) == ["École du Port"]
    line.clear()
    QTest.keyClicks(line, "or")
    assert offered(line) == ["Harbor Kids", "École du Port"]
    QTest.keyClicks(line, "t")
    assert offered(line) == ["École du Port"]


def test_of_very_many_only_some_are_offered(workspace: Workspace) -> None:
    add(workspace, "Ann", affiliations=tuple(Affiliation(f"Clinic {number}") for number in range(3 * OFFERED)))
    assert len(workspace.people.organisations("clinic")) == OFFERED
    assert workspace.people.organisations("") == []
    assert workspace.people.is_organisation("Clinic 149")
    assert not workspace.people.is_organisation("clinic")
