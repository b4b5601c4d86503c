"""Tip 5, scheduling, through the real window: painted times, a busy calendar, an offer on two clocks, and a booking."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.availability import FreeTime
from otnet_desktop.domain.messages import Draft, Reply
from otnet_desktop.domain.offers import OfferState
from otnet_desktop.domain.people import ContactKind, ContactPoint, PersonId
from otnet_desktop.domain.preferences import Me
from otnet_desktop.domain.reminders import Ball, Stage
from otnet_desktop.services.calendars import FEED_NAME
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.meetings.meeting_sheet import MeetingSheet
from otnet_desktop.ui.scheduling.scheduler_page import SchedulerPage
from otnet_desktop.ui.settings.calendar_settings import CalendarSettings
from tests.factories import profile
from tests.journeys.test_first_walk import Desktop, opened, press, running
from tests.services.clocks import SettableClock

__all__ = ["opened"]

DENTIST = (
    "BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:x", "SUMMARY:Dentist",
    "DTSTART;TZID=America/New_York:20260324T095500", "DTEND;TZID=America/New_York:20260324T110000",
    "END:VEVENT", "END:VCALENDAR", "",
)  # fmt: skip
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_times_are_offered_and_one_is_chosen(
    tmp_path: Path, clock: SettableClock, qtbot: QtBot, opened: list[str]
) -> None:
    with running(tmp_path / "data", clock, qtbot) as desktop:
        renata = she_said_yes(desktop)
        paint_by_keyboard(desktop, qtbot)
        be_busy_elsewhere(desktop, tmp_path, qtbot)
        write_and_send(desktop, renata, opened)
        she_chooses(desktop, renata, qtbot)
        lay_the_feed(desktop, tmp_path, qtbot)
    with running(tmp_path / "data", clock, qtbot) as desktop:
        states = [offer.state for offer in desktop.workspace.offers.of(renata)]
        assert states == [OfferState.DECLINED, OfferState.ACCEPTED, OfferState.DECLINED]
        assert desktop.workspace.people.outlook(renata).stage is Stage.SCHEDULED


def scheduler(desktop: Desktop) -> SchedulerPage:
    page = desktop.window.asides.shown
    assert isinstance(page, SchedulerPage)
    return page


def she_said_yes(desktop: Desktop) -> PersonId:
    """Asked, and answered with a yes: now it is mine to offer times."""
    workspace = desktop.workspace
    workspace.preferences.change(me=Me("Jordan Avery", "OT student", "Harbor State"))
    mail = ContactPoint(ContactKind.EMAIL, "renata@larchmont.example", primary=True)
    renata = workspace.people.add(profile("Renata Okafor", zone="Europe/London", contact_points=(mail,))).id
    workspace.outreach.log_sent(Draft(renata, f.OutKind.INTRO, "Hello", "Dear Renata"), needs_reply=True)
    workspace.outreach.log_reply(Reply(renata, f.InKind.YES))
    desktop.window.intents.person_wanted.emit(renata)
    return renata


def paint_by_keyboard(desktop: Desktop, qtbot: QtBot) -> None:
    """One key opens the scheduler; Tuesday and Thursday mornings are painted without a mouse."""
    QTest.keyClick(desktop.window, Qt.Key.Key_T, CONTROL | SHIFT)
    grid = scheduler(desktop).free.grid
    qtbot.waitUntil(grid.hasFocus)  # nothing is free yet: painting comes first
    for _ in range(4):
        QTest.keyClick(grid, Qt.Key.Key_Down)
    for step in (1, 2):
        for _ in range(step):
            QTest.keyClick(grid, Qt.Key.Key_Right)
        QTest.keyClick(grid, Qt.Key.Key_Space)
        for _ in range(3):
            QTest.keyClick(grid, Qt.Key.Key_Down, SHIFT)
        for _ in range(3):
            QTest.keyClick(grid, Qt.Key.Key_Up)
    weekly = desktop.workspace.availability.hours().weekly
    assert weekly == (FreeTime(1, 600, 720), FreeTime(3, 600, 720))


def be_busy_elsewhere(desktop: Desktop, folder: Path, qtbot: QtBot) -> None:
    """A calendar file is chosen in the settings; what it says is not offered."""
    file = folder / "mine.ics"
    file.write_text("\r\n".join(DENTIST))
    bridge = Bridge(desktop.workspace.announcer)
    card = CalendarSettings(desktop.workspace, bridge, desktop.window.intents)
    qtbot.addWidget(card)
    card.watch(str(file))
    qtbot.waitUntil(lambda: card.said.text() == "1 entry read.")
    bridge.close()


def write_and_send(desktop: Desktop, renata: PersonId, opened: list[str]) -> None:
    """The letter has both clocks in it; sent, it is her turn."""
    workspace, page = desktop.workspace, scheduler(desktop)
    assert page.offer is not None
    said = page.offer.sentence.text()
    assert said.splitlines() == [
        "- Tue 24 March, 11:00-11:20 (your time 15:00)",
        "- Thu 26 March, 11:30-11:50 (your time 15:30)",
        "- Tue 31 March, 10:00-10:20 (your time 15:00)",  # London's clocks went forward on the 29th
    ]
    press(page, "Write with these times")
    composer = desktop.composer()
    assert said in composer.page.body.toPlainText()
    assert "‹" not in composer.page.body.toPlainText()
    QTest.keyClick(composer.page.body, Qt.Key.Key_Return, CONTROL)
    assert said.replace("\n", "\r\n") in unquote(opened[-1])
    desktop.come_back()
    press(desktop.window, "Sent")
    outlook = workspace.people.outlook(renata)
    assert (outlook.stage, outlook.ball) == (Stage.SCHEDULING, Ball.THEM)


def she_chooses(desktop: Desktop, renata: PersonId, qtbot: QtBot) -> None:
    """One click books what she chose, as one step to undo."""
    workspace = desktop.workspace
    QTest.keyClick(desktop.window, Qt.Key.Key_T, CONTROL | SHIFT)
    press(scheduler(desktop), "They chose Thu 26 March")
    (meeting,) = workspace.meetings.of(renata)
    assert (meeting.plan.zone, meeting.plan.their_zone) == ("America/New_York", "Europe/London")
    assert workspace.people.outlook(renata).stage is Stage.SCHEDULED
    assert [sheet for sheet in desktop.window.findChildren(MeetingSheet) if sheet.isVisible()]
    press(desktop.window, "Undo")
    qtbot.waitUntil(lambda: workspace.meetings.of(renata) == [])
    assert len(workspace.offers.open(renata)) == 3
    workspace.history.redo()
    assert workspace.care.check() == []


def lay_the_feed(desktop: Desktop, folder: Path, qtbot: QtBot) -> None:
    """Her meeting is in the file any calendar program can subscribe to, and none of my notes."""
    workspace = desktop.workspace
    (meeting,) = workspace.meetings.of(PersonId(desktop.window.person))
    out = folder / "feed"
    out.mkdir()
    workspace.calendars.change(feed=str(out))
    qtbot.waitUntil((out / FEED_NAME).exists)
    assert "DTSTART:20260326T153000Z" in (out / FEED_NAME).read_text()
    workspace.meetings.move(meeting.id, meeting.plan.start.replace(hour=14), meeting.plan.end.replace(hour=14))
    qtbot.waitUntil(lambda: "DTSTART:20260326T143000Z" in (out / FEED_NAME).read_text())
