"""The tray at the bottom of the window, and the list of everything that is due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.facts import InKind, MeetingOutcome, Side, ThanksHow
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.messages import MessageState, Reply
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.followups.due_card import DueCard
from otnet_desktop.ui.followups.due_list import DueList
from otnet_desktop.ui.followups.follow_up_tray import FollowUpTray
from otnet_desktop.ui.intents import Intents
from tests.factories import profile
from tests.services.clocks import BOSTON, SettableClock

YESTERDAY = datetime(2026, 3, 17, 14, 0, tzinfo=BOSTON)


def met(workspace: Workspace, name: str, hours_ago: float = 20) -> PersonId:
    """Somebody one met for half an hour and has to thank."""
    person = workspace.people.add(profile(name)).id
    start = workspace.clock.now() - timedelta(hours=hours_ago)
    workspace.meetings.held(MeetingPlan((person,), start, start + timedelta(minutes=30)))
    return person


@pytest.fixture
def tray(qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents) -> Iterator[FollowUpTray]:
    window = QWidget()
    qtbot.addWidget(window)
    made = FollowUpTray(workspace, bridge, intents, window)
    window.resize(1280, 700)
    made.setGeometry(0, 612, 1280, 88)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window).__enter__()
    yield made
    window.close()


def cards(tray: FollowUpTray) -> list[DueCard]:
    """In the order they were made, which is that of the row."""
    return [card for card in tray.findChildren(DueCard) if card.isVisible()]


def button(card: QWidget, name: str) -> QPushButton | QToolButton:
    (found,) = [
        b
        for b in card.findChildren(QAbstractButton)
        if b.accessibleName().partition(",")[0] == name and not b.isHidden()
    ]
    assert isinstance(found, (QPushButton, QToolButton))
    return found


def focused_widget() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def choose(card: DueCard, name: str, choice: str) -> None:
    menu = button(card, name).menu()
    (action,) = [action for action in menu.actions() if action.text() == choice]
    assert action.isEnabled()
    action.trigger()


def settled(qtbot: QtBot, tray: FollowUpTray, count: int) -> None:
    qtbot.waitUntil(lambda: tray.count == count)


def test_nothing_due_is_said_calmly(tray: FollowUpTray, workspace: Workspace, qtbot: QtBot) -> None:
    assert cards(tray) == []
    assert "Nothing needs doing. New reminders" in tray._calm.text()
    tray.resize(tray._calm.sizeHint().width() + 100, tray.height())
    qtbot.waitUntil(lambda: tray._calm.width() >= tray._calm.sizeHint().width())
    person = met(workspace, "Renata Ruiz", hours_ago=1)
    tray.look_again()
    assert "Next reminder: today 11:30" in tray._calm.text()
    assert workspace.people.outlook(person).reminders[0].kind is Kind.THANK_YOU


def test_a_card_says_what_when_and_why(tray: FollowUpTray, workspace: Workspace, qtbot: QtBot) -> None:
    met(workspace, "Renata Ruiz")
    settled(qtbot, tray, 1)
    (card,) = cards(tray)
    assert card.accessibleName() == "Thank Renata, by today 14:30, You met yesterday. A short note now is perfect."
    assert [b.text() for b in card.findChildren(QPushButton) if b.isVisible()] == ["Write", "Done", "Later"]
    assert button(card, "Write thank-you").accessibleName() == "Write thank-you, Thank Renata"


def test_a_promise_says_its_day_once(tray: FollowUpTray, workspace: Workspace, qtbot: QtBot) -> None:
    person = workspace.people.add(profile("Renata Ruiz")).id
    today = workspace.clock.now().date()
    workspace.promises.make(person, Side.ME, "Send the article", today, at=YESTERDAY)
    settled(qtbot, tray, 1)
    (card,) = cards(tray)
    assert card.accessibleName() == "Keep your promise to Renata, “Send the article”, by today."


def test_writing_asks_for_the_place_where_it_is_done(
    tray: FollowUpTray, workspace: Workspace, intents: Intents, qtbot: QtBot
) -> None:
    met(workspace, "Renata Ruiz")
    settled(qtbot, tray, 1)
    with qtbot.waitSignal(intents.follow_up_wanted) as wanted:
        button(cards(tray)[0], "Write thank-you").click()
    assert wanted.args == [workspace.reminders.due()[0].key]


def test_thanks_ask_how_and_can_be_undone(
    tray: FollowUpTray, workspace: Workspace, intents: Intents, qtbot: QtBot
) -> None:
    renata = met(workspace, "Renata Ruiz")
    settled(qtbot, tray, 1)
    with qtbot.waitSignal(intents.undoable) as told:
        choose(cards(tray)[0], "Done", "With a card")
    assert told.args == ["Thanked"]
    (meeting,) = workspace.meetings.of(renata)
    given = workspace.thanks.given(renata, meeting.ref)
    assert given is not None
    assert given.how is ThanksHow.CARD
    settled(qtbot, tray, 0)
    workspace.history.undo()
    settled(qtbot, tray, 1)


def test_everything_else_is_done_with_one_click(tray: FollowUpTray, workspace: Workspace, qtbot: QtBot) -> None:
    person = workspace.people.add(profile("Kai Kahale")).id
    workspace.outreach.log_reply(Reply(person, InKind.QUESTION), at=YESTERDAY - timedelta(days=5))
    settled(qtbot, tray, 1)
    assert button(cards(tray)[0], "Done").menu() is None
    button(cards(tray)[0], "Done").click()
    settled(qtbot, tray, 0)
    assert workspace.outreach.of(person)[-1].kind == "reply"


def test_a_second_thank_you_is_asked_about_and_no_is_at_hand(
    tray: FollowUpTray, workspace: Workspace, qtbot: QtBot, clock: SettableClock
) -> None:
    kai = met(workspace, "Kai Kahale", hours_ago=24 * 7)
    (meeting,) = workspace.meetings.of(kai)
    workspace.thanks.thank([kai], meeting.ref, ThanksHow.EMAIL, at=datetime(2026, 3, 11, 12, tzinfo=BOSTON))
    tray._settling.thanked(kai, meeting.ref, ThanksHow.CARD)
    question = tray.findChild(QMessageBox)
    assert isinstance(question, QMessageBox)
    assert question.text() == "You thanked Kai for this on 11 Mar (e-mail)."
    assert question.defaultButton().text() == "No"
    question.defaultButton().click()
    before = workspace.thanks.given(kai, meeting.ref)
    assert before is not None
    assert before.how is ThanksHow.EMAIL
    tray._settling.thanked(kai, meeting.ref, ThanksHow.CARD)
    again = tray.findChildren(QMessageBox)[-1]
    next(b for b in again.buttons() if b.text() == "Thank again").click()
    after = workspace.thanks.given(kai, meeting.ref)
    assert after is not None
    assert after.how is ThanksHow.CARD


def test_later_puts_off_and_after_three_times_asks_what_to_do(
    tray: FollowUpTray, workspace: Workspace, clock: SettableClock, qtbot: QtBot
) -> None:
    met(workspace, "Renata Ruiz")
    for _ in range(3):
        settled(qtbot, tray, 1)
        choose(cards(tray)[0], "Later", "In three hours")
        settled(qtbot, tray, 0)
        clock.advance(days=1)
        workspace.reminders.tick()
    settled(qtbot, tray, 1)
    menu = button(cards(tray)[0], "Later").menu()
    assert [a.text() for a in menu.actions()] == [
        "Put off three times already",
        "Keep it in the list, quietly",
        "Drop it",
    ]
    assert not menu.actions()[0].isEnabled()
    choose(cards(tray)[0], "Later", "Keep it in the list, quietly")
    assert tray.count == 1
    choose(cards(tray)[0], "Later", "Drop it")
    settled(qtbot, tray, 0)


def test_how_a_meeting_went_is_said_in_the_card(
    tray: FollowUpTray, workspace: Workspace, intents: Intents, clock: SettableClock, qtbot: QtBot
) -> None:
    person = workspace.people.add(profile("Tomás Rivera")).id
    start = workspace.clock.now() + timedelta(hours=1)
    meeting = workspace.meetings.book(MeetingPlan((person,), start, start + timedelta(minutes=30)))
    clock.advance(hours=3)
    workspace.reminders.tick()
    settled(qtbot, tray, 1)
    (card,) = cards(tray)
    assert button(card, "It happened").isVisible()
    with qtbot.waitSignal(intents.open_meeting_wanted):
        choose(card, "It went otherwise", "Not everybody came, moved or cancelled…")
    choose(card, "It went otherwise", "They did not come")
    assert workspace.meetings.get(meeting.id).state.value == MeetingOutcome.NO_SHOW_THEM.value
    workspace.history.undo()
    settled(qtbot, tray, 1)
    button(cards(tray)[0], "It happened").click()
    assert workspace.meetings.get(meeting.id).state.value == MeetingOutcome.HELD.value


def test_as_many_cards_as_fit_and_the_others_are_counted(
    tray: FollowUpTray, workspace: Workspace, qtbot: QtBot
) -> None:
    for number in range(6):
        met(workspace, f"Person{number} Meant", hours_ago=20 + number)
    settled(qtbot, tray, 6)
    assert len(cards(tray)) == 3
    assert tray._more.text() == "3 more"
    tray.resize(1024, 88)
    assert len(cards(tray)) == 2
    assert tray._more.text() == "4 more"
    tray.resize(320, 88)
    assert len(cards(tray)) == 1
    for card in cards(tray):
        assert card.width() >= card.tightest() or tray.width() < 400


def test_no_words_are_cut_while_there_is_room(tray: FollowUpTray, workspace: Workspace, qtbot: QtBot) -> None:
    """A long promise beside a short thank-you takes what that one leaves."""
    person = workspace.people.add(profile("Kai Kahale")).id
    text = "Send the long article on the sensory paths of schools"
    workspace.promises.make(person, Side.ME, text, workspace.clock.now().date(), at=YESTERDAY)
    met(workspace, "Bo Li")
    settled(qtbot, tray, 2)
    tray.resize(1500, tray.height())
    qtbot.waitUntil(lambda: len(cards(tray)) == 2)
    QApplication.processEvents()
    assert [card for card in cards(tray) if card._caption.width() < card._caption.sizeHint().width()] == []


def test_a_card_has_room_for_its_title(tray: FollowUpTray, workspace: Workspace, qtbot: QtBot) -> None:
    for name in ("Guinevere Meant", "Ann Meant", "Bea Meant"):
        met(workspace, name, hours_ago=300)
    settled(qtbot, tray, 3)
    shown = cards(tray)
    assert all("late, but welcome" in card._title.text() for card in shown)
    assert [card for card in shown if card._title.width() < card._title.sizeHint().width()] == []
    assert tray._more.text() == f"{3 - len(shown)} more"


def test_arrows_walk_the_buttons_and_on_to_the_next_card(
    tray: FollowUpTray, workspace: Workspace, qtbot: QtBot
) -> None:
    met(workspace, "Ann Archer", hours_ago=22)
    met(workspace, "Bea Brown")
    settled(qtbot, tray, 2)
    first, second = cards(tray)
    first.enter()
    walked = []
    for _ in range(5):
        walked.append(focused_widget().accessibleName())
        QTest.keyClick(focused_widget(), Qt.Key.Key_Right)
    assert walked == [
        "Write thank-you, Thank Ann",
        "Done, Thank Ann",
        "Later, Thank Ann",
        "Write thank-you, Thank Bea",
        "Done, Thank Bea",
    ]
    stops = [
        b for b in tray.findChildren(QAbstractButton) if b.isVisible() and b.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(stops) == 3  # one a card, and the button for the list
    second.enter()
    QTest.keyClick(focused_widget(), Qt.Key.Key_Left)
    assert first.isAncestorOf(focused_widget())


def test_coming_back_asks_once_about_what_was_handed_over(
    tray: FollowUpTray, workspace: Workspace, intents: Intents, qtbot: QtBot
) -> None:
    kai = workspace.people.add(profile("Kai Kahale")).id
    draft = workspace.composing.begin(kai).draft
    kept = workspace.composing.save(draft, None)
    workspace.outreach.hand_over(kept.message)
    assert tray._sent.isHidden()
    for answer, state in ((tray._sent.not_yet, MessageState.DRAFT), (tray._sent.sent, MessageState.SENT)):
        QApplication.sendEvent(tray.window(), QEvent(QEvent.Type.WindowActivate))
        assert tray._sent.accessibleName().startswith("Did you send it to Kai?")
        assert tray._sent.isVisible()
        answer.click()
        assert tray._sent.isHidden()
        assert workspace.outreach.of(kai)[0].state is state
        if state is MessageState.DRAFT:
            workspace.outreach.hand_over(kept.message)
    with qtbot.waitSignal(intents.undoable):
        workspace.history.undo()
        QApplication.sendEvent(tray.window(), QEvent(QEvent.Type.WindowActivate))
        tray._sent.dropped.click()
    assert workspace.outreach.of(kai) == []


def test_the_list_is_walked_and_done_by_keyboard(
    tray: FollowUpTray, workspace: Workspace, intents: Intents, qtbot: QtBot
) -> None:
    for number in range(5):
        met(workspace, f"Person{number} Meant", hours_ago=20 + number)
    settled(qtbot, tray, 5)
    tray._more.click()
    listed = tray.window().findChild(DueList)
    assert listed is not None
    assert listed.isVisible()
    view = focused_widget()
    assert view is listed._view
    QTest.keyClick(view, Qt.Key.Key_Down)
    second = workspace.reminders.due()[1]
    spoken = listed._model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Thank Person")
    choose(listed._card, "Done", "By e-mail")
    settled(qtbot, tray, 4)
    assert listed._model.rowCount() == 4
    assert listed._view.currentIndex().row() == 1
    assert second.key not in [thing.key for thing in listed._model.things]
    with qtbot.waitSignal(intents.follow_up_wanted):
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert not listed.isVisible()
    tray._more.click()
    QTest.keyClick(listed._view, Qt.Key.Key_Escape)
    assert not listed.isVisible()
    assert tray._more.hasFocus()
