"""All letters that wait, in one calm list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.messages import Draft, MessageId
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.outreach.composer import Composer
from otnet_desktop.ui.outreach.drafts_page import DraftsPage
from tests.factories import profile, school_ot
from tests.services.clocks import SettableClock
from tests.ui.real_window import RealWindow, real_window


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    return workspace.people.add(school_ot()).id


@pytest.fixture
def drafts(workspace: Workspace, renata: PersonId, clock: SettableClock) -> list[MessageId]:
    """Two to Renata, the older one handed over."""
    older = workspace.outreach.save_draft(Draft(renata, OutKind.INTRO, "Sensory paths", "Dear Renata"))
    workspace.outreach.hand_over(older)
    clock.advance(days=1)
    return [older, workspace.outreach.save_draft(Draft(renata, OutKind.THANKS, "", "Thank you"))]


@pytest.fixture
def made(qtbot: QtBot, workspace: Workspace, drafts: list[MessageId], tmp_path: Path) -> Iterator[RealWindow]:
    with real_window(qtbot, workspace, tmp_path) as window:
        yield window


def shown(made: RealWindow) -> DraftsPage:
    made.life.actions[Act.DRAFTS].trigger()
    page = made.window.asides.shown
    assert isinstance(page, DraftsPage)
    return page


def said(page: DraftsPage) -> list[str]:
    return [page.letters.item(row).text() for row in range(page.letters.count())]


def test_they_wait_the_newest_first_and_open_on_enter(made: RealWindow, drafts: list[MessageId]) -> None:
    page = shown(made)
    first, second = said(page)
    assert first.splitlines()[0] == "To Renata Núñez: Thank-you note"
    assert second.splitlines()[0] == "To Renata Núñez: Sensory paths"
    assert second.endswith("handed over: was it sent?")
    assert page.letters.hasFocus()
    QTest.keyClick(page.letters, Qt.Key.Key_Down)
    QTest.keyClick(page.letters, Qt.Key.Key_Return)
    (composer,) = [sheet for sheet in made.window.findChildren(Composer) if sheet.isVisible()]
    assert composer.begun.message == drafts[0]
    assert composer.page.body.toPlainText() == "Dear Renata"


def test_a_click_opens_one(made: RealWindow, drafts: list[MessageId]) -> None:
    page = shown(made)
    QTest.mouseClick(
        page.letters.viewport(),
        Qt.MouseButton.LeftButton,
        pos=page.letters.visualItemRect(page.letters.item(0)).center(),
    )
    (composer,) = [sheet for sheet in made.window.findChildren(Composer) if sheet.isVisible()]
    assert composer.begun.message == drafts[1]


def test_one_may_go_and_come_back(made: RealWindow, drafts: list[MessageId]) -> None:
    page = shown(made)
    page.drop.click()
    made.wait(lambda: len(said(page)) == 1)
    made.workspace.history.undo()
    made.wait(lambda: len(said(page)) == 2)
    for _ in drafts:
        page.drop.click()
    made.wait(page.none.isVisible)
    assert page.drop.isHidden()


def test_a_new_name_is_shown(made: RealWindow, renata: PersonId) -> None:
    page = shown(made)
    made.workspace.people.save(renata, profile("Renata Ek"))
    made.wait(lambda: said(page)[0].startswith("To Renata Ek:"))
