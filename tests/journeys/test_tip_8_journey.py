"""Tip 8, the journey, through the real window: from advice in a meeting to telling what came of it, and a look back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.compass import Cell, Mark, Standing
from otnet_desktop.domain.facts import OpportunityState, ThanksHow
from otnet_desktop.domain.meetings import Meeting, Question
from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, PersonId
from otnet_desktop.domain.preferences import Me
from otnet_desktop.domain.reflections import Fit
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.ui.compass.compass_page import INTRODUCTIONS, CompassPage
from otnet_desktop.ui.journey.advice_forms import TriedForm
from otnet_desktop.ui.journey.journey_page import JourneyPage
from otnet_desktop.ui.journey.opportunity_form import OpportunityForm
from otnet_desktop.ui.journey.year_section import YearSection
from otnet_desktop.ui.later_place import LaterPlace
from otnet_desktop.ui.meetings.meeting_sheet import MeetingSheet
from otnet_desktop.ui.people.choice_box import ChoiceBox
from otnet_desktop.ui.widgets.next_step_card import NextStepCard
from tests.factories import profile
from tests.journeys.test_first_walk import Desktop, opened, press, running
from tests.services.clocks import SettableClock
from tests.ui.network import met

__all__ = ["opened"]

AREA = "Rehabilitation & Disability"
HANDS = Cell(AREA, "hand_clinic")


def test_the_journey(tmp_path: Path, clock: SettableClock, qtbot: QtBot, opened: list[str]) -> None:
    with running(tmp_path, clock, qtbot) as desktop:
        lee, noor = somebody(desktop, "Lee Park"), somebody(desktop, "Noor Haddad", setting="outpatient_ortho")
        desktop.workspace.people.referred(lee, noor)
        meeting = met_as_a_mentor(desktop, lee)
        write_on_its_page(desktop, meeting)
        ask_another(desktop, noor)
        clock.advance(days=14)
        tell_what_came_of_it(desktop, lee, opened)
        look_at_the_rest(desktop)
        apply_and_be_accepted(desktop, lee, clock)
        read_the_compass(desktop, lee)
    with running(tmp_path, clock, qtbot) as desktop:
        look_back(desktop, tmp_path)


def somebody(desktop: Desktop, name: str, setting: str = "hand_clinic") -> PersonId:
    mail = ContactPoint(ContactKind.EMAIL, f"{name.split(maxsplit=1)[0].lower()}@hands.example", primary=True)
    place = Affiliation("Harbor Hands", "CHT", setting=setting)
    who = profile(name, affiliations=(place,), practice_areas=(AREA,), contact_points=(mail,))
    desktop.workspace.preferences.change(me=Me("Priya Rao", "OTR/L"))
    return desktop.workspace.people.add(who).id


def met_as_a_mentor(desktop: Desktop, person: PersonId) -> Meeting:
    """An hour, which took place, counts as mentoring, and was thanked for."""
    workspace = desktop.workspace
    meeting = met(workspace, person, start="2026-03-17T17:00", minutes=60, is_mentoring=True)
    workspace.thanks.thank([person], meeting.ref, ThanksHow.EMAIL)
    return meeting


def write_on_its_page(desktop: Desktop, meeting: Meeting) -> None:
    """Advice, an answer, and my own reflection, typed where one meets them."""
    workspace, intents = desktop.workspace, desktop.window.intents
    intents.person_wanted.emit(meeting.plan.people[0])
    intents.open_meeting_wanted.emit(meeting.id)
    (sheet,) = [sheet for sheet in desktop.window.findChildren(MeetingSheet) if sheet.isVisible()]
    QTest.keyClicks(sheet.advice.line, "Watch one carpal tunnel clinic")
    QTest.keyClick(sheet.advice.line, Qt.Key.Key_Return)
    QTest.keyClicks(sheet.questions.line, "What is a day like?")
    QTest.keyClick(sheet.questions.line, Qt.Key.Key_Return)
    QTest.keyClicks(sheet.questions._rows[0].answer, "Twelve hands before lunch")
    QTest.keyClicks(sheet.reflection.texts["liked"].text, "Her patience")
    choose(sheet.reflection.fits["hand_clinic"], "5")
    sheet.save_now()
    assert [advice.text for advice in workspace.advice.in_meeting(meeting.id)] == ["Watch one carpal tunnel clinic"]
    kept = workspace.reflections.of(meeting.id)
    assert (kept.liked, kept.fits) == ("Her patience", (Fit("hand_clinic", 5),))
    press(desktop.window, "Back")


def ask_another(desktop: Desktop, person: PersonId) -> None:
    """The same question in other marks, answered otherwise."""
    workspace = desktop.workspace
    meeting = met(workspace, person, start="2026-03-17T19:00")
    workspace.thanks.thank([person], meeting.ref, ThanksHow.IN_PERSON)
    question = Question("what is a day like", answer="Mostly knees")
    workspace.meetings.keep(meeting.id, replace(meeting.kept, questions=(question,)))


def tell_what_came_of_it(desktop: Desktop, lee: PersonId, opened: list[str]) -> None:
    """Tried, said at the next step, written, sent: told, in one step that can be taken back."""
    page = journey(desktop)
    press(page, "I tried it…: Watch one carpal tunnel clinic")
    (form,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, TriedForm) and w.isVisible()]
    QTest.keyClicks(form.outcome, "Saw nine people in a morning.")
    press(form, "Save")
    desktop.window.show_person(int(lee))
    (card,) = [card for card in desktop.window.findChildren(NextStepCard) if card.isVisible()]
    assert any("Watch one carpal tunnel clinic" in label.text() for label in card.findChildren(QLabel))
    desktop.window.go_to("journey")
    press(page, "Tell Lee: Watch one carpal tunnel clinic")
    composer = desktop.composer()
    body = composer.page.body.toPlainText()
    assert "about “Watch one carpal tunnel clinic”, I tried it: saw nine people in a morning." in body
    QTest.keyClick(composer.page.body, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened[-1].startswith("mailto:lee@hands.example")
    desktop.come_back()
    press(desktop.window, "Sent")
    desktop.window.go_to("journey")
    assert told(desktop)
    press(desktop.window, "Undo")
    assert not told(desktop)
    desktop.workspace.history.redo()
    assert told(desktop)


def told(desktop: Desktop) -> bool:
    (advice,) = desktop.workspace.advice.ledger()
    return advice.told_on is not None


def look_at_the_rest(desktop: Desktop) -> None:
    """Answers and settings side by side, and the hours for the board."""
    page = journey(desktop)
    page.show_part("answers")
    shown = "\n".join(texts(page))
    assert all(said in shown for said in ("Twelve hands before lunch", "Mostly knees", "Lee Park", "Noor Haddad"))
    page.show_part("reflections")
    assert "I can see myself there" in texts(page)
    page.show_part("hours")
    said = "Mentoring: 1.0 h → 0.5 PDU at 2 h = 1 PDU (check your board's current chart)"
    assert any(said in text for text in texts(page))


def apply_and_be_accepted(desktop: Desktop, lee: PersonId, clock: SettableClock) -> None:
    """A post with a helper; when it is accepted, she is told."""
    clock.advance(hours=1)
    page = journey(desktop)
    page.show_part("opportunities")
    press(page, "Add an opportunity…")
    (form,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, OpportunityForm) and w.isVisible()]
    QTest.keyClicks(form.title, "Hand therapist")
    form.helpers.choose(lee)
    press(form, "Save")
    (box,) = [box for box in page.parts["opportunities"].findChildren(ChoiceBox) if box.isVisible()]
    choose(box, OpportunityState.ACCEPTED.value)
    clock.advance(days=3)
    desktop.tick()
    assert Kind.TELL_NEWS in {reminder.kind for reminder in desktop.workspace.reminders.due()}


def read_the_compass(desktop: Desktop, lee: PersonId) -> None:
    """Met is there by itself; curious is said by hand, with a why; and the introduction is a picture and a list."""
    desktop.window.go_to("compass")
    place = desktop.window.pages["compass"]
    assert isinstance(place, LaterPlace)
    page = place.place
    assert isinstance(page, CompassPage)
    assert desktop.workspace.compass.chart().at(HANDS).standing is Standing.MET
    page.every.setChecked(True)
    page.map.setCurrentIndex(page.model.index_of(Cell(AREA, "low_vision")))
    page.panel.mark.choose(Mark.CURIOUS.value)
    QTest.keyClicks(page.panel.why, "Eyes and hands")
    assert "Lee Park" in texts(page.panel), "who works next door could introduce her"
    page.panel.save_now()
    page.kind.choose(INTRODUCTIONS)
    first = page.introductions.list.topLevelItem(0)
    assert first is not None
    assert first.text(0) == "Lee Park"
    assert first.childCount() == 1


def look_back(desktop: Desktop, folder: Path) -> None:
    """After a restart, the year as a page."""
    (gap,) = desktop.workspace.compass.chart().gaps()
    assert gap.mark is not None
    assert gap.mark.why == "Eyes and hands"
    page = journey(desktop)
    page.show_part("year")
    section = page.parts["year"]
    assert isinstance(section, YearSection)
    assert section.paper is not None
    year = section.paper.document.toPlainText()
    for said in ("Lee Park", "Her patience", "Watch one carpal tunnel clinic", "Whom I thanked", "Hand therapist"):
        assert said in year
    section._write(str(folder / "year.pdf"))
    assert (folder / "year.pdf").stat().st_size > 1000


def journey(desktop: Desktop) -> JourneyPage:
    desktop.window.go_to("journey")
    place = desktop.window.pages["journey"]
    assert isinstance(place, LaterPlace)
    assert isinstance(place.place, JourneyPage)
    return place.place


def texts(within: QWidget) -> list[str]:
    shown = [w for w in within.findChildren(QWidget) if w.isVisible()]
    return [text for w in shown for text in (w.accessibleName(), w.text() if isinstance(w, QLabel) else "") if text]


def choose(box: ChoiceBox, code: str) -> None:
    """As by hand: the box tells only what a person chose."""
    box.choose(code)
    box.activated.emit(box.currentIndex())
