"""The card of my own reflection: there once the meeting took place, kept as it is typed."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.people import Affiliation
from otnet_desktop.domain.reflections import Fit
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings.reflection_card import ReflectionCard
from tests.ui.network import add, book, met


def card_of(
    qtbot: QtBot, workspace: Workspace, intents: Intents, *, held: bool = True
) -> tuple[ReflectionCard, Meeting]:
    renata = add(workspace, "Renata Okafor", affiliations=(Affiliation("Larch", setting="school"),))
    meeting = (met if held else book)(workspace, renata, start="2026-03-10T10:00")
    card = ReflectionCard(workspace, intents)
    qtbot.addWidget(card)
    card.show_meeting(meeting)
    return card, meeting


def test_before_it_took_place_there_is_nothing_to_reflect_on(
    qtbot: QtBot, workspace: Workspace, intents: Intents
) -> None:
    card, meeting = card_of(qtbot, workspace, intents, held=False)
    assert card.isHidden()
    card.show_meeting(met(workspace, *meeting.plan.people, start="2026-03-11T10:00"))
    assert not card.isHidden()


def test_words_are_kept_as_they_are_typed(qtbot: QtBot, workspace: Workspace, intents: Intents) -> None:
    card, meeting = card_of(qtbot, workspace, intents)
    QTest.keyClicks(card.texts["liked"].text, "The calm")
    QTest.keyClicks(card.texts["wondering"].text, "Pay?")
    card.save_now()
    kept = workspace.reflections.of(meeting.id)
    assert (kept.liked, kept.disliked, kept.wondering) == ("The calm", "", "Pay?")
    workspace.history.undo()
    card.show_meeting(meeting)
    assert card.texts["wondering"].text.toPlainText() == ""
    assert card.texts["liked"].text.toPlainText() == "The calm"


def test_a_setting_is_felt_about_in_words(qtbot: QtBot, workspace: Workspace, intents: Intents) -> None:
    card, meeting = card_of(qtbot, workspace, intents)
    school = card.fits["school"]
    assert "School system" in school.accessibleName()
    school.choose("4")
    school.activated.emit(school.currentIndex())
    assert workspace.reflections.of(meeting.id).fits == (Fit("school", 4),)
    card.another.choose("hand_clinic")
    card.another.activated.emit(card.another.currentIndex())
    clinic = card.fits["hand_clinic"]
    clinic.choose("1")
    clinic.activated.emit(clinic.currentIndex())
    assert workspace.reflections.of(meeting.id).fits == (Fit("school", 4), Fit("hand_clinic", 1))
    clinic.choose("")
    clinic.activated.emit(clinic.currentIndex())
    assert workspace.reflections.of(meeting.id).fits == (Fit("school", 4),)


def test_what_may_tell_a_client_is_said_and_can_be_taken_out(
    qtbot: QtBot, workspace: Workspace, intents: Intents
) -> None:
    card, meeting = card_of(qtbot, workspace, intents)
    liked = card.texts["liked"]
    QTest.keyClicks(liked.text, "Good with DOB 03/04/1950 in room 5")
    liked.save_now()
    assert not liked.hint.isHidden()
    liked.hint._remove.click()
    assert "1950" not in workspace.reflections.of(meeting.id).liked
    assert liked.hint.isHidden()
