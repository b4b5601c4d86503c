"""What changed about somebody, as one reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.history import Detail, Origin, Source
from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.people.change_words import said_detail, said_source
from otnet_desktop.ui.people.changes_page import ChangesPage
from otnet_desktop.ui.theme.literal import isolated
from tests.factories import school_ot
from tests.ui.real_window import RealWindow, real_window


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    person = workspace.people.add(school_ot())
    workspace.people.save(person.id, replace(person.profile, role="mentor", nickname="Ren"))
    workspace.people.set_status(person.id, Status.ARCHIVED)
    return person.id


@pytest.fixture
def made(qtbot: QtBot, workspace: Workspace, renata: PersonId, tmp_path: Path) -> Iterator[RealWindow]:
    with real_window(qtbot, workspace, tmp_path) as window:
        yield window


def said(page: ChangesPage) -> list[list[str]]:
    return [page.changes.item(row).text().splitlines() for row in range(page.changes.count())]


def test_each_change_says_what_when_and_from_where(
    made: RealWindow, workspace: Workspace, renata: PersonId, qtbot: QtBot
) -> None:
    made.window.show_person(renata)
    made.life.actions[Act.CHANGES].trigger()
    page = made.window.asides.shown
    assert isinstance(page, ChangesPage)
    qtbot.waitUntil(lambda: page.changes.count() == 3)
    archived, edited, added = said(page)
    assert archived == [
        "Archive person · today 10:00 · in the window",
        f"Status: {isolated('open')} → {isolated('archived')}",
    ]
    assert edited[1:] == [f"Called: added {isolated('Ren')}", f"Role: added {isolated('mentor')}"]
    assert added[0] == "Add person · today 10:00 · in the window"
    assert page.originals.isHidden()
    workspace.history.undo()
    qtbot.waitUntil(lambda: page.changes.count() == 4)
    assert said(page)[0] == [
        "Undone: Archive person · today 10:00 · in the window",
        f"Status: {isolated('archived')} → {isolated('open')}",
    ]
    assert said(page)[1][0] == "Archive person (undone since) · today 10:00 · in the window"
    workspace.history.redo()
    qtbot.waitUntil(lambda: page.changes.count() == 5)
    assert said(page)[0] == ["Done again: Archive person · today 10:00 · in the window"]


def test_where_a_change_came_from_is_named() -> None:
    assert said_source(Source(Origin.COMMAND_LINE)) == "from the command line"
    assert said_source(Source(Origin.FILES, ("phone\nbook.vcf",))) == f"imported from {isolated('phone book.vcf')}"


def test_times_are_told_in_the_readers_zone_and_what_went_is_told_alone() -> None:
    noon = int(datetime(2026, 3, 18, 12, tzinfo=UTC).timestamp())
    told = said_detail(Detail("start_at", str(noon), str(noon + 3600)), UTC)
    assert told == "Time: 18 Mar 2026 12:00 → 18 Mar 2026 13:00"
    assert said_detail(Detail("email", "a@x.example", ""), UTC) == f"E-mail: removed {isolated('a@x.example')}"
    assert said_detail(Detail("photo", "", ""), UTC) == "Photo"
    assert said_detail(Detail("merge_log", "", "Bo"), UTC) == f"Made one with {isolated('Bo')}"
    assert said_detail(Detail("merge_log", "Bo", ""), UTC) == f"No longer one with {isolated('Bo')}"
