"""One letter to everybody who was there, and each of them by a switch."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.messages import MessageState
from otnet_desktop.domain.people import ContactKind, ContactPoint, PersonId
from otnet_desktop.domain.preferences import Me
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.followups.sent_card import SentCard
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings.outcome_card import OutcomeCard
from otnet_desktop.ui.outreach.composer import Composer
from otnet_desktop.ui.outreach.recipients import recipients
from otnet_desktop.ui.outreach.writing_desk import WritingDesk
from otnet_desktop.ui.person_place import PersonPlace
from tests.ui.network import add, met


class Pane(QWidget):
    """Whoever is shown does not matter here."""

    def show_person(self, person: int) -> None:
        """Somebody else."""


def mail(name: str) -> tuple[ContactPoint, ...]:
    return (ContactPoint(ContactKind.EMAIL, f"{name}@example.org", primary=True),)


@pytest.fixture
def three(workspace: Workspace) -> tuple[PersonId, PersonId, PersonId]:
    """The last has no address."""
    workspace.preferences.change(me=Me("Jordan Avery", "OT student", "Harbor State"))
    ana, ben = (add(workspace, f"{name} Ek", contact_points=mail(name.lower())) for name in ("Ana", "Ben"))
    return ana, ben, add(workspace, "Cleo Ek")


@pytest.fixture
def meeting(workspace: Workspace, three: tuple[PersonId, PersonId, PersonId]) -> Meeting:
    return met(workspace, *three, start="2026-03-18T07:00")


@pytest.fixture
def place(qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents) -> Iterator[PersonPlace]:
    window = QWidget()
    qtbot.addWidget(window)
    made = PersonPlace(Pane(), intents)
    intents.person_wanted.connect(made.show_person)
    QVBoxLayout(window).addWidget(made)
    WritingDesk(workspace, bridge, intents, made)
    window.resize(620, 760)
    window.show()
    yield made
    window.close()


def sheet(place: PersonPlace) -> Composer:
    assert isinstance(place.sheet, Composer)
    return place.sheet


def test_the_meeting_offers_one_letter_to_all_and_one_to_each(
    qtbot: QtBot, workspace: Workspace, intents: Intents, place: PersonPlace, meeting: Meeting
) -> None:
    card = OutcomeCard(workspace, intents)
    qtbot.addWidget(card)
    card.show_meeting(meeting)
    card.show()
    buttons = [button for button in card.findChildren(QPushButton) if "Thank" in button.text()]
    everybody = next(button for button in buttons if button.text() == "Thank them all…")
    assert len(buttons) == 4
    everybody.click()
    page = sheet(place).page
    assert page.title.text() == "Write to Ana Ek, Ben Ek and 1 more"
    assert page.body.toPlainText().startswith("Dear Ana, Ben and Cleo,")
    assert page.address.way().address == "ana@example.org, ben@example.org"
    assert page.readers._unreachable.text() == "Without an e-mail address: Cleo Ek"


def test_a_switch_takes_somebody_out_and_the_greeting_follows(
    workspace: Workspace, intents: Intents, place: PersonPlace, meeting: Meeting, opened: list[str]
) -> None:
    ana, ben, cleo = meeting.plan.people
    intents.thank_all_wanted.emit(meeting.id)
    composer = sheet(place)
    next(chip for chip in composer.page.readers.chips._chips if chip.key == str(cleo)).click()
    assert composer.page.title.text() == "Write to Ana Ek and Ben Ek"
    assert composer.page.body.toPlainText().startswith("Dear Ana and Ben,\n\nThank you all")
    assert not composer.page.readers._unreachable.isVisible()
    body = composer.page.body.toPlainText().replace("‹what you took away›", "the sensory path")
    composer.page.body.setPlainText(body)
    composer.ways_out.mail()
    assert opened[0].startswith("mailto:ana@example.org,ben@example.org?subject=Thank%20you%20all")
    (message,) = workspace.outreach.of(ben)
    assert (message.people, message.state) == ((ana, ben), MessageState.HANDED_OVER)
    card = SentCard(workspace, intents)
    card.ask()
    assert card.accessibleName().startswith("Did you send it to Ana and Ben?")
    card.sent.click()
    assert [r.kind for r in workspace.people.outlook(cleo).reminders] == [Kind.THANK_YOU], "her own way is open"
    assert workspace.people.outlook(ben).reminders == ()
    card.deleteLater()


def test_a_letter_to_one_offers_the_others_and_somebody_alone_sees_none_of_it(
    workspace: Workspace, intents: Intents, place: PersonPlace, meeting: Meeting
) -> None:
    ana, ben, _ = meeting.plan.people
    key = workspace.people.outlook(ana).reminders[0].key
    intents.compose_wanted.emit(ana, key, "")
    page = sheet(place).page
    assert page.readers.isVisible()
    assert page.readers.also() == ()
    assert page.address.way().address == "ana@example.org"
    next(chip for chip in page.readers.chips._chips if chip.key == str(ben)).click()
    assert page.body.toPlainText().startswith("Dear Ana and Ben,")
    intents.compose_wanted.emit(add(workspace, "Dov Ek"), "", "intro.shadowing")
    assert not sheet(place).page.readers.isVisible()


def test_every_address_is_one_recipient() -> None:
    assert recipients("Ana Ek", "ana@example.org") == [("Ana Ek", "ana@example.org")]
    assert recipients("Ana Ek", "a@example.org, b@example.org") == [("", "a@example.org"), ("", "b@example.org")]
    assert recipients("Ana Ek", "") == []
