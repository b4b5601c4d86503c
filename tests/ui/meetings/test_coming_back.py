"""A meeting one left while many people came in, and comes back to: one writes on where one stopped."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.meetings.companion_page import CompanionPage
from otnet_desktop.ui.meetings.meeting_sheet import MeetingSheet
from otnet_desktop.ui.unsaved import unsaved_texts
from tests.busy_worker import a_worker_writing
from tests.factories import profile
from tests.ui.network import book, met
from tests.ui.real_window import RealWindow

pytestmark = pytest.mark.usefixtures("impatient")


def test_who_comes_back_to_a_meeting_writes_on(made: RealWindow, workspace: Workspace, renata: PersonId) -> None:
    meeting = met(workspace, renata, start="2026-03-17T09:00")
    made.window.intents.open_meeting_wanted.emit(meeting.id)
    with a_worker_writing(workspace.store):
        for field, text in writing(sheet_shown(made)):
            QTest.keyClicks(field, text)
        sheet_shown(made).finished.emit()
        made.window.intents.open_meeting_wanted.emit(meeting.id)
        sheet = sheet_shown(made)
        assert sheet.takeaways.line.text() == ""
        assert [field.toPlainText() for field, _ in writing(sheet)] == ["Warm words", "The calm"]
        for field, _ in writing(sheet):
            field.moveCursor(QTextCursor.MoveOperation.End)
            QTest.keyClicks(field, " and more")
        sheet.finished.emit()
    made.wait(lambda: workspace.meetings.get(meeting.id).kept.notes == "Warm words and more")
    assert workspace.reflections.of(meeting.id).liked == "The calm and more"
    assert unsaved_texts() == []


def writing(sheet: MeetingSheet) -> list[tuple[QPlainTextEdit, str]]:
    return [(sheet.notes.notes, "Warm words"), (sheet.reflection.texts["liked"].text, "The calm")]


def sheet_shown(made: RealWindow) -> MeetingSheet:
    (sheet,) = [found for found in made.window.findChildren(MeetingSheet) if found.isVisible()]
    return sheet


def test_who_comes_back_to_a_conversation_writes_on(made: RealWindow, workspace: Workspace, renata: PersonId) -> None:
    meeting = book(workspace, renata, start="2026-03-18T09:00")
    intents = made.window.intents
    with a_worker_writing(workspace.store):
        page = CompanionPage(workspace, made.life.bridge, intents, meeting, made.window)
        QTest.keyClicks(page.notes.notes, "Warm words")
        page.notes.save_now()
        page = CompanionPage(workspace, made.life.bridge, intents, meeting, made.window)
        assert page.notes.notes.toPlainText() == "Warm words"


def test_a_line_that_could_not_be_kept_is_not_kept_twice(
    made: RealWindow, workspace: Workspace, renata: PersonId
) -> None:
    meeting = book(workspace, renata, start="2026-03-18T09:00")
    made.window.intents.open_meeting_wanted.emit(meeting.id)
    sheet = sheet_shown(made)
    with a_worker_writing(workspace.store):
        QTest.keyClicks(sheet.takeaways.line, "Start small")
        QTest.keyClicks(sheet.questions.line, "How?")
        sheet.save_now()
    workspace.people.add(profile("Ben Brown"))
    made.wait(lambda: workspace.meetings.get(meeting.id).kept.takeaways == ("Start small",))
    sheet.finished.emit()
    kept = workspace.meetings.get(meeting.id).kept
    assert (kept.takeaways, [one.text for one in kept.questions]) == (("Start small",), ["How?"])
