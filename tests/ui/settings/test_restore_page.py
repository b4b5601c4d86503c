"""The backups with what is in them: somebody comes back, or everything, and both can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.errors import DataDamaged
from otnet_desktop.domain.facts import Side
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.store.backup_files import note_path
from otnet_desktop.store.content import content_hash
from otnet_desktop.store.keys import new_key
from otnet_desktop.store.mark import mark_of
from otnet_desktop.ui.settings.restore_page import RestorePage
from tests.factories import profile
from tests.services.clocks import BOSTON, SettableClock
from tests.ui.real_window import RealWindow, real_window

SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[RealWindow]:
    workspace.people.add(profile("Ann Archer"))
    with real_window(qtbot, workspace, tmp_path) as made:
        yield made


def page_asked(real: RealWindow, file: str = "") -> RestorePage:
    """The page, as it begins to read."""
    real.window.intents.restore_wanted.emit(file)
    page = real.window.asides.shown
    assert isinstance(page, RestorePage)
    return page


def page_of(real: RealWindow, file: str = "") -> RestorePage:
    """The page, when it has read what is in the newest backup, or in a file."""
    page = page_asked(real, file)
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


def test_tab_comes_to_the_filters_before_the_people(real: RealWindow, workspace: Workspace) -> None:
    workspace.care.back_up()
    page = page_of(real)
    filters = page.inside.chips.stops()
    order: list[QWidget] = []
    at = page.backups.rows.nextInFocusChain()
    while at is not None and at is not page.backups.rows:
        order.append(at)
        at = at.nextInFocusChain()
    named = [widget for widget in order if widget in (*filters, page.inside.search, page.inside.people, page.restore)]
    assert named == [*filters, page.inside.search, page.inside.people, page.restore]


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
    page = page_asked(real)
    real.wait(lambda: "damaged" in page.inside.said.text())
    assert not page.inside.is_shown
    assert not page.restore.isEnabled()


def test_a_backup_whose_note_is_lost_vouches_for_nothing(real: RealWindow, workspace: Workspace) -> None:
    path, _note = workspace.care.back_up()
    note_path(path).unlink()
    page = page_asked(real)
    real.wait(lambda: "The note with its SHA-256 is missing." in page.inside.said.text())
    assert not page.restore.isEnabled()


def test_without_a_backup_it_says_so(real: RealWindow) -> None:
    page = page_asked(real)
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


@pytest.fixture
def elsewhere(tmp_path: Path, clock: SettableClock) -> Path:
    """A backup of other data, with a passphrase."""
    key = new_key("four or five words")
    other = open_workspace(tmp_path / "other", clock, lambda: BOSTON, key=key)
    for name in ("Cy Cole", "Dee Dunn"):
        other.people.add(profile(name))
    path, _note = other.care.back_up()
    other.close()
    return path


def unlocked(real: RealWindow, file: Path, secret: str = "four or five words") -> RestorePage:
    """The page, when it has asked for the passphrase and looked inside."""
    page = page_asked(real, str(file))
    real.wait(page.key_ask.isVisible)
    assert "another passphrase" in page.inside.said.text()
    assert not page.restore.isEnabled()
    page.key_ask.secret.setText("quite another one")
    page.key_ask.open_button.click()
    real.wait(lambda: "did not open it" in page.key_ask.field.said)
    page.key_ask.secret.setText(secret)
    page.key_ask.open_button.click()
    real.wait(lambda: page.inside.is_shown)
    assert not page.key_ask.isVisible()
    return page


def test_one_person_comes_out_of_a_backup_of_another_passphrase(
    real: RealWindow, workspace: Workspace, elsewhere: Path
) -> None:
    page = unlocked(real, elsewhere)
    assert page.inside.said.text().startswith("Verified just now: 2 people")
    page.inside.people.selectionModel().select(page.inside.model.index(0), SELECT)
    page.bring.click()
    real.wait(lambda: real.said == ["Cy Cole is back"])
    assert names(workspace) == ["Ann Archer", "Cy Cole"]
    assert workspace.history.undo() == "Bring back person"
    assert names(workspace) == ["Ann Archer"]


def test_everything_comes_out_of_it_and_back_again(real: RealWindow, workspace: Workspace, elsewhere: Path) -> None:
    before = content_hash(workspace.store.database)
    page = unlocked(real, elsewhere)
    page.restore.click()
    real.wait(lambda: real.said == ["2 people restored."])
    assert names(workspace) == ["Cy Cole", "Dee Dunn"]
    assert mark_of(workspace.store.database.path) is None, "as the data were"
    page.way_back.go.click()
    real.wait(lambda: names(workspace) == ["Ann Archer"])
    assert content_hash(workspace.store.database) == before


def test_another_backup_asks_anew_and_one_that_was_opened_does_not(
    real: RealWindow, workspace: Workspace, elsewhere: Path
) -> None:
    workspace.care.back_up()
    page = page_asked(real, str(elsewhere))
    real.wait(page.key_ask.isVisible)
    page.key_ask.secret.setText("half typed")
    page.backups.rows.setCurrentRow(0)
    real.wait(lambda: page.inside.is_shown)
    assert not page.key_ask.isVisible()
    assert page.key_ask.secret.text() == ""
    page = unlocked(real, elsewhere)
    page.backups.rows.setCurrentRow(0)
    page.choose_file(str(elsewhere))
    real.wait(lambda: page.inside.said.text().startswith("Verified just now: 2 people"))
    assert not page.key_ask.isVisible()


def test_no_worker_asks_the_list_and_what_was_typed_does_not_outlast_the_look(
    real: RealWindow, workspace: Workspace, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []
    page = page_asked(real, str(elsewhere))
    real.wait(page.key_ask.isVisible)
    page.key_ask.secret.setText("half typed")
    real.window.hide()
    assert page.key_ask.secret.text() == ""
    real.window.show()
    assert page.key_ask.isVisible(), "it is asked for still"
    monkeypatch.setattr(workspace.care, "unlock", lambda source, _secret: asked.append(source))
    with monkeypatch.context() as patched:
        patched.setattr(page.backups, "source", lambda: pytest.fail("a widget, asked by a worker"))
        page._open("four or five words")
    assert asked == [elsewhere]


def test_what_a_backup_needs_is_told_in_the_list(
    real: RealWindow, workspace: Workspace, elsewhere: Path, clock: SettableClock
) -> None:
    path, _note = workspace.care.back_up()
    ahead = path.with_name(path.name.replace("2026", "2027"))
    for source, target in ((elsewhere, path), (note_path(elsewhere), note_path(path))):
        target.rename(target.with_name(target.name.replace("2026", "2027")))
        source.rename(target)
    page = page_asked(real)
    real.wait(page.key_ask.isVisible)
    assert page.backups.rows.count() == 2
    assert "by a clock that was ahead" in page.backups.rows.item(0).text()
    assert page.backups.source() == path != ahead, "the newest that is from before now"
    assert page.backups.rows.item(1).text().endswith("verified when made · another passphrase")


def test_where_what_is_here_is_damaged_there_is_a_way_out(
    real: RealWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.care.back_up()

    def damaged(_source: Path) -> None:
        raise DataDamaged("The data file is damaged.")

    monkeypatch.setattr(workspace.bringing_back, "look_into", damaged)
    real.window.intents.restore_wanted.emit("")
    real.wait(lambda: [type(error) for error in real.failed] == [DataDamaged])
    real.wait(real.window.banner.way_out.isVisible)


def test_where_another_file_took_the_place_the_program_starts_again(
    real: RealWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.care.back_up()
    page = page_of(real)
    monkeypatch.setattr(type(workspace.care), "needs_new_start", property(lambda _care: True))
    with real.qtbot.waitSignal(real.window.intents.normal_start_wanted):
        page.restore.click()


def test_every_control_has_a_name(real: RealWindow, workspace: Workspace) -> None:
    workspace.care.back_up()
    nameless = [
        type(widget).__name__
        for widget in page_of(real).findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
        if not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []
