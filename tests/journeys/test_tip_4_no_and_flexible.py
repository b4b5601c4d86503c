"""Tip 4, a no, a later and silence, in the real window: one nudge and then rest, and a closed door stays closed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.availability import FreeTime
from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.messages import Draft, MessageState
from otnet_desktop.domain.people import ContactKind, ContactPoint, PersonId, Status
from otnet_desktop.domain.preferences import Me
from otnet_desktop.domain.reminders import Ball, Kind, Stage
from otnet_desktop.domain.roster import Chip
from otnet_desktop.ui.followups.fresh_start_form import FreshStartForm
from otnet_desktop.ui.outreach.log_form import LogForm
from otnet_desktop.ui.outreach.log_kinds import Logged
from tests.factories import profile
from tests.journeys.seeing import CONTROL, answers, composers, due, listed, pane, says, send, step_card, tray
from tests.journeys.test_first_walk import Desktop, opened, press, running
from tests.services.clocks import SettableClock, wall
from tests.services.test_importing import card

__all__ = ["opened"]


def asked(desktop: Desktop, name: str) -> PersonId:
    """Somebody who has had a first letter, and is shown."""
    mail = ContactPoint(ContactKind.EMAIL, f"{name.partition(' ')[0].lower()}@clinic.example", primary=True)
    person = desktop.workspace.people.add(profile(name, contact_points=(mail,))).id
    desktop.workspace.outreach.log_sent(Draft(person, OutKind.INTRO, "Hello", "May I ask you?"), needs_reply=True)
    return person


def test_silence_a_no_a_later_and_a_closed_door(
    tmp_path: Path, clock: SettableClock, qtbot: QtBot, opened: list[str]
) -> None:
    with running(tmp_path / "data", clock, qtbot) as desktop:
        desktop.workspace.preferences.change(me=Me("Jordan Avery", "OT student", "Harbor State"))
        desktop.workspace.availability.paint([FreeTime(day, 600, 720) for day in range(5)])
        one_nudge_then_rest(desktop, clock, qtbot, opened)
        thank_for_an_honest_no(desktop, qtbot)
        come_back_on_the_day(desktop, clock, qtbot)
        dora = close_the_door(desktop, clock, qtbot)
        bring_her_in_again(desktop, dora, tmp_path, qtbot)
    with running(tmp_path / "data", clock, qtbot) as desktop:
        is_closed(desktop, dora, qtbot)
        begin_again(desktop, clock, qtbot)
        assert desktop.workspace.care.check() == []


def one_nudge_then_rest(desktop: Desktop, clock: SettableClock, qtbot: QtBot, opened: list[str]) -> None:
    """Five working days of silence bring one gentle nudge, ten more bring rest: no word about it any more."""
    workspace = desktop.workspace
    ann = asked(desktop, "Ann Ash")
    desktop.window.intents.person_wanted.emit(ann)
    clock.set("2026-03-25T10:00")
    due(desktop, 1, qtbot)
    press(tray(desktop), "Write")
    send(desktop, qtbot)
    assert opened[-1].startswith("mailto:ann@clinic.example")
    assert workspace.people.outlook(ann).stage is Stage.NUDGED
    clock.set("2026-04-08T18:00")
    desktop.tick()
    assert workspace.people.outlook(ann).stage is Stage.QUIET
    assert [row for row in desktop.screen.shown if "Ann" in row.title][1:] == []  # the one nudge, never a second
    due(desktop, 0, qtbot)
    says(desktop, "Nothing to do: resting", qtbot)
    assert listed(desktop, Chip.RESTING) == {"Ann Ash"}
    assert listed(desktop, Chip.WAITING) == set()


def thank_for_an_honest_no(desktop: Desktop, qtbot: QtBot) -> None:
    """A no asks for one kind line, which is written already; then it rests as well."""
    workspace = desktop.workspace
    bo = asked(desktop, "Bo Ek")
    answers(desktop, bo, "No, thank you")
    (reminder,) = workspace.people.outlook(bo).reminders
    assert reminder.kind is Kind.DECLINE_ACK
    says(desktop, "Thank Bo for the honest answer", qtbot)
    QTest.mouseClick(step_card(desktop).button, Qt.MouseButton.LeftButton)
    body = desktop.composer().page.body.toPlainText()
    assert body.startswith("Dear Bo,")
    assert "‹" not in body
    send(desktop, qtbot)
    outlook = workspace.people.outlook(bo)
    assert (outlook.stage, outlook.ball, outlook.reminders) == (Stage.DECLINED, Ball.NONE, ())
    assert "Bo Ek" in listed(desktop, Chip.RESTING)


def come_back_on_the_day(desktop: Desktop, clock: SettableClock, qtbot: QtBot) -> None:
    """A later with a day is quiet until that day, and asks again on it."""
    workspace = desktop.workspace
    cy = asked(desktop, "Cy Dahl")
    answers(desktop, cy, "Ask again in 1 month")
    assert workspace.people.outlook(cy).stage is Stage.LATER
    says(desktop, "Nothing to do: Cy asked you to come back later", qtbot)
    assert "Cy Dahl" in listed(desktop, Chip.RESTING)
    (reminder,) = workspace.people.outlook(cy).reminders
    assert (reminder.kind, wall(reminder.due)) == (Kind.ASK_AGAIN, "2026-05-08T09:00")
    clock.set("2026-05-07T18:00")
    due(desktop, 0, qtbot)
    clock.set("2026-05-08T09:00")
    due(desktop, 1, qtbot)
    assert [one.key for one in workspace.reminders.due()] == [reminder.key]
    press(tray(desktop), "Write")
    body = desktop.composer().page.body
    assert body.toPlainText().startswith("Dear Cy,\n\nIn April you kindly suggested that I write again about now.")
    QTest.keyClick(body, Qt.Key.Key_T, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    desktop.composer().page.go_to_gap()
    QTest.keyClicks(body, "sensory rooms")
    send(desktop, qtbot)
    assert workspace.people.outlook(cy).stage is Stage.AWAITING_REPLY
    answers(desktop, cy, "I let it rest")
    due(desktop, 0, qtbot)


def close_the_door(desktop: Desktop, clock: SettableClock, qtbot: QtBot) -> PersonId:
    """One click closes the letter one was at, the tray and the log; the undoing of something else leaves it closed."""
    workspace = desktop.workspace
    dora = asked(desktop, "Dora Eng")
    clock.advance(days=7)
    due(desktop, 1, qtbot)
    (nudge,) = workspace.reminders.due()
    press(tray(desktop), "Write")
    QTest.keyClicks(desktop.composer().page.subject, "!")
    press(desktop.window, "Back")
    answers(desktop, dora, "Please do not contact me")
    (draft,) = [message.id for message in workspace.outreach.of(dora) if message.state is MessageState.DRAFT]
    desktop.window.intents.draft_wanted.emit(draft)
    assert composers(desktop) == []
    is_closed(desktop, dora, qtbot)
    desktop.window.intents.follow_up_wanted.emit(nudge.key)
    assert composers(desktop) == []
    eli = workspace.people.add(profile("Eli Fox")).id
    (undo,) = [action for action in desktop.window.findChildren(QAction) if action.text() == "&Undo: Add person"]
    undo.trigger()
    with pytest.raises(NotFound):
        workspace.people.get(eli)
    is_closed(desktop, dora, qtbot)
    return dora


def is_closed(desktop: Desktop, person: PersonId, qtbot: QtBot) -> None:
    """Nothing is due, no letter opens, nothing written is logged, and the place says why."""
    workspace, intents = desktop.workspace, desktop.window.intents
    intents.person_wanted.emit(person)
    assert workspace.people.get(person).status is Status.DO_NOT_CONTACT
    assert workspace.people.outlook(person).reminders == ()
    due(desktop, 0, qtbot)
    assert not pane(desktop)._header.answer.isVisible()
    with qtbot.waitSignal(intents.failed):
        intents.compose_wanted.emit(person, "", "")
    assert composers(desktop) == []
    before = workspace.outreach.of(person)
    intents.log_wanted.emit(person)
    (form,) = [form for form in desktop.window.findChildren(LogForm) if form.isVisible()]
    form.what.choose(Logged.WROTE)
    with qtbot.waitSignal(intents.failed):
        form.accept()
    form.reject()
    assert workspace.outreach.of(person) == before


def bring_her_in_again(desktop: Desktop, person: PersonId, folder: Path, qtbot: QtBot) -> None:
    """A file with the same person teaches a new number, and opens no door."""
    workspace, file = desktop.workspace, folder / "dora.vcf"
    file.write_text(card("Dora Eng", "EMAIL:dora@clinic.example", "TEL:+1 555 0107"))
    done = workspace.importing.carry_out(workspace.importing.plan([file]))
    assert (done.newcomers, done.updated) == ((), 1)
    assert "+1 555 0107" in [point.value for point in workspace.people.get(person).profile.contact_points]
    is_closed(desktop, person, qtbot)


def begin_again(desktop: Desktop, clock: SettableClock, qtbot: QtBot) -> None:
    """Nine things left lying become three a day; one key brings them back."""
    workspace = desktop.workspace
    for number in range(9):
        asked(desktop, f"Person{number} Gray")
    clock.advance(days=13)
    due(desktop, 9, qtbot)
    tray(desktop).open_list()
    press(desktop.window, "A fresh start…")
    (form,) = desktop.window.findChildren(FreshStartForm)
    press(form, "Begin again")
    due(desktop, 3, qtbot)
    later = sorted(wall(reminder.due)[:10] for reminder in workspace.reminders.upcoming() if "FOLLOWUP" in reminder.key)
    assert [later.count(day) for day in dict.fromkeys(later)] == [3, 3]
    press(desktop.window, "Undo")
    due(desktop, 9, qtbot)
