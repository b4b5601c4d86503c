"""What the keyring was asked to remember: the box shows what is so, whatever the keyring does."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from keyring.errors import KeyringLocked
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.settings.privacy_settings import PrivacySettings
from otnet_desktop.ui.tasks import Tasks
from tests.services.keyrings import Ring, one_keyring


@pytest.fixture
def ring() -> Iterator[Ring]:
    with one_keyring() as made:
        yield made


@pytest.fixture
def said(intents: Intents) -> list[str]:
    heard: list[str] = []
    intents.said.connect(heard.append)
    return heard


@pytest.fixture
def card(qtbot: QtBot, workspace: Workspace, intents: Intents, tasks: Tasks, ring: Ring) -> Iterator[PrivacySettings]:
    workspace.locking.set_passphrase("heron violin kettle moss")
    made = PrivacySettings(workspace, intents, tasks)
    made.show()
    qtbot.waitUntil(made.remembers.isVisible)
    yield made
    delete(made)


def toggle(qtbot: QtBot, card: PrivacySettings) -> None:
    card.remembers.click()
    assert not card.remembers.isEnabled(), "one wish at a time"
    qtbot.waitUntil(card.remembers.isEnabled)


def refuse(*_given: str) -> None:
    raise KeyringLocked("nobody unlocks it")


def test_it_is_remembered_and_forgotten(qtbot: QtBot, card: PrivacySettings, ring: Ring, said: list[str]) -> None:
    toggle(qtbot, card)
    assert len(ring.kept) == 1
    toggle(qtbot, card)
    assert ring.kept == {}
    assert said == []


def test_a_keyring_that_takes_nothing(
    qtbot: QtBot, card: PrivacySettings, ring: Ring, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ring, "set_password", refuse)
    toggle(qtbot, card)
    assert not card.remembers.isChecked()
    assert said == ["The keyring did not take it: the passphrase is asked at each start."]


@pytest.mark.parametrize("broken", ["delete_password", "get_password"])
def test_a_keyring_that_does_not_let_go(
    qtbot: QtBot, card: PrivacySettings, ring: Ring, said: list[str], monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    toggle(qtbot, card)
    monkeypatch.setattr(ring, broken, refuse)
    toggle(qtbot, card)
    assert len(ring.kept) == 1
    assert card.remembers.isChecked(), "it still opens without asking"
    assert "still open here without asking" in said[-1]


def test_a_slow_keyring_is_told_when_the_settings_were_left(
    qtbot: QtBot,
    workspace: Workspace,
    intents: Intents,
    tasks: Tasks,
    ring: Ring,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = Event()

    def slow(*_given: str) -> None:
        answers.wait(10)
        refuse()

    workspace.locking.set_passphrase("heron violin kettle moss")
    monkeypatch.setattr(ring, "set_password", slow)
    card = PrivacySettings(workspace, intents, tasks)
    card.remembers.click()
    delete(card)
    answers.set()
    qtbot.waitUntil(lambda: bool(said))


def test_a_keyring_that_never_answers_holds_up_no_end(
    qtbot: QtBot, workspace: Workspace, intents: Intents, ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, answers, ended = Event(), Event(), Event()

    def hang(*_given: str) -> None:
        begun.set()
        answers.wait(10)
        ended.set()

    workspace.locking.set_passphrase("heron violin kettle moss")
    tasks = Tasks()
    card = PrivacySettings(workspace, intents, tasks)
    monkeypatch.setattr(ring, "get_password", hang)
    card.show()
    assert begun.wait(10)
    tasks.close()
    assert not ended.is_set()
    answers.set()
    delete(card)


def test_what_the_keyring_told_before_does_not_undo_a_wish(
    qtbot: QtBot, card: PrivacySettings, ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, wished, told = Event(), Event(), ring.get_password

    def late(service: str, username: str) -> str | None:
        before = told(service, username)
        read.set()
        wished.wait(10)
        return before

    monkeypatch.setattr(ring, "get_password", late)
    card._ask_keyring()
    assert read.wait(10)
    toggle(qtbot, card)
    wished.set()
    qtbot.waitUntil(lambda: not card._tasks.are_under_way())
    assert card.remembers.isChecked()
