"""Tip 6, the conversation, through the real window: prepared, accompanied by keys, noted with care, found again."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.facts import Side
from otnet_desktop.domain.meetings import Consent, Meeting
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.research import KeyPoint, Purpose
from otnet_desktop.ui.exchange.export_form import ExportForm
from otnet_desktop.ui.meetings.companion_page import CompanionPage
from otnet_desktop.ui.meetings.meeting_sheet import MeetingSheet
from otnet_desktop.ui.meetings.prep_sheet import PrepSheet
from tests.journeys.test_first_walk import Desktop, press, running
from tests.journeys.test_tip_8_journey import choose, somebody
from tests.services.clocks import SettableClock
from tests.ui.network import book

W = TypeVar("W", bound=QWidget)


def test_the_conversation(tmp_path: Path, clock: SettableClock, qtbot: QtBot) -> None:
    with running(tmp_path, clock, qtbot) as desktop:
        lee = somebody(desktop, "Lee Park")
        meeting = agreed_for_today(desktop, lee)
        choose_questions(desktop, meeting)
        prepare(desktop, meeting, tmp_path)
        clock.set("2026-03-18T15:02")
        talk(desktop, meeting, qtbot)
        reflect_instead_of_noting(desktop, meeting)
        clock.set("2026-03-18T15:25")
        finish(desktop, meeting)
    with running(tmp_path, clock, qtbot) as desktop:
        look_again(desktop, lee, meeting, qtbot)


def agreed_for_today(desktop: Desktop, lee: PersonId) -> Meeting:
    """Twenty minutes this afternoon, with a purpose and something known."""
    workspace = desktop.workspace
    workspace.research.save_purpose(lee, Purpose("skill_advice", "Splinting without fear"))
    workspace.research.add_key_point(lee, KeyPoint("Teaches splinting", "hands.example"))
    return book(workspace, lee, start="2026-03-18T15:00", minutes=20, their_zone="Europe/London")


def sheet_of(desktop: Desktop, meeting: Meeting) -> MeetingSheet:
    desktop.window.intents.open_meeting_wanted.emit(meeting.id)
    return one(desktop, MeetingSheet)


def one(desktop: Desktop, kind: type[W]) -> W:
    (found,) = [widget for widget in desktop.window.findChildren(kind) if widget.isVisible()]
    return found


def kept(desktop: Desktop, meeting: Meeting) -> list[str]:
    return [question.text for question in desktop.workspace.meetings.get(meeting.id).kept.questions]


def choose_questions(desktop: Desktop, meeting: Meeting) -> None:
    """Nine by the purpose, one more of one's own; the last goes first; they are copied; the list before is ticked."""
    sheet = sheet_of(desktop, meeting)
    press(sheet, "Choose questions")
    press(sheet, "Take all of these")
    QTest.keyClicks(sheet.questions.line, "Which splint did you make first?")
    QTest.keyClick(sheet.questions.line, Qt.Key.Key_Return)
    last = sheet.questions._rows[9]
    for _ in range(9):
        QTest.keyClick(last.grip, Qt.Key.Key_Up)
    assert len(kept(desktop, meeting)) == 10
    assert kept(desktop, meeting)[0] == "Which splint did you make first?"
    assert not sheet.questions.many.isVisible()
    press(sheet, "Copy questions")
    assert QGuiApplication.clipboard().text().startswith("1. Which splint did you make first?\n2. ")
    assert sheet.checklist.list is not None
    sheet.checklist.list.fold.click()
    sheet.checklist.list.rows[0].box.click()
    assert "1 of 10" in sheet.checklist.list.fold.text()


def prepare(desktop: Desktop, meeting: Meeting, folder: Path) -> None:
    """All of it on one page, kept as PDF."""
    press(one(desktop, MeetingSheet), "Prep sheet: all of it on one page")
    page = one(desktop, PrepSheet)
    said = page.paper.document.toPlainText()
    for text in ("In London", "It ends at 15:20", "Splinting without fear", "Teaches splinting", "Which splint did"):
        assert text in said
    page.write_to(str(folder / "prep.pdf"))
    assert (folder / "prep.pdf").stat().st_size > 1000
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert one(desktop, MeetingSheet).meeting == meeting.id


def talk(desktop: Desktop, meeting: Meeting, qtbot: QtBot) -> None:
    """By keys alone: two questions, one takeaway, and the time in view."""
    one(desktop, MeetingSheet).ways.companion.click()
    page = one(desktop, CompanionPage)
    assert "18 minutes left" in page.time.text()
    assert page.question.text.text() == "Which splint did you make first?"
    qtbot.waitUntil(page.question.next.hasFocus)
    QTest.keyClick(page.question.next, Qt.Key.Key_Space)
    QTest.keyClick(page.question.next, Qt.Key.Key_Return)
    QTest.keyClick(page.question.next, Qt.Key.Key_T)
    QTest.keyClicks(page.takeaways.line, "Begin with a thumb spica")
    QTest.keyClick(page.takeaways.line, Qt.Key.Key_Return)
    found = desktop.workspace.meetings.get(meeting.id).kept
    assert [question.asked for question in found.questions[:3]] == [True, True, False]
    assert found.takeaways == ("Begin with a thumb spica",)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert desktop.window.asides.shown is None


def reflect_instead_of_noting(desktop: Desktop, meeting: Meeting) -> None:
    """They would rather not: the field is for oneself, and a client is not to be known from it."""
    sheet = sheet_of(desktop, meeting)
    choose(sheet.notes.consent, Consent.ASKED_NO.value)
    assert sheet.notes.notes.accessibleName() == "My reflection afterwards"
    QTest.keyClicks(sheet.notes.notes, "She spoke of patient Maria S. with warmth.")
    sheet.save_now()
    assert sheet.notes.hint.isVisible()
    press(sheet, "Keep, it is not client information")
    assert not sheet.notes.hint.isVisible()


def finish(desktop: Desktop, meeting: Meeting) -> None:
    """It happened; a promise each way; another list helps now."""
    sheet = sheet_of(desktop, meeting)
    press(sheet, "It happened")
    for line, text in ((sheet.promises.mine, "Send my pattern"), (sheet.promises.theirs, "A day in the workshop")):
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert sheet.checklist.list is not None
    assert sheet.checklist.list.fold.text().startswith("To finish with: 0 of")


def look_again(desktop: Desktop, lee: PersonId, meeting: Meeting, qtbot: QtBot) -> None:
    """After a restart all is there, what was acknowledged stays so, also when an archive is to leave."""
    workspace = desktop.workspace
    assert [promise.by for promise in workspace.promises.of(lee)] == [Side.ME, Side.THEM]
    sheet = sheet_of(desktop, meeting)
    assert "Maria" in sheet.notes.notes.toPlainText()
    assert not sheet.notes.hint.isVisible()
    assert workspace.privacy.texts_to_look_at() == 0
    workspace.research.save_notes(lee, "Room 214: client Ann B.")
    desktop.window.intents.export_wanted.emit()
    form = desktop.window.findChild(ExportForm)
    assert form is not None
    form.private.setChecked(True)
    qtbot.waitUntil(form.check.isVisible)
    assert form.check.text().startswith("1 note would leave")
    form.reject()
