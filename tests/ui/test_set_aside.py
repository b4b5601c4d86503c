"""What was typed while many people came in reaches the disk also when one has gone elsewhere meanwhile."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest

from otnet_desktop.domain.compass import Cell, Mark
from otnet_desktop.domain.meetings import MeetingNotes
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.compass.cell_panel import CellPanel
from otnet_desktop.ui.locking.locker import Locker
from otnet_desktop.ui.meetings.meeting_sheet import MeetingSheet
from otnet_desktop.ui.outreach.composer import Composer
from otnet_desktop.ui.outreach.letters_page import LettersPage
from otnet_desktop.ui.people.purpose_strip import PurposeStrip
from otnet_desktop.ui.research.notes_editor import NotesEditor
from otnet_desktop.ui.set_aside import set_aside_in
from otnet_desktop.ui.unsaved import Keeps, unsaved_texts
from tests.busy_worker import a_worker_writing
from tests.factories import profile
from tests.ui.network import book, met
from tests.ui.real_window import RealWindow

Saved = Callable[[], bool]


pytestmark = pytest.mark.usefixtures("impatient")


@pytest.fixture
def other(workspace: Workspace) -> PersonId:
    return workspace.people.add(profile("Ben Brown")).id


def notes(made: RealWindow, renata: PersonId) -> Saved:
    QTest.keyClicks(made.window.findChildren(NotesEditor)[0]._source, "Warm words")
    return lambda: made.workspace.research.of(renata).notes == "Warm words"


def purpose(made: RealWindow, renata: PersonId) -> Saved:
    QTest.keyClicks(made.window.findChildren(PurposeStrip)[0]._statement, "Warm words")

    def is_saved() -> bool:
        kept = made.workspace.research.of(renata).purpose
        return kept is not None and kept.statement == "Warm words"

    return is_saved


@pytest.mark.parametrize("write", [notes, purpose])
def test_about_one_person_while_another_is_shown(
    made: RealWindow, renata: PersonId, other: PersonId, write: Callable[[RealWindow, PersonId], Saved]
) -> None:
    with a_worker_writing(made.workspace.store):
        is_saved = write(made, renata)
        made.window.intents.person_wanted.emit(other)
        assert [unsaved.text for unsaved in unsaved_texts()] == ["Warm words"]
    made.wait(is_saved)
    assert unsaved_texts() == []
    assert made.workspace.research.of(other).notes == ""
    assert made.workspace.research.of(other).purpose is None


def test_about_one_field_of_the_compass_while_another_is_shown(made: RealWindow) -> None:
    compass = made.workspace.compass
    chart = compass.chart()
    here, there = (Cell(chart.areas[0], setting) for setting in chart.settings[:2])
    compass.mark(here, Mark.CURIOUS)
    panel = CellPanel(made.workspace, made.window.intents, made.window)
    panel.show_field(compass.chart(), here)
    with a_worker_writing(made.workspace.store):
        QTest.keyClicks(panel.why, "Warm words")
        panel.show_field(compass.chart(), there)
        assert panel.why.toPlainText() == ""
    made.wait(lambda: (mark := compass.chart().at(here).mark) is not None and mark.why == "Warm words")
    assert compass.chart().at(there).mark is None


def test_a_draft_whose_sheet_was_closed(made: RealWindow, renata: PersonId) -> None:
    made.window.intents.compose_wanted.emit(renata, "", "")
    (sheet,) = [found for found in made.window.findChildren(Composer) if found.isVisible()]
    with a_worker_writing(made.workspace.store):
        QTest.keyClicks(sheet.page.body, "Warm words")
        sheet.finished.emit()
        assert made.said[-1] == "What you wrote is saved as soon as that is finished."
    made.wait(lambda: drafts(made.workspace))
    assert len(drafts(made.workspace)) == 1
    assert unsaved_texts() == []


def drafts(workspace: Workspace) -> list[str]:
    return [body for (body,) in workspace.store.database.sql("SELECT body FROM message") if "Warm words" in body]


def test_a_letter_whose_page_was_left(made: RealWindow) -> None:
    made.window.intents.letters_wanted.emit("")
    page = made.window.asides.shown
    assert isinstance(page, LettersPage)
    page.editor.make_own.click()
    with a_worker_writing(made.workspace.store):
        QTest.keyClicks(page.editor.text, "Warm words")
        made.window.asides.leave()
        assert "Warm words" in "".join(unsaved.text for unsaved in unsaved_texts())
    made.wait(lambda: any("Warm words" in own.body for own in made.workspace.letters.all()))
    assert unsaved_texts() == []


def test_a_letter_in_a_window_that_was_hidden_and_came_back_is_not_overwritten(made: RealWindow) -> None:
    made.window.intents.letters_wanted.emit("")
    page = made.window.asides.shown
    assert isinstance(page, LettersPage)
    page.editor.make_own.click()
    with a_worker_writing(made.workspace.store):
        QTest.keyClicks(page.editor.text, "Warm ")
        made.window.hide()
        made.window.show()
        QTest.keyClicks(page.editor.text, "words")
    made.wait(lambda: any("Warm words" in own.body for own in made.workspace.letters.all()))
    set_aside_in(made.window.intents).flush()
    assert any("Warm words" in own.body for own in made.workspace.letters.all())


def test_a_meeting_whose_sheet_was_closed(made: RealWindow, workspace: Workspace, renata: PersonId) -> None:
    meeting = book(workspace, renata, start="2026-03-18T09:00")
    made.window.intents.open_meeting_wanted.emit(meeting.id)
    (sheet,) = made.window.findChildren(MeetingSheet)
    workspace.meetings.keep(meeting.id, MeetingNotes(takeaways=("Start small",)))
    with a_worker_writing(workspace.store):
        QTest.keyClicks(sheet.notes.notes, "Warm words")
        sheet.finished.emit()
        assert made.said[-1] == "What you wrote is saved as soon as that is finished."
    made.wait(lambda: workspace.meetings.get(meeting.id).kept.notes == "Warm words")
    assert workspace.meetings.get(meeting.id).kept.takeaways == ("Start small",)
    assert unsaved_texts() == []


def test_a_reflection_whose_sheet_was_closed(made: RealWindow, workspace: Workspace, renata: PersonId) -> None:
    meeting = met(workspace, renata, start="2026-03-17T09:00")
    made.window.intents.open_meeting_wanted.emit(meeting.id)
    (sheet,) = made.window.findChildren(MeetingSheet)
    with a_worker_writing(workspace.store):
        QTest.keyClicks(sheet.reflection.texts["liked"].text, "Warm words")
        sheet.finished.emit()
        assert made.said[-1] == "What you wrote is saved as soon as that is finished."
    made.wait(lambda: workspace.reflections.of(meeting.id).liked == "Warm words")
    assert unsaved_texts() == []


def test_locking_and_ending_save_it_as_well(made: RealWindow, renata: PersonId, other: PersonId) -> None:
    with a_worker_writing(made.workspace.store):
        is_saved = notes(made, renata)
        made.window.intents.person_wanted.emit(other)
    assert not is_saved(), "no pause has passed yet"
    for keeper in made.window.findChildren(Keeps):  # as ``Running.end`` does
        keeper.flush()
    assert is_saved()


def test_locking_saves_what_stands_with_others(made: RealWindow, renata: PersonId, other: PersonId) -> None:
    made.workspace.locking.set_passphrase("heron violin kettle moss")
    locker = Locker(made.window, made.workspace, made.tasks)
    with a_worker_writing(made.workspace.store):
        is_saved = notes(made, renata)
        made.window.intents.person_wanted.emit(other)
    locker.lock()
    assert is_saved()
    locker.close()


def test_where_the_disk_was_full_it_follows_what_can_be_saved_again(
    made: RealWindow, renata: PersonId, other: PersonId, workspace: Workspace
) -> None:
    connection = workspace.store.database.connection
    connection.execute("PRAGMA query_only = ON")
    is_saved = notes(made, renata)
    made.window.intents.person_wanted.emit(other)
    assert made.failed
    connection.execute("PRAGMA query_only = OFF")
    workspace.research.save_notes(other, "Something else")
    made.wait(is_saved)
    assert workspace.research.of(other).notes == "Something else"
