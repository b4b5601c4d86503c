"""A letter sent from here, by a real encrypted server: once, off the window's thread, and never lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.mail_account import MailAccount, Security
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.messages import Message, MessageState
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.preferences import Me
from otnet_desktop.domain.reminders import Stage
from otnet_desktop.services.passwords import Passwords
from otnet_desktop.services.sending import SendingService, whose
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.followups.sent_card import SentCard
from otnet_desktop.ui.outreach.composer import Composer
from otnet_desktop.ui.outreach.password_form import PasswordForm
from otnet_desktop.ui.outreach.sending_strip import SendingStrip
from tests.factories import school_ot
from tests.services.keyrings import no_keyring
from tests.services.mail_server import PASSWORD, Post, serving, trusting
from tests.ui.real_window import RealWindow, real_window

pytestmark = pytest.mark.loopback

TEXT = "Dear Renata,\n\nCould we talk for 20 minutes?\n\nThank you,\nJordan Avery"


@dataclass
class Room:
    """A window, and a letter that is ready to go."""

    made: RealWindow
    post: Post
    account: MailAccount
    renata: PersonId

    @property
    def workspace(self) -> Workspace:
        return self.made.workspace

    @property
    def composer(self) -> Composer:
        (found,) = [sheet for sheet in self.made.window.findChildren(Composer) if sheet.isVisible()]
        return found

    @property
    def strip(self) -> SendingStrip:
        found = self.made.window.findChild(SendingStrip)
        assert found is not None
        return found

    @property
    def form(self) -> PasswordForm | None:
        shown = [form for form in self.made.window.findChildren(PasswordForm) if form.isVisible()]
        return shown[0] if shown else None

    def letter(self) -> Message:
        (message,) = self.workspace.outreach.of(self.renata)
        return message

    def know_the_password(self, password: str = PASSWORD) -> None:
        self.workspace.sending.passwords.hold(whose(self.account), password)

    def write(self) -> Composer:
        self.made.window.intents.compose_wanted.emit(self.renata, "", "")
        self.composer.page.body.setPlainText(TEXT)
        return self.composer

    def press(self, button: QAbstractButton) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def until(self, state: MessageState) -> None:
        self.made.wait(
            lambda: self.letter().state is state and not self.workspace.outreach.is_leaving(self.letter().id)
        )


@pytest.fixture
def room(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[Room]:
    workspace.preferences.change(me=Me("Jordan Avery", "OT student", "Harbor State"))
    renata = workspace.people.add(school_ot()).id
    with no_keyring(), serving(Security.TLS) as (post, account), real_window(qtbot, workspace, tmp_path) as made:
        workspace.preferences.change(mail=account)
        workspace.sending = SendingService(
            workspace.store, workspace.clock, workspace.preferences, workspace.outreach, Passwords(), trusting
        )
        yield Room(made, post, account, renata)


def test_one_press_sends_it_and_says_so(room: Room) -> None:
    room.know_the_password()
    page = room.write().page
    assert [button.text() for button in page.ways_out if button.isVisible()] == [
        "Send", "Open in mail program", "Copy", "Save as file…",
    ]  # fmt: skip
    room.press(page.send)
    room.press(page.send)
    QTest.keyClick(page.body, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert room.strip.said.text() == "Sending to Renata Núñez…"
    assert page.body.isReadOnly()
    assert not page.copy.isEnabled()
    room.until(MessageState.SENT)
    (mail,) = room.post.mails
    assert mail["To"] == "Renata Núñez <renata@larchmont.example>"
    assert mail.get_content().replace("\r\n", "\n").strip() == TEXT
    assert room.workspace.people.outlook(room.renata).stage is Stage.AWAITING_REPLY
    assert "Sent to Renata Núñez" in room.made.said
    assert room.strip.isHidden()
    assert not [sheet for sheet in room.made.window.findChildren(Composer) if sheet.isVisible()]


def test_the_invitation_goes_along_with_a_letter_that_confirms(room: Room) -> None:
    room.know_the_password()
    start = room.workspace.clock.now() + timedelta(days=7)
    room.workspace.meetings.book(MeetingPlan((room.renata,), start, start + timedelta(minutes=20)))
    said: list[str] = []
    room.made.window.intents.said.connect(said.append)
    room.made.window.intents.compose_wanted.emit(room.renata, "", "confirm")
    room.composer.page.body.setPlainText(TEXT)
    room.press(room.composer.page.send)
    room.until(MessageState.SENT)
    (mail,) = room.post.mails
    assert [part.get_content_type() for part in mail.iter_attachments()] == ["text/calendar"]
    assert said[-1] == "Sent to Renata Núñez, with the invitation"


def test_the_password_is_asked_once(room: Room) -> None:
    room.press(room.write().page.send)
    room.made.wait(lambda: room.form)
    form = room.form
    assert form is not None
    assert "localhost asks for the password of jordan@school.example." in _texts(form)
    form.accept_button.click()
    assert form.isVisible()  # an empty one is no password
    QTest.keyClicks(form.password, PASSWORD)
    QTest.keyClick(form.password, Qt.Key.Key_Return)
    room.until(MessageState.SENT)
    assert room.workspace.sending.passwords.get(whose(room.account)) == PASSWORD


def test_without_a_password_it_stays_a_draft(room: Room) -> None:
    composer = room.write()
    room.press(composer.page.send)
    room.made.wait(lambda: room.form)
    assert room.form is not None
    QTest.keyClick(room.form.password, Qt.Key.Key_Escape)
    room.made.wait(lambda: not composer.page.body.isReadOnly())
    assert room.letter().state is MessageState.DRAFT
    assert room.strip.isHidden()


def test_a_failure_is_said_and_tried_again(room: Room) -> None:
    room.know_the_password("wrong")
    composer = room.write()
    room.press(composer.page.send)
    room.until(MessageState.DRAFT)
    assert room.strip.said.text().startswith(
        "Not sent to Renata Núñez. localhost did not accept the name and password."
    )
    assert not composer.page.body.isReadOnly()
    room.post.code = "451"
    room.press(room.strip.retry)
    room.made.wait(lambda: room.form)  # another password may help
    assert room.form is not None
    QTest.keyClicks(room.form.password, PASSWORD)
    room.form.accept()
    room.made.wait(lambda: "did not take the letter (code 451)" in room.strip.said.text())
    room.post.code = ""
    room.press(room.strip.retry)
    room.until(MessageState.SENT)
    assert len(room.post.mails) == 1
    assert room.strip.isHidden()


def test_a_letter_may_be_left_while_it_is_sent(room: Room) -> None:
    room.know_the_password()
    room.post.code = "451"
    composer = room.write()
    room.press(composer.page.send)
    QTest.keyClick(composer.page.body, Qt.Key.Key_Escape)
    room.made.wait(lambda: not room.strip.open.isHidden())
    room.press(room.strip.open)
    assert room.composer.page.body.toPlainText() == TEXT
    assert room.strip.isHidden()


def test_what_may_have_left_is_asked_about(room: Room) -> None:
    room.know_the_password()
    room.post.code = "drop"
    room.press(room.write().page.send)
    room.until(MessageState.HANDED_OVER)
    assert "it may have left" in str(room.made.failed[0])
    card = room.made.window.findChild(SentCard)
    assert card is not None
    room.made.wait(card.isVisible)
    assert room.strip.isHidden()
    room.press(card.not_yet)
    assert room.letter().state is MessageState.DRAFT


def test_nobody_asks_about_what_is_on_its_way(room: Room) -> None:
    room.know_the_password()
    room.press(room.write().page.send)
    room.made.wait(lambda: room.letter().state is not MessageState.DRAFT)
    room.made.window.intents.word_wanted.emit()
    card = room.made.window.findChild(SentCard)
    assert card is not None
    assert not card.asks
    room.until(MessageState.SENT)


def test_what_left_is_kept_though_its_draft_was_deleted_meanwhile(room: Room) -> None:
    room.know_the_password()
    room.press(room.write().page.send)
    room.made.wait(lambda: room.letter().state is MessageState.HANDED_OVER)
    room.workspace.outreach.changed_my_mind(room.letter().id)
    room.made.wait(lambda: room.workspace.outreach.of(room.renata))
    assert (room.letter().state, room.letter().body) == (MessageState.SENT, TEXT)
    assert room.strip.isHidden()


def test_an_end_before_the_answer_leaves_it_to_be_asked_about(room: Room) -> None:
    room.know_the_password()
    room.press(room.write().page.send)
    room.made.wait(lambda: room.letter().state is MessageState.HANDED_OVER)
    room.made.tasks.close()
    QApplication.processEvents()
    assert room.letter().state is MessageState.HANDED_OVER
    assert len(room.post.mails) <= 1


def _texts(form: PasswordForm) -> list[str]:
    from otnet_desktop.ui.widgets.plain_label import PlainLabel

    return [label.text() for label in form.findChildren(PlainLabel)]
