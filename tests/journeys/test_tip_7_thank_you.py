"""Tip 7, thanks, through the real window: due by the rules, given in many ways, never twice, told to who introduced."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.facts import MeetingOutcome, ThanksHow
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.ui.actions import Act, Actions
from otnet_desktop.ui.followups.again_question import AgainQuestion
from otnet_desktop.ui.journey.thanks_section import ThanksSection
from otnet_desktop.ui.meetings.meeting_sheet import MeetingSheet
from otnet_desktop.ui.window_life import WindowLife
from tests.factories import take_away
from tests.journeys.test_first_walk import Desktop, opened, press, running
from tests.journeys.test_tip_8_journey import journey, somebody, texts
from tests.services.clocks import SettableClock
from tests.ui.network import book

__all__ = ["opened"]


def test_thanks(tmp_path: Path, clock: SettableClock, qtbot: QtBot, opened: list[str]) -> None:
    with running(tmp_path, clock, qtbot) as desktop:
        lee, noor = somebody(desktop, "Lee Park"), somebody(desktop, "Noor Haddad")
        desktop.workspace.people.referred(lee, noor)
        meeting = book(desktop.workspace, noor, start="2026-03-18T13:00")
        clock.set("2026-03-18T13:35")
        tell_the_introducer(desktop, meeting, opened, qtbot)
        clock.set("2026-03-18T15:30")
        thank_by_mail(desktop, noor, meeting, opened, qtbot)
        clock.set("2026-03-19T10:00")
        ask_before_thanking_twice(desktop, noor, meeting)
        a_group(desktop, lee, noor, clock)
        settle_in_the_ledger(desktop)
    with running(tmp_path, clock, qtbot) as desktop:
        section = ledger(desktop)
        assert "Nothing waits: everybody was thanked." in texts(section)
        assert section.table is not None
        assert section.table.rowCount() == 3


def ledger(desktop: Desktop) -> ThanksSection:
    page = journey(desktop)
    page.show_part("thanks")
    section = page.parts["thanks"]
    assert isinstance(section, ThanksSection)
    return section


def sheet_of(desktop: Desktop, meeting: Meeting) -> MeetingSheet:
    desktop.window.intents.open_meeting_wanted.emit(meeting.id)
    (sheet,) = [sheet for sheet in desktop.window.findChildren(MeetingSheet) if sheet.isVisible()]
    return sheet


def tell_the_introducer(desktop: Desktop, meeting: Meeting, opened: list[str], qtbot: QtBot) -> None:
    """Right after it happened: whoever brought us together hears of it, and is not to be told again."""
    sheet = sheet_of(desktop, meeting)
    press(sheet, "It happened")
    take_away(desktop.workspace, meeting.id, "Begin small")
    said = "Lee Park introduced you to Noor Haddad, and would be glad to hear that you met."
    qtbot.waitUntil(lambda: said in texts(sheet.introducer))
    press(sheet, "Thank and tell Lee…")
    composer = desktop.composer()
    assert "Noor" in composer.page.body.toPlainText()
    hand_over(desktop, "Dear Lee, I met Noor. Thank you for the introduction!", qtbot)
    assert opened[-1].startswith("mailto:lee@hands.example")
    desktop.come_back()
    press(desktop.window, "Sent")
    assert not sheet_of(desktop, meeting).introducer.isVisible()
    assert Kind.CLOSE_LOOP not in {reminder.kind for reminder in desktop.workspace.reminders.thanks_owed()}


def hand_over(desktop: Desktop, text: str, qtbot: QtBot) -> None:
    """In one's own words, by the key."""
    body = desktop.composer().page.body
    desktop.window.activateWindow()
    qtbot.waitUntil(desktop.window.isActiveWindow)
    body.setFocus()
    body.setPlainText(text)
    QTest.keyClick(body, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def thank_by_mail(desktop: Desktop, noor: PersonId, meeting: Meeting, opened: list[str], qtbot: QtBot) -> None:
    """Two hours after the end; from the ledger, with the takeaway of that meeting in the letter."""
    desktop.tick()
    section = ledger(desktop)
    press(section, "Write…: Thank Noor")
    composer = desktop.composer()
    assert "begin small" in composer.page.body.toPlainText().casefold()
    hand_over(desktop, "Dear Noor, thank you. I will begin small.", qtbot)
    assert opened[-1].startswith("mailto:noor@hands.example")
    assert desktop.workspace.thanks.given(noor, meeting.ref) is None, "handed over is not sent"
    desktop.come_back()
    press(desktop.window, "Sent")
    given = desktop.workspace.thanks.given(noor, meeting.ref)
    assert given is not None
    assert given.how is ThanksHow.EMAIL


def ask_before_thanking_twice(desktop: Desktop, noor: PersonId, meeting: Meeting) -> None:
    """A second thank-you is refused kindly; No is at hand."""
    desktop.window.intents.person_wanted.emit(int(noor))
    desktop.window.intents.thank_wanted.emit(int(noor), int(meeting.id))
    (menu,) = [menu for menu in desktop.window.findChildren(QMenu) if menu.isVisible()]
    (card,) = [action for action in menu.actions() if action.data() == ThanksHow.CARD.value]
    card.trigger()
    menu.close()
    (question,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, AgainQuestion) and w.isVisible()]
    assert "One thank-you is enough" in question.informativeText()
    question.reject()
    assert len(desktop.workspace.thanks.on_record()) == 1


def a_group(desktop: Desktop, lee: PersonId, noor: PersonId, clock: SettableClock) -> None:
    """Everybody who was there is owed thanks, each for oneself."""
    meeting = book(desktop.workspace, lee, noor, start="2026-03-19T11:00")
    clock.set("2026-03-19T14:00")
    desktop.workspace.meetings.went(meeting.id, MeetingOutcome.HELD)
    desktop.tick()
    owed = {desktop.workspace.reminders.person_of(one.key) for one in desktop.workspace.reminders.thanks_owed()}
    assert owed == {lee, noor}


def settle_in_the_ledger(desktop: Desktop) -> None:
    """By the menu to the ledger; one in person, one with a card."""
    life = desktop.window.findChild(WindowLife)
    assert life is not None
    actions: Actions = life.actions
    actions[Act.THANKS].trigger()
    section = ledger(desktop)
    for how in (ThanksHow.IN_PERSON, ThanksHow.CARD):
        menus = [menu for menu in section.findChildren(QMenu) if menu.actions()]
        (action, *_) = [one for one in menus[-1].actions() if one.data()[1] == how.value]
        action.trigger()
        QApplication.processEvents()
    assert desktop.workspace.reminders.thanks_owed() == []
