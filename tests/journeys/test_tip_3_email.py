"""Tip 3, the e-mail, through the real window: written, sent from here, kept as one's own, put off, and found again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.mail_account import MailAccount, Security
from otnet_desktop.domain.messages import MessageState
from otnet_desktop.domain.people import ContactKind, ContactPoint, PersonId
from otnet_desktop.domain.preferences import Me
from otnet_desktop.domain.reminders import Kind, Stage
from otnet_desktop.domain.research import KeyPoint
from otnet_desktop.services.passwords import Passwords
from otnet_desktop.services.sending import SendingService
from otnet_desktop.ui.outreach.composer import Composer
from otnet_desktop.ui.outreach.drafts_page import DraftsPage
from otnet_desktop.ui.outreach.letters_page import LettersPage
from otnet_desktop.ui.outreach.password_form import PasswordForm
from otnet_desktop.ui.outreach.sending_strip import SendingStrip
from otnet_desktop.ui.timeline.story_view import StoryView
from tests.factories import profile, school_ot
from tests.journeys.test_first_walk import Desktop, opened, press, running
from tests.services.clocks import SettableClock, wall
from tests.services.keyrings import no_keyring
from tests.services.mail_server import PASSWORD, Post, serving, trusting

__all__ = ["opened"]
pytestmark = pytest.mark.loopback

BO = ContactPoint(ContactKind.EMAIL, "bo@clinic.example", primary=True)


def test_letters_are_written_sent_kept_and_found(
    tmp_path: Path, clock: SettableClock, qtbot: QtBot, opened: list[str]
) -> None:
    with no_keyring(), serving(Security.TLS) as (post, account), running(tmp_path, clock, qtbot) as desktop:
        renata = begin(desktop, account)
        write(desktop, renata)
        send(desktop, renata, post, qtbot)
        read_it_in_the_timeline(desktop, qtbot)
        bo = put_off(desktop, qtbot)
    clock.set("2026-03-23T09:00")
    with running(tmp_path, clock, qtbot) as desktop:
        go_on(desktop, bo, opened, qtbot)
    with running(tmp_path, clock, qtbot) as desktop:
        assert desktop.workspace.people.outlook(bo).stage is Stage.AWAITING_REPLY
        assert desktop.workspace.drafts.waiting() == []
        assert desktop.workspace.care.check() == []


def begin(desktop: Desktop, account: MailAccount) -> PersonId:
    """Somebody with a mail account, who wants to ask one person a week."""
    workspace = desktop.workspace
    workspace.preferences.change(me=Me("Jordan Avery", "OT student", "Harbor State"), mail=account, asks_per_week=1)
    workspace.sending = SendingService(
        workspace.store, workspace.clock, workspace.preferences, workspace.outreach, Passwords(), trusting
    )
    renata = workspace.people.add(school_ot()).id
    workspace.research.say_why(renata, "setting_info")
    workspace.research.add_key_point(renata, KeyPoint("Wrote the sensory path guide"))
    desktop.window.intents.person_wanted.emit(renata)
    return renata


def write(desktop: Desktop, renata: PersonId) -> None:
    """It fills itself; what it lacks is said in words while one types; what one made of it is kept as one's own."""
    desktop.window.intents.compose_wanted.emit(renata, "", "")
    page = desktop.composer().page
    for time in ("Tuesday 17:00", "Friday 09:00"):
        page.go_to_gap()
        QTest.keyClicks(page.body, time)
    said = page.advice.said
    assert "short enough to be read at once" in said
    assert "Still to fill in" not in said
    whole = page.body.toPlainText()
    page.body.setPlainText("Give me a job.")
    assert page.advice.said.splitlines()[1:] == [
        "Say in a few words who you are.",
        "Say why you write to them and to nobody else.",
        "Ask one clear question.",
        "A “please” or “thank you” makes it kinder.",
        "It speaks of a job. People tell more gladly when they are asked for advice.",
    ]
    page.body.setPlainText(f"{whole}\n{'and more ' * 60}")
    assert "long; most people put such a letter off" in page.advice.said
    page.body.setPlainText(whole)
    press(page.sheet, "Save as my letter")
    letters = desktop.window.asides.shown
    assert isinstance(letters, LettersPage)
    QTest.keyClicks(letters.editor.title, "How I ask")
    QTest.keyClick(letters.editor.title, Qt.Key.Key_Escape)
    (mine,) = desktop.workspace.letters.all()
    assert mine.title == "How I ask"
    assert "Renata" not in mine.body


def send(desktop: Desktop, renata: PersonId, post: Post, qtbot: QtBot) -> None:
    """One key; the password once; a refusal is said, and tried again; a success is told."""
    workspace, page = desktop.workspace, desktop.composer().page
    post.code = "451"
    QTest.keyClick(page.body, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(desktop.window.findChildren(PasswordForm)))
    (form,) = desktop.window.findChildren(PasswordForm)
    QTest.keyClicks(form.password, PASSWORD)
    QTest.keyClick(form.password, Qt.Key.Key_Return)
    strip = desktop.window.findChild(SendingStrip)
    assert strip is not None
    qtbot.waitUntil(lambda: "did not take the letter (code 451)" in strip.said.text(), timeout=10_000)
    assert [message.state for message in workspace.outreach.of(renata)] == [MessageState.DRAFT]
    post.code = ""
    press(strip, "Try again")
    qtbot.waitUntil(strip.isHidden, timeout=10_000)
    (message,) = workspace.outreach.of(renata)
    (mail,) = post.mails
    assert message.state is MessageState.SENT
    assert mail["To"] == "Renata Núñez <renata@larchmont.example>"
    assert mail.get_content().replace("\r\n", "\n").strip() == message.body.strip()
    assert workspace.people.outlook(renata).stage is Stage.AWAITING_REPLY


def read_it_in_the_timeline(desktop: Desktop, qtbot: QtBot) -> None:
    """What was sent is there in full, with its day and way."""
    (view,) = [view for view in desktop.window.findChildren(StoryView) if view.isVisible()]
    model = view.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    (row,) = [index for index in rows if "First message" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))]
    told = str(row.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "today" in told
    assert "e-mail" in told
    view.setCurrentIndex(row)
    QTest.keyClick(view, Qt.Key.Key_Return)
    (sent,) = desktop.workspace.outreach.of(PersonId(desktop.window.person))
    qtbot.waitUntil(lambda: str(row.data(Qt.ItemDataRole.AccessibleDescriptionRole)).endswith(sent.body))


def put_off(desktop: Desktop, qtbot: QtBot) -> PersonId:
    """A second ask in a week that holds one: one's own letter, kept for Monday, and found among the drafts."""
    workspace = desktop.workspace
    bo = workspace.people.add(profile("Bo Ek", contact_points=(BO,))).id
    desktop.window.intents.compose_wanted.emit(bo, "", "")
    page = desktop.composer().page
    assert page.week.said.text() == "This would be ask number 2 this week; you set 1. It can wait until Monday."
    page.letter.setCurrentIndex(page.letter.findText("How I ask"))
    page.letter.activated.emit(page.letter.currentIndex())
    assert page.body.toPlainText().startswith("Dear Bo,")
    press(page.sheet, "Remind me on Monday")
    (reminder,) = [r for r in workspace.people.outlook(bo).reminders if r.kind is Kind.STALE_DRAFT]
    assert wall(reminder.due) == "2026-03-23T09:00"
    return bo


def go_on(desktop: Desktop, bo: PersonId, opened: list[str], qtbot: QtBot) -> None:
    """On Monday it is due; it waits in the list of drafts, and goes by the mail program this time."""
    workspace = desktop.workspace
    assert "DRAFT:" in workspace.reminders.due()[0].key
    desktop.window.intents.drafts_wanted.emit()
    drafts = desktop.window.asides.shown
    assert isinstance(drafts, DraftsPage)
    qtbot.waitUntil(drafts.letters.isVisible)
    QTest.keyClick(drafts.letters, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(sheet.isVisible() for sheet in desktop.window.findChildren(Composer)))
    page = desktop.composer().page
    assert page.week.isHidden()
    page.body.setPlainText("Dear Bo,\n\nCould we talk? Thank you.\n\nJordan Avery")
    press(page.sheet, "Open in mail program")
    assert opened[-1].startswith("mailto:bo@clinic.example")
    desktop.come_back()
    press(desktop.window, "Sent")
    assert [message.state for message in workspace.outreach.of(bo)] == [MessageState.SENT]
