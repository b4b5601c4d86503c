"""Where something cannot be saved, it stays on the screen, and a copy can be saved elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.outreach.composer import Composer
from otnet_desktop.ui.outreach.letters_page import LettersPage
from otnet_desktop.ui.rescue import Rescue
from otnet_desktop.ui.research.notes_editor import NotesEditor
from otnet_desktop.ui.unsaved import unsaved_texts
from tests.factories import school_ot
from tests.ui.real_window import RealWindow


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    return workspace.people.add(school_ot()).id


@pytest.fixture
def made(made: RealWindow, workspace: Workspace) -> Iterator[RealWindow]:
    yield made
    allow(workspace)


def forbid(workspace: Workspace) -> None:
    """From now on nothing can be written."""
    workspace.store.database.connection.execute("PRAGMA query_only = ON")


def allow(workspace: Workspace) -> None:
    workspace.store.database.connection.execute("PRAGMA query_only = OFF")


def rescue(made: RealWindow) -> Rescue:
    (found,) = made.window.findChildren(Rescue)
    return found


def type_notes(made: RealWindow, text: str) -> None:
    editor = made.window.findChildren(NotesEditor)[0]
    QTest.keyClicks(editor._source, text)
    editor.save_now()


def write_letter(made: RealWindow, text: str) -> None:
    made.window.intents.compose_wanted.emit(made.window.person, "", "")
    (sheet,) = [found for found in made.window.findChildren(Composer) if found.isVisible()]
    QTest.keyClicks(sheet.page.body, text)
    sheet._keeper.flush()


def write_own_letter(made: RealWindow, text: str) -> None:
    made.window.intents.letters_wanted.emit("")
    page = made.window.asides.shown
    assert isinstance(page, LettersPage)
    page.editor.make_own.click()
    forbid(made.workspace)
    QTest.keyClicks(page.editor.text, text)
    page.editor.flush()


@pytest.mark.parametrize("write", [type_notes, write_letter, write_own_letter])
def test_a_copy_of_what_was_written_can_be_saved_elsewhere(
    made: RealWindow, write: Callable[[RealWindow, str], None], tmp_path: Path
) -> None:
    banner = made.window.banner
    if write is not write_own_letter:
        forbid(made.workspace)
    write(made, "Long thoughts.")
    made.wait(banner.copy.isVisible)
    assert "Not saved" in banner.said()
    out = tmp_path / "copy.txt"
    rescue(made).write(str(out))
    assert "Long thoughts." in out.read_text("utf-8")
    assert str(out) in made.said[-1]


def test_a_copy_is_offered_where_the_data_folder_is_gone(made: RealWindow) -> None:
    folder = made.workspace.store.database.path.parent
    folder.rename(folder.with_name("unplugged"))
    type_notes(made, "Long thoughts.")
    made.wait(made.window.banner.copy.isVisible)
    assert "the data folder is gone" in made.window.banner.said()
    folder.with_name("unplugged").rename(folder)


def test_it_asks_where_to_and_not_in_the_data_folder(made: RealWindow) -> None:
    forbid(made.workspace)
    type_notes(made, "x")
    made.wait(made.window.banner.copy.isVisible)
    made.window.banner.copy.click()
    (dialog,) = made.window.findChildren(QFileDialog)
    assert dialog.directory().absolutePath() != str(made.workspace.store.database.path.parent)
    dialog.reject()


def test_a_place_that_cannot_be_written_is_said_and_may_be_chosen_again(made: RealWindow, tmp_path: Path) -> None:
    forbid(made.workspace)
    type_notes(made, "Kept in mind")
    made.wait(made.window.banner.copy.isVisible)
    rescue(made).write(str(tmp_path / "nowhere" / "copy.txt"))
    assert "cannot be written" in made.window.banner.said()
    made.wait(made.window.banner.copy.isVisible)


def test_when_all_of_it_is_saved_the_failure_is_over(made: RealWindow, renata: PersonId) -> None:
    forbid(made.workspace)
    type_notes(made, "First")
    made.wait(made.window.banner.copy.isVisible)
    allow(made.workspace)
    type_notes(made, " second")
    made.wait(lambda: made.window.banner.said() == "")
    assert made.workspace.research.of(renata).notes.startswith("First second")
    assert unsaved_texts() == []


def test_a_failure_where_nothing_was_written_offers_no_copy(made: RealWindow, renata: PersonId) -> None:
    forbid(made.workspace)
    made.window.intents.failed.emit(made_up_failure(made, renata))
    made.wait(lambda: "Not saved" in made.window.banner.said())
    rescue(made)._look_around()
    assert not made.window.banner.copy.isVisible()


def made_up_failure(made: RealWindow, person: PersonId) -> Exception:
    """What a save says that has no text."""
    with pytest.raises(Exception, match="Not saved") as caught:
        made.workspace.people.keep_in_touch(person, 30)
    return caught.value


def test_a_letter_that_could_not_be_kept_comes_back_with_its_name(made: RealWindow) -> None:
    write_own_letter(made, "Warm words. ")
    page = made.window.asides.shown
    assert isinstance(page, LettersPage)
    ref = page.editor._shown.ref
    page.editor.show_shipped("intro.setting_info")
    assert "Warm words." not in page.editor.text.toPlainText()
    assert [text for _, text in unsaved_texts() if "Warm words." in text]
    page.editor.show_own(ref)
    assert "Warm words." in page.editor.text.toPlainText()
    allow(made.workspace)
    page.editor.flush()
    assert "Warm words." in made.workspace.letters.get(ref).body
