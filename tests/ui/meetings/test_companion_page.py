"""The companion of a conversation, by keys alone."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.meetings import Meeting, MeetingNotes, Question
from otnet_desktop.domain.research import Purpose
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings import time_line
from otnet_desktop.ui.meetings.companion_page import CompanionPage
from tests.services.clocks import SettableClock
from tests.ui.network import add, book


@pytest.fixture
def meeting(workspace: Workspace) -> Meeting:
    """It began ten minutes ago and has ten more."""
    made = book(workspace, add(workspace, "Renata Okafor"), start="2026-03-18T09:50", minutes=20)
    workspace.meetings.keep(made.id, MeetingNotes(questions=(Question("A?"), Question("B?"), Question("C?"))))
    return workspace.meetings.get(made.id)


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents, meeting: Meeting) -> CompanionPage:
    made = CompanionPage(workspace, bridge, intents, meeting)
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.first_field().setFocus()
    return made


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    QTest.keyClick(focused, key, modifiers)


def asked(workspace: Workspace, meeting: Meeting) -> list[str]:
    return [one.text for one in workspace.meetings.get(meeting.id).kept.questions if one.asked]


def test_questions_come_one_by_one(page: CompanionPage, workspace: Workspace, meeting: Meeting) -> None:
    assert page.question.text.text() == "A?"
    press(Qt.Key.Key_Space)
    assert page.question.text.text() == "B?"
    press(Qt.Key.Key_Return)
    assert page.question.text.text() == "C?"
    assert asked(workspace, meeting) == ["A?", "B?"]
    press(Qt.Key.Key_Backspace)
    assert page.question.text.text() == "B?"
    page.question.later.click()
    press(Qt.Key.Key_Space)
    assert page.question.text.text() == "B?", "it comes last"
    press(Qt.Key.Key_Space)
    assert page.question.text.text().startswith("All asked")
    assert page.question.before.hasFocus()


def test_an_answer_stays_with_its_question(page: CompanionPage, workspace: Workspace, meeting: Meeting) -> None:
    page.question.answer.setFocus()
    QTest.keyClicks(page.question.answer, "Yes t")
    page.question.next.click()
    assert page.question.answer.toPlainText() == ""
    (first, second, _) = workspace.meetings.get(meeting.id).kept.questions
    assert (first.answer, second.answer) == ("Yes t", "")


def test_a_takeaway_is_one_key_away(page: CompanionPage, workspace: Workspace, meeting: Meeting) -> None:
    press(Qt.Key.Key_T)
    assert page.takeaways.line.hasFocus()
    QTest.keyClicks(page.takeaways.line, "To begin small")
    press(Qt.Key.Key_Return)
    assert workspace.meetings.get(meeting.id).kept.takeaways == ("To begin small",)
    assert page.question.next.hasFocus(), "one talks on"
    page.notes.notes.setFocus()
    press(Qt.Key.Key_T)
    assert page.notes.notes.toPlainText() == "t", "while one writes it is a letter"
    press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert page.takeaways.line.hasFocus()


def test_the_time_is_told_calmly(page: CompanionPage, clock: SettableClock, meeting: Meeting) -> None:
    assert page.time.text() == "10:00 · ends at 10:10 · 10 minutes left"
    clock.advance(minutes=8)
    page.time.look()
    assert page.time.text() == "10:08 · ends at 10:10 · 2 minutes left, time to come to an end"
    clock.advance(minutes=2)
    page.time.look()
    assert page.time.text() == "10:10 · ends at 10:10 · the time you agreed on is over"


def test_it_counts_minutes_only_shortly_before(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents, clock: SettableClock
) -> None:
    made = book(workspace, add(workspace, "Renata Okafor"), start="2026-03-26T12:00", minutes=30)
    page = CompanionPage(workspace, bridge, intents, made)
    qtbot.addWidget(page)
    assert page.time.text() == "10:00 · begins 26 Mar 12:00 · ends at 12:30"
    clock.set("2026-03-26T09:00")
    page.time.look()
    assert page.time.text() == "09:00 · begins today 12:00 · ends at 12:30"
    clock.set("2026-03-26T11:00")
    page.time.look()
    assert page.time.text() == "11:00 · begins in 60 minutes · ends at 12:30"


def test_the_end_is_told_once_when_it_is_near_and_once_when_it_has_come(
    page: CompanionPage, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(time_line, "QAccessibleAnnouncementEvent", lambda _label, said: said)
    monkeypatch.setattr(time_line, "QAccessible", SimpleNamespace(updateAccessibility=told.append))
    for seconds in (380, 60, 60, 60, 60, 60):
        clock.advance(seconds=seconds)
        page.time.look()
    assert told == ["3 minutes left, time to come to an end", "the time you agreed on is over"]
    assert page.time.property("tone") == "accent", "and seen, calmly"


def test_the_time_goes_on_by_itself(page: CompanionPage, qtbot: QtBot, clock: SettableClock) -> None:
    clock.advance(minutes=1)
    qtbot.waitUntil(lambda: "9 minutes left" in page.time.text(), timeout=5000)


def test_what_is_typed_is_kept_when_one_closes(
    page: CompanionPage, workspace: Workspace, qtbot: QtBot, meeting: Meeting
) -> None:
    page.notes.notes.setFocus()
    QTest.keyClicks(page.notes.notes, "She begins at seven")
    with qtbot.waitSignal(page.finished):
        press(Qt.Key.Key_Escape)
    page.hide()
    assert workspace.meetings.get(meeting.id).kept.notes == "She begins at seven"


def test_it_closes_with_its_meeting(page: CompanionPage, workspace: Workspace, qtbot: QtBot, meeting: Meeting) -> None:
    with qtbot.waitSignal(page.finished):
        workspace.people.remove(meeting.plan.people[0])


def test_an_answer_that_may_tell_who_a_client_is_is_named_at_once(
    page: CompanionPage, workspace: Workspace, meeting: Meeting
) -> None:
    page.question.answer.setPlainText("Her client Maria S. paints")
    page.question.save_now()
    assert page.question.hint.isVisible()
    page.question.hint._remove.click()
    assert not page.question.hint.isVisible()
    assert workspace.meetings.get(meeting.id).kept.questions[0].answer == "Her paints"


def test_why_one_talks_is_in_sight(page: CompanionPage, workspace: Workspace, meeting: Meeting) -> None:
    assert not page.why.isVisible()
    (renata,) = meeting.plan.people
    workspace.research.save_purpose(renata, Purpose("setting_info", "How a week looks"))
    assert page.why.isVisible()
    assert "How a week looks" in page.why.text()
