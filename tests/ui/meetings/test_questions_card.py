"""Questions on the page of a meeting: chosen from the bank, put in order, copied, and too many."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.facts import MeetingOutcome
from otnet_desktop.domain.meetings import Meeting, MeetingNotes, Question
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.research import Purpose
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.meetings.question_chooser import QuestionChooser
from otnet_desktop.ui.meetings.question_list import QuestionList
from otnet_desktop.ui.meetings.questions_card import QuestionsCard
from tests.ui.meetings.test_meeting_sheet import Opener, opener
from tests.ui.network import add, book

__all__ = ["opener"]


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    return add(workspace, "Renata Okafor")


@pytest.fixture
def meeting(workspace: Workspace, renata: PersonId) -> Meeting:
    return book(workspace, renata, start="2026-03-20T10:00", minutes=20)


def asked(workspace: Workspace, meeting: Meeting) -> list[str]:
    return [question.text for question in workspace.meetings.get(meeting.id).kept.questions]


def with_questions(workspace: Workspace, meeting: Meeting, *texts: str) -> None:
    workspace.meetings.keep(meeting.id, MeetingNotes(questions=tuple(Question(text) for text in texts)))


def chooser_of(card: QuestionsCard) -> QuestionChooser:
    card.choose.click()
    assert card.chooser is not None
    return card.chooser


def test_the_proposal_follows_the_purpose_and_is_taken_once(
    opener: Opener, workspace: Workspace, renata: PersonId, meeting: Meeting
) -> None:
    workspace.research.save_purpose(renata, Purpose("mentorship"))
    chooser = chooser_of(opener.open(meeting).questions)
    chooser.all.click()
    banks = workspace.questions.banks()
    taken = asked(workspace, meeting)
    assert taken[0] == "Thank you for making time. Is our plan of 20 minutes still fine for you?"
    assert taken[2:7] == list(banks["mentorship"][:5])
    assert len(taken) == 9
    chooser.all.click()
    assert asked(workspace, meeting) == taken, "what is there is not taken again"


def test_a_group_is_asked_what_only_a_group_can_answer(opener: Opener, workspace: Workspace, renata: PersonId) -> None:
    both = book(workspace, renata, add(workspace, "Noor Haddad"), start="2026-03-20T10:00")
    chooser = chooser_of(opener.open(both).questions)
    chooser.all.click()
    assert set(workspace.questions.banks()["group"][:2]) <= set(asked(workspace, both))


def test_one_is_taken_by_enter(opener: Opener, workspace: Workspace, meeting: Meeting) -> None:
    chooser = chooser_of(opener.open(meeting).questions)
    chooser.bank.choose("job_lead")
    chooser.bank.activated.emit(chooser.bank.currentIndex())
    QTest.keyClick(chooser.list, Qt.Key.Key_Down)
    QTest.keyClick(chooser.list, Qt.Key.Key_Return)
    assert asked(workspace, meeting) == [workspace.questions.banks()["job_lead"][1]]
    QTest.keyClick(chooser.list, Qt.Key.Key_Up)
    assert chooser.list.chosen() == "", "a tick says that it is taken"


def test_ones_own_question_is_there_for_the_next_meeting(
    opener: Opener, workspace: Workspace, renata: PersonId, meeting: Meeting
) -> None:
    chooser = chooser_of(opener.open(meeting).questions)
    QTest.keyClicks(chooser.own, "What do you read?")
    QTest.keyClick(chooser.own, Qt.Key.Key_Return)
    assert chooser.list.chosen() == "What do you read?"
    assert asked(workspace, meeting) == [], "kept in the list, not yet taken"
    another = book(workspace, renata, start="2026-03-27T10:00")
    chooser = chooser_of(opener.open(another).questions)
    chooser.bank.choose("setting_info")
    chooser.bank.activated.emit(chooser.bank.currentIndex())
    assert not chooser.drop.isVisible(), "what ships stays"
    chooser.list.setCurrentRow(chooser.list.count() - 1)
    chooser.drop.click()
    assert "What do you read?" not in workspace.questions.banks()["setting_info"]


def test_the_order_goes_by_keys(opener: Opener, workspace: Workspace, meeting: Meeting) -> None:
    with_questions(workspace, meeting, "A", "B", "C")
    card = opener.open(meeting).questions
    QTest.keyClick(card._rows[2].grip, Qt.Key.Key_Up)
    assert asked(workspace, meeting) == ["A", "C", "B"]
    QTest.keyClick(card._rows[0].answer, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert asked(workspace, meeting) == ["C", "A", "B"]
    QTest.keyClick(card._rows[2].grip, Qt.Key.Key_Down)
    assert asked(workspace, meeting) == ["C", "A", "B"], "at the end there is nowhere to go"
    workspace.history.undo()
    assert [row.question().text for row in card._rows] == ["A", "C", "B"]


def test_the_order_goes_by_dragging(opener: Opener, workspace: Workspace, meeting: Meeting) -> None:
    with_questions(workspace, meeting, "A", "B", "C")
    card = opener.open(meeting).questions
    first, last = card._rows[0], card._rows[2]
    below = QPoint(5, first.grip.mapFromGlobal(last.mapToGlobal(last.rect().bottomLeft())).y())
    QTest.mousePress(first.grip, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.mouseMove(first.grip, below)
    assert asked(workspace, meeting) == ["A", "B", "C"], "kept only when it is let go"
    QTest.mouseRelease(first.grip, Qt.MouseButton.LeftButton, pos=below)
    assert asked(workspace, meeting) == ["B", "C", "A"]


def test_more_than_ten_for_twenty_minutes_is_said(opener: Opener, workspace: Workspace, meeting: Meeting) -> None:
    with_questions(workspace, meeting, *"ABCDEFGHIJ")
    card = opener.open(meeting).questions
    assert not card.many.isVisible()
    QTest.keyClicks(card.line, "K")
    QTest.keyClick(card.line, Qt.Key.Key_Return)
    assert card.many.text().startswith("11 questions for 20 minutes")
    assert len(asked(workspace, meeting)) == 11, "said, not forbidden"
    workspace.meetings.turned_out(meeting.id, MeetingOutcome.HELD)
    assert not card.many.isVisible(), "afterwards it helps nobody"


def test_open_questions_are_copied_to_send_them_ahead(opener: Opener, workspace: Workspace, meeting: Meeting) -> None:
    questions = (Question("A?", asked=True), Question("B?"), Question("C?"))
    workspace.meetings.keep(meeting.id, MeetingNotes(questions=questions))
    opener.open(meeting).questions.copy.click()
    assert QGuiApplication.clipboard().text() == "1. B?\n2. C?"


def test_ones_own_questions_are_put_in_order_by_key_and_by_drag(
    opener: Opener, workspace: Workspace, meeting: Meeting
) -> None:
    for text in ("One?", "Two?", "Three?"):
        workspace.questions.add("job_lead", text)
    chooser = chooser_of(opener.open(meeting).questions)
    chooser.bank.choose("job_lead")
    chooser.bank.activated.emit(chooser.bank.currentIndex())
    chooser.list.setCurrentRow(chooser.list.count() - 1)
    QTest.keyClick(chooser.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert workspace.questions.own("job_lead") == ["One?", "Three?", "Two?"]
    assert chooser.list.chosen() == "Three?", "one stays with what one moves"
    drop_on(chooser.list, chooser.list.count() - 1, below=True)
    assert workspace.questions.own("job_lead") == ["One?", "Two?", "Three?"]
    drop_on(chooser.list, 0, below=False)
    assert workspace.questions.own("job_lead") == ["Three?", "One?", "Two?"], "never before those that ship"
    assert [chooser.list.item(n).text() for n in range(chooser.list.count())][-3:] == ["Three?", "One?", "Two?"]
    chooser.list.setCurrentRow(0)
    QTest.keyClick(chooser.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert workspace.questions.own("job_lead") == ["Three?", "One?", "Two?"], "what ships stays where it is"


def drop_on(questions: QuestionList, row: int, *, below: bool) -> None:
    """Let the chosen question go on the upper or lower half of another."""
    rect = questions.visualItemRect(questions.item(row))
    at = QPointF(rect.left() + 5, rect.bottom() - 1 if below else rect.top() + 1)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    questions.dropEvent(QDropEvent(at, Qt.DropAction.MoveAction, QMimeData(), buttons, keys))


def test_the_list_has_room_for_what_it_shows(
    opener: Opener, workspace: Workspace, meeting: Meeting, qtbot: QtBot
) -> None:
    chooser = chooser_of(opener.open(meeting).questions)
    qtbot.waitUntil(lambda: chooser.list.height() >= chooser.list.sizeHint().height())
    last = chooser.list.visualItemRect(chooser.list.item(chooser.list.count() - 3))
    assert chooser.list.viewport().rect().intersects(last), "most of the proposal is seen without scrolling"
