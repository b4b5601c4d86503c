"""Our own archive in the import preview: its people beside those who are here, or everything in their place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.facts import Side
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.exchange.import_page import ImportPage
from otnet_desktop.ui.settings.restore_page import RestorePage
from tests.factories import profile
from tests.ui.real_window import RealWindow, real_window

INSTEAD = "Restore everything instead…"


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[RealWindow]:
    workspace.people.add(profile("Ann Archer"))
    with real_window(qtbot, workspace, tmp_path) as made:
        yield made


@pytest.fixture
def archive(workspace: Workspace, real: RealWindow, tmp_path: Path) -> Path:
    """Ann, and Ben with a promise, who was deleted since."""
    ben = workspace.people.add(profile("Ben Brown")).id
    workspace.promises.make(ben, Side.ME, "A book")
    workspace.exporting.write_archive(tmp_path / "all.zip")
    workspace.people.remove(ben)
    return tmp_path / "all.zip"


def preview(real: RealWindow, file: Path) -> ImportPage:
    real.window.intents.import_wanted.emit([str(file)])
    real.wait(lambda: isinstance(real.window.asides.shown, ImportPage))
    page = real.window.asides.shown
    assert isinstance(page, ImportPage)
    return page


def button(page: ImportPage, text: str) -> QPushButton | None:
    return next((found for found in page.findChildren(QPushButton) if found.text() == text), None)


def test_its_people_come_in_with_everything(real: RealWindow, workspace: Workspace, archive: Path) -> None:
    page = preview(real, archive)
    assert page._totals.text() == "1 new, 1 unchanged"
    assert "line" not in page.detail._change.text()
    page.accept_button.click()
    real.wait(lambda: real.said == ["1 person came in."])
    (ben,) = [hit.id for hit in workspace.roster.find("Brown")]
    assert [promise.text for promise in workspace.promises.of(ben)] == ["A book"]
    assert page_says_nothing_new(preview(real, archive))


def page_says_nothing_new(page: ImportPage) -> bool:
    return page._totals.text() == "Nothing new in this file" and not page.accept_button.isEnabled()


def test_it_may_take_the_place_of_everything_instead(real: RealWindow, archive: Path) -> None:
    instead = button(preview(real, archive), INSTEAD)
    assert instead is not None
    instead.click()
    page = real.window.asides.shown
    assert isinstance(page, RestorePage)
    real.wait(page.restore.isEnabled)
    assert page.inside.said.text() == "Verified just now: 2 people, 0 meetings."


def test_other_files_take_nobodys_place(real: RealWindow, tmp_path: Path) -> None:
    card = tmp_path / "cy.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Cy Cole\nEND:VCARD\n")
    assert button(preview(real, card), INSTEAD) is None
