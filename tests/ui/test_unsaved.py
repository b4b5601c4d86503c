"""What is typed while many people come in is saved when they are in, and nobody is told of a failure."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from otnet_desktop.domain.errors import StillWriting
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.outreach.composer import Composer
from otnet_desktop.ui.outreach.letters_page import LettersPage
from otnet_desktop.ui.research.notes_editor import NotesEditor
from otnet_desktop.ui.unsaved import Keeps, unsaved_texts
from tests.busy_worker import a_worker_writing
from tests.factories import school_ot
from tests.ui.real_window import RealWindow

Saved = Callable[[], bool]


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    return workspace.people.add(school_ot()).id


def notes(made: RealWindow) -> tuple[Callable[[], None], Saved]:
    editor = made.window.findChildren(NotesEditor)[0]
    person = made.window.person
    return (
        lambda: QTest.keyClicks(editor._source, "Warm words"),
        lambda: "Warm words" in made.workspace.research.of(PersonId(person)).notes,
    )


def letter(made: RealWindow) -> tuple[Callable[[], None], Saved]:
    made.window.intents.compose_wanted.emit(made.window.person, "", "")
    (sheet,) = [found for found in made.window.findChildren(Composer) if found.isVisible()]
    return (
        lambda: QTest.keyClicks(sheet.page.body, "Warm words"),
        lambda: any("Warm words" in row[0] for row in made.workspace.store.database.sql("SELECT body FROM message")),
    )


def own_letter(made: RealWindow) -> tuple[Callable[[], None], Saved]:
    made.window.intents.letters_wanted.emit("")
    page = made.window.asides.shown
    assert isinstance(page, LettersPage)
    page.editor.make_own.click()
    return (
        lambda: QTest.keyClicks(page.editor.text, "Warm words"),
        lambda: any("Warm words" in own.body for own in made.workspace.letters.all()),
    )


@pytest.mark.parametrize("field", [notes, letter, own_letter])
def test_it_waits_and_is_saved_then(
    made: RealWindow, field: Callable[[RealWindow], tuple[Callable[[], None], Saved]]
) -> None:
    write, is_saved = field(made)
    with a_worker_writing(made.workspace.store):
        write()
        for keeper in made.window.findChildren(Keeps):
            for timer in keeper.findChildren(QTimer):
                timer.timeout.emit()
        assert unsaved_texts()
    made.wait(is_saved)
    assert unsaved_texts() == []
    assert made.failed == []


def test_meanwhile_it_says_that_it_is_saving(made: RealWindow) -> None:
    write, is_saved = notes(made)
    editor = made.window.findChildren(NotesEditor)[0]
    with a_worker_writing(made.workspace.store):
        write()
        made.wait(lambda: editor._mark.accessibleName() == "Saving…")
    made.wait(lambda: editor._mark.accessibleName() == "Saved")
    assert is_saved()


def test_leaving_the_field_meanwhile_loses_nothing(made: RealWindow) -> None:
    write, is_saved = notes(made)
    editor = made.window.findChildren(NotesEditor)[0]
    editor._source.setFocus()
    with a_worker_writing(made.workspace.store):
        write()
        editor._toggle.setFocus()
        assert unsaved_texts()
    made.wait(is_saved)
    assert made.failed == []


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("field", [notes, letter, own_letter])
def test_what_cannot_wait_is_told_and_saved_then(
    made: RealWindow, field: Callable[[RealWindow], tuple[Callable[[], None], Saved]]
) -> None:
    write, is_saved = field(made)
    with a_worker_writing(made.workspace.store):
        write()
        for keeper in made.window.findChildren(Keeps):
            keeper.flush()
        assert [type(error) for error in made.failed] == [StillWriting]
        assert unsaved_texts(), "it stays on the screen"
    made.wait(is_saved)
