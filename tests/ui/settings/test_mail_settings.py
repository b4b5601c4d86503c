"""Setting up the mail account: suggested, corrected, tried out against a real server, and forgotten again."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from keyring.errors import KeyringLocked
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.mail_account import NO_ACCOUNT, MailAccount, Security
from otnet_desktop.services.passwords import Passwords
from otnet_desktop.services.sending import SendingService, whose
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.settings.mail_settings import MailSettings
from otnet_desktop.ui.tasks import Tasks
from tests.services.keyrings import no_keyring, one_keyring
from tests.services.mail_server import PASSWORD, serving, trusting


@pytest.fixture(autouse=True)
def _no_keyring() -> Iterator[None]:
    with no_keyring():
        yield


@pytest.fixture
def card(qtbot: QtBot, workspace: Workspace, intents: Intents, tasks: Tasks) -> MailSettings:
    made = MailSettings(workspace, intents, tasks)
    qtbot.addWidget(made)
    made.show()
    return made


def account(workspace: Workspace) -> MailAccount:
    return workspace.preferences.current.mail


def test_the_server_is_suggested_and_can_be_corrected(card: MailSettings, workspace: Workspace) -> None:
    assert not card.host.isVisible()
    QTest.keyClicks(card.address.line, "ada@gmail.com")
    card.address.flush()
    assert card.host.isVisible()
    assert account(workspace) == MailAccount("ada@gmail.com", "smtp.gmail.com", 465, Security.TLS)
    assert card.host.line.text() == "smtp.gmail.com"
    QTest.keyClick(card.security, Qt.Key.Key_Down)
    assert account(workspace) == MailAccount("ada@gmail.com", "smtp.gmail.com", 587, Security.STARTTLS)
    card.port.setValue(2525)
    card.user.line.setFocus()
    QTest.keyClicks(card.user.line, "ada")
    card.user.flush()
    assert account(workspace) == MailAccount("ada@gmail.com", "smtp.gmail.com", 2525, Security.STARTTLS, "ada")
    card.address.line.setFocus()
    QTest.keyClicks(card.address.line, ".uk")
    card.address.flush()
    assert account(workspace).host == "smtp.gmail.com.uk"


def test_without_a_keyring_that_is_said(card: MailSettings, workspace: Workspace) -> None:
    QTest.keyClicks(card.address.line, "ada@b.example")
    card.address.flush()
    assert "forgotten when the program ends" in card.password.accessibleDescription()
    QTest.keyClicks(card.password, "secret")
    card.password.editingFinished.emit()
    assert workspace.sending.passwords.get(whose(account(workspace))) == "secret"
    card.stop.click()
    assert account(workspace) == NO_ACCOUNT
    assert workspace.sending.passwords.get("ada@b.example at smtp.b.example") == ""
    assert not card.host.isVisible()


@pytest.mark.loopback
def test_tried_out_before_it_is_used(card: MailSettings, workspace: Workspace, qtbot: QtBot) -> None:
    with serving(Security.TLS) as (_post, there):
        workspace.preferences.change(mail=there)
        workspace.sending = SendingService(
            workspace.store, workspace.clock, workspace.preferences, workspace.outreach, Passwords(), trusting
        )
        QTest.keyClicks(card.password, "wrong")
        card.try_out.click()
        assert not card.try_out.isEnabled()
        qtbot.waitUntil(card.try_out.isEnabled)
        assert "did not accept the name and password" in card.result.text()
        card.password.selectAll()
        QTest.keyClicks(card.password, PASSWORD)
        card.try_out.click()
        qtbot.waitUntil(lambda: card.result.text() == "It works: letters can be sent from here.")


def test_who_comes_back_may_try_again(
    card: MailSettings, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window was locked, or in the tray, while it waited for the server."""
    answers = Event()
    monkeypatch.setattr(SendingService, "try_out", lambda *_given: answers.wait(10))
    QTest.keyClicks(card.address.line, "ada@b.example")
    card.address.flush()
    card.try_out.click()
    assert not card.try_out.isEnabled()
    card.hide()
    card.show()
    assert card.try_out.isEnabled()
    assert not card.result.isVisible()
    answers.set()


def test_a_password_the_keyring_does_not_let_go_is_told(
    card: MailSettings, intents: Intents, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: str) -> None:
        raise KeyringLocked("nobody unlocks it")

    QTest.keyClicks(card.address.line, "ada@b.example")
    card.address.flush()
    with one_keyring() as ring:
        ring.kept["OTnet Desktop", "ada@b.example at smtp.b.example"] = "secret"
        monkeypatch.setattr(ring, "delete_password", refuse)
        with qtbot.waitSignal(intents.said) as told:
            card.stop.click()
    assert "did not let the password go" in str(told.args)
