"""A week that is full: said in the letter of a first ask, calmly, with a way to wait."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.messages import Draft, MessageState
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.preferences import Me
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.outreach.composer import Composer
from otnet_desktop.ui.outreach.writing_desk import WritingDesk
from otnet_desktop.ui.person_place import PersonPlace
from tests.factories import profile, school_ot
from tests.services.clocks import wall


class Pane(QWidget):
    """Stands for the person's own page."""

    def show_person(self, person: int) -> None:
        """It shows nobody."""


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    """Somebody to write to, in a week in which two were asked."""
    workspace.preferences.change(me=Me("Jordan Avery", "OT student", "Harbor State"), asks_per_week=2)
    for name in ("Bo Ek", "Ada Lin"):
        workspace.outreach.log_sent(Draft(workspace.people.add(profile(name)).id, OutKind.INTRO))
    return workspace.people.add(school_ot()).id


@pytest.fixture
def place(qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents) -> Iterator[PersonPlace]:
    made = PersonPlace(Pane(), intents)
    qtbot.addWidget(made)
    intents.person_wanted.connect(made.show_person)
    WritingDesk(workspace, bridge, intents, made)
    made.resize(620, 760)
    made.show()
    yield made
    made.close()


def composer(place: PersonPlace) -> Composer:
    assert isinstance(place.sheet, Composer)
    return place.sheet


def test_it_can_wait_until_monday(place: PersonPlace, workspace: Workspace, intents: Intents, renata: PersonId) -> None:
    intents.compose_wanted.emit(renata, "", "")
    page = composer(place).page
    assert page.week.isVisible()
    assert page.week.said.text() == "This would be ask number 3 this week; you set 2. It can wait until Monday."
    assert page.mail.isEnabled()
    page.week.wait.click()
    assert place.sheet is None
    (kept,) = workspace.outreach.of(renata)
    assert (kept.state, kept.body.partition(",")[0]) == (MessageState.DRAFT, "Dear Renata")
    (reminder,) = workspace.people.outlook(renata).reminders
    assert wall(reminder.due) == "2026-03-23T09:00"


def test_only_a_first_ask_in_a_full_week_is_told(
    place: PersonPlace, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    intents.compose_wanted.emit(renata, "", "")
    page = composer(place).page
    page.letter.choose("thank_you.answer")
    page.letter.activated.emit(page.letter.currentIndex())
    assert page.week.isHidden()
    workspace.preferences.change(asks_per_week=3)
    intents.compose_wanted.emit(renata, "", "intro.skill_advice")
    assert composer(place).page.week.isHidden()


def test_hints_can_be_switched_off(
    place: PersonPlace, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    for wanted in (True, False):
        workspace.preferences.change(writing_hints=wanted)
        intents.compose_wanted.emit(renata, "", "intro.skill_advice")
        page = composer(place).page
        page.body.setPlainText("Give me a job.")
        assert ("Ask one clear question." in page.advice.said) is wanted
        assert ("It speaks of a job." in page.advice.said) is wanted
        assert "4 words · short enough to be read at once" in page.advice.said
