"""The backups with what is in them: somebody comes back, or everything, and both can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.facts import Side
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.settings.restore_page import RestorePage
from tests.factories import profile
from tests.ui.real_window import RealWindow, real_window


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[RealWindow]:
    workspace.people.add(profile("Ann Archer"))
    with real_window(qtbot, workspace, tmp_path) as made:
        yield made


def page_of(real: RealWindow, file: str = "") -> RestorePage:
    """The page, when it has read what is in the newest backup, or in a file."""
    real.window.intents.restore_wanted.emit(file)
    page = real.window.asides.shown
    assert isinstance(page, RestorePage)
    real.wait(lambda: page.inside.is_shown)
    return page


def rows(page: RestorePage) -> list[str]:
    model = page.inside.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def names(workspace: Workspace) -> list[str]:
    return sorted(person.profile.full_name for person in workspace.people.many(workspace.store.people.everyone()))


def test_who_is_missing_today_is_shown_and_comes_back(real: RealWindow, workspace: Workspace) -> None:
    ben, cy = workspace.people.add(profile("Ben Brown")), workspace.people.add(profile("Cy Cole"))
    workspace.care.back_up()
    workspace.promises.make(cy.id, Side.ME, "A book")
    workspace.people.remove(ben.id)
    workspace.people.add(profile("Dee Dunn"))
    page = page_of(real)
    assert page.backups.rows.item(0).text().startswith("today 10:00 · you asked for it\n3 people · ")
    assert page.backups.rows.item(0).text().endswith(" · verified when made")
    assert page.inside.said.text() == "Verified just now: 3 people, 0 meetings. 1 person came since."
    assert rows(page) == ["Ben Brown\nin the trash today"]
    assert not page.bring.isEnabled()
    page.inside.people.selectAll()
    assert page.bring.text() == "Bring back 1 person"
    page.bring.click()
    real.wait(lambda: real.said == ["Ben Brown is back"])
    assert names(workspace) == ["Ann Archer", "Ben Brown", "Cy Cole", "Dee Dunn"]
    real.wait(lambda: rows(page) == ["Cy Cole\nhere, changed since"])
    page.inside.people.selectAll()
    assert not page.bring.isEnabled()
    workspace.history.undo()
    real.wait(lambda: rows(page) == ["Ben Brown\nin the trash today"])


def test_everybody_is_found_by_name_and_how_they_compare(real: RealWindow, workspace: Workspace) -> None:
    workspace.people.add(profile("Ben Brown"))
    workspace.care.back_up()
    page = page_of(real)
    assert page.inside.said.text().endswith("Everybody in it is here as they were.")
    assert rows(page) == ["Ann Archer\nhere, as they were", "Ben Brown\nhere, as they were"]
    page.inside.search.setText("brown")
    assert rows(page) == ["Ben Brown\nhere, as they were"]


def test_everything_is_restored_and_there_is_a_way_back(real: RealWindow, workspace: Workspace) -> None:
    workspace.preferences.change(text_percent=125)
    workspace.care.back_up()
    workspace.people.add(profile("Ben Brown"))
    workspace.preferences.change(text_percent=200)
    page = page_of(real)
    page.restore.click()
    real.wait(lambda: real.said == ["1 person restored."])
    assert names(workspace) == ["Ann Archer"]
    assert workspace.preferences.current.text_percent == 125
    assert [backup.people for backup in workspace.care.backups()] == [2, 1]
    assert real.window.people.view.model().rowCount() == 1
    assert page.way_back.said.text() == "1 person restored. What was here before is kept as a backup."
    page.way_back.go.click()
    real.wait(lambda: names(workspace) == ["Ann Archer", "Ben Brown"])
    real.wait(lambda: workspace.preferences.current.text_percent == 200)


def test_nothing_is_offered_of_a_damaged_backup(real: RealWindow, workspace: Workspace) -> None:
    path, _note = workspace.care.back_up()
    path.write_bytes(b"damaged")
    real.window.intents.restore_wanted.emit("")
    page = real.window.asides.shown
    assert isinstance(page, RestorePage)
    real.wait(lambda: "damaged" in page.inside.said.text())
    assert not page.inside.is_shown
    assert not page.restore.isEnabled()


def test_without_a_backup_it_says_so(real: RealWindow) -> None:
    real.window.intents.restore_wanted.emit("")
    page = real.window.asides.shown
    assert isinstance(page, RestorePage)
    assert page.inside.said.text().startswith("There is no backup yet.")
    assert page.first_field() is page.backups.elsewhere


def test_an_archive_from_elsewhere_is_looked_into_as_well(
    real: RealWindow, workspace: Workspace, tmp_path: Path
) -> None:
    archive, letter = tmp_path / "all.zip", tmp_path / "letter.txt"
    workspace.exporting.write_archive(archive)
    letter.write_text("Dear Ann")
    workspace.people.add(profile("Ben Brown"))
    page = page_of(real, str(archive))
    page.backups.choose_file(str(letter))
    real.wait(lambda: page.inside.said.text().startswith("letter.txt cannot be read."))
    assert not page.restore.isEnabled()
    page.backups.choose_file(str(archive))
    real.wait(page.restore.isEnabled)
    page.restore.click()
    real.wait(lambda: real.said == ["1 person restored."])
    assert names(workspace) == ["Ann Archer"]


def test_one_may_go_elsewhere_while_somebody_comes_back(real: RealWindow, workspace: Workspace) -> None:
    ben = workspace.people.add(profile("Ben Brown"))
    workspace.care.back_up()
    workspace.people.remove(ben.id)
    page = page_of(real)
    page.inside.people.selectAll()
    page.bring.click()
    real.window.asides.leave()
    real.wait(lambda: real.said == ["Ben Brown is back"])


def test_every_control_has_a_name(real: RealWindow, workspace: Workspace) -> None:
    workspace.care.back_up()
    nameless = [
        type(widget).__name__
        for widget in page_of(real).findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
        if not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []
