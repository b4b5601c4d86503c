"""One person in two address books: brought in, noticed, looked at side by side, made one, and taken apart again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otnet_desktop.app import resources
from otnet_desktop.domain import facts as f
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.duplicates.merge_page import MergePage
from otnet_desktop.ui.duplicates.twice_page import TwicePage
from otnet_desktop.ui.exchange.import_page import ImportPage
from tests.factories import plan
from tests.services.clocks import BOSTON, SettableClock
from tests.ui.real_window import RealWindow, real_window

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{uid}\r\nN:{family};Emily;;;\r\nFN:Emily {family}\r\n{more}END:VCARD\r\n"
CLARK = CARD.format(uid="u1", family="Clark", more="TEL:604 555 0102\r\nORG:Mill Clinic\r\n")
NOVAK = CARD.format(uid="u2", family="Novak", more="TEL:+1 (604) 555-0102\r\nNOTE:Runs the splint group.\r\n")


@pytest.fixture
def workspace(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    opened = open_workspace(tmp_path / "data", clock, lambda: BOSTON, resources.load_material())
    yield opened
    opened.close()


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[RealWindow]:
    with real_window(qtbot, workspace, tmp_path) as made:
        yield made


def bring_in(real: RealWindow, file: Path, card: str) -> ImportPage:
    file.write_text(card)
    real.window.intents.import_wanted.emit([str(file)])
    real.wait(lambda: isinstance(real.window.asides.shown, ImportPage))
    page = real.window.asides.shown
    assert isinstance(page, ImportPage)
    return page


def accept(real: RealWindow, page: ImportPage) -> None:
    page.accept_button.click()
    real.wait(lambda: real.window.asides.shown is None)


def test_nobody_stays_here_twice(real: RealWindow, workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "people.vcf"
    accept(real, bring_in(real, file, CLARK))
    (clark,) = workspace.store.people.everyone()
    talk = workspace.meetings.book(plan(clark, in_days=-1))
    workspace.meetings.went(talk.id, f.MeetingOutcome.HELD)

    # the same person as her new address book has her: a newcomer, and a quiet word about it
    page = bring_in(real, file, NOVAK)
    page.chips.setFocus()
    page.table.selectRow(0)
    assert "telephone number" in page.model.index(0, 3).data()
    page.detail.choice.choose("as_new")
    accept(real, page)
    real.wait(lambda: "here twice" in real.window.banner.said())
    QTest.mouseClick(real.window.banner.take, Qt.MouseButton.LeftButton)
    pairs = real.window.asides.shown
    assert isinstance(pairs, TwicePage)
    real.wait(pairs.pairs.isVisible)

    # side by side: the new name wins, and everything else is kept
    QTest.keyClick(pairs.pairs, Qt.Key.Key_Return)
    both = real.window.asides.shown
    assert isinstance(both, MergePage)
    both.rows[0].buttons()[1].click()
    QTest.mouseClick(both.accept_button, Qt.MouseButton.LeftButton)
    real.wait(lambda: "Emily Novak is one person now" in real.said)
    (one,) = workspace.store.people.everyone()
    person = workspace.people.get(one)
    assert person.profile.current.organisation == "Mill Clinic"
    assert "Runs the splint group." in person.profile.note
    assert [hit.id for hit in workspace.roster.find("Clark")] == [one]
    assert [reminder.kind for reminder in workspace.people.outlook(one).reminders] == [Kind.THANK_YOU]

    # either card again brings nothing new
    page = bring_in(real, file, CLARK + NOVAK)
    assert not page.accept_button.isEnabled()
    real.window.asides.leave()

    # and it comes apart again
    real.life.actions[Act.UNDO].trigger()
    assert len(workspace.store.people.everyone()) == 2
