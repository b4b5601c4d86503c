"""The Journey place: its parts, what each shows, and what one can do there."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.advice import AdviceState
from otnet_desktop.domain.facts import OpportunityState
from otnet_desktop.domain.hours import Hours, HoursKind
from otnet_desktop.domain.meetings import Question
from otnet_desktop.domain.people import Affiliation, PersonId
from otnet_desktop.domain.promises import Opportunity
from otnet_desktop.domain.reflections import Fit, Reflection
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.exchange.leaving_note import LeavingNote
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.journey.advice_forms import AdviceForm, TriedForm
from otnet_desktop.ui.journey.hours_form import HoursForm
from otnet_desktop.ui.journey.hours_section import HoursSection
from otnet_desktop.ui.journey.journey_page import JourneyPage
from otnet_desktop.ui.journey.opportunity_form import OpportunityForm
from otnet_desktop.ui.journey.year_section import YearSection
from otnet_desktop.ui.people.choice_box import ChoiceBox
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.short_form import ShortForm
from tests.factories import take_away
from tests.ui.network import add, met


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    return add(workspace, "Renata Okafor", affiliations=(Affiliation("Larch School", setting="school"),))


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents) -> JourneyPage:
    made = JourneyPage(workspace, bridge, intents)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def texts(within: QWidget) -> str:
    """Everything that is written there, in order."""
    shown = [w for w in within.findChildren(QWidget) if w.isVisible()]
    return "\n".join(
        w.text() if isinstance(w, QLabel | QAbstractButton) else w.accessibleName()
        for w in shown
        if isinstance(w, QLabel | QAbstractButton | Card)
    )


def press(within: QWidget, name: str) -> None:
    shown = [b for b in within.findChildren(QAbstractButton) if b.isVisible()]
    (found,) = [b for b in shown if name in (b.text(), b.accessibleName())]
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


Form = TypeVar("Form", bound=ShortForm)


def form(kind: type[Form]) -> Form:
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found


def test_every_part_says_what_it_is_for_while_it_is_empty(page: JourneyPage) -> None:
    for key, said in (
        ("advice", "No advice yet"),
        ("answers", "No answers yet"),
        ("reflections", "No reflections yet"),
        ("opportunities", "No opportunities yet"),
        ("hours", "No hours yet"),
    ):
        page.show_part(key)
        assert said in texts(page), key


def test_advice_goes_from_received_to_told(
    page: JourneyPage, workspace: Workspace, intents: Intents, qtbot: QtBot, renata: PersonId
) -> None:
    press(page, "Add advice…")
    adding = form(AdviceForm)
    adding.person.choose(renata)
    QTest.keyClicks(adding.text, "Join a club")
    adding.accept()
    press(page, "I tried it…: Join a club")
    trying = form(TriedForm)
    QTest.keyClicks(trying.outcome, "Went twice")
    trying.accept()
    assert "Went twice" in texts(page)
    with qtbot.waitSignal(intents.compose_wanted) as wanted:
        press(page, "Tell Renata: Join a club")
    assert wanted.args == [int(renata), "", "keep_in_touch"]
    (advice,) = workspace.advice.ledger()
    assert advice.state is AdviceState.TRIED, "only what was sent is told"
    workspace.advice.told(advice.id)
    assert "Tried and told" in texts(page)
    assert "Tell Renata" not in texts(page)


def test_the_focus_stays_on_the_same_thing(
    page: JourneyPage, workspace: Workspace, renata: PersonId, qtbot: QtBot
) -> None:
    first, second = (workspace.advice.receive(renata, text) for text in ("One", "Two"))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    buttons = [b for b in page.findChildren(QAbstractButton) if b.accessibleName() == "I tried it…: One"]
    next(b for b in buttons if b.isVisible()).setFocus()
    workspace.advice.reword(second, "Two, in other words")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "I tried it…: One"
    workspace.advice.remove(first)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.text() == "Add advice…"


def test_a_long_ledger_is_shown_bit_by_bit(page: JourneyPage, workspace: Workspace, renata: PersonId) -> None:
    with workspace.steps.together("Many"):
        for number in range(30):
            workspace.advice.receive(renata, f"Advice {number:02}")
    assert texts(page).count("“Advice") == 20
    assert "“Advice 29”" in texts(page), "the newest first"
    press(page, "Show all 30")
    assert texts(page).count("“Advice") == 30


def test_the_menu_offers_what_is_possible_now(page: JourneyPage, workspace: Workspace, renata: PersonId) -> None:
    advice = workspace.advice.receive(renata, "Rest")

    def offered() -> dict[str, QAction]:
        (more,) = [b for b in page.findChildren(QPushButton) if b.isVisible() and b.text() == "More"]
        menu = more.menu()
        assert menu is not None
        menu.aboutToShow.emit()
        return {action.text(): action for action in menu.actions()}

    assert "They know already" not in offered()
    workspace.advice.tried(advice)
    offered()["They know already"].trigger()
    assert [known.state for known in workspace.advice.ledger()] == [AdviceState.TOLD]
    offered()["They do not know yet"].trigger()
    offered()["Not tried after all"].trigger()
    assert [known.state for known in workspace.advice.ledger()] == [AdviceState.RECEIVED]
    offered()["Take out"].trigger()
    assert workspace.advice.ledger() == []


def test_answers_stand_side_by_side_and_are_found(page: JourneyPage, workspace: Workspace, renata: PersonId) -> None:
    bo = add(workspace, "Bo Ek")
    for person, answer in ((renata, "Busy"), (bo, "Calm")):
        meeting = met(workspace, person, start="2026-03-10T10:00")
        kept = replace(meeting.kept, questions=(Question("What is a day like?", answer=answer),))
        workspace.meetings.keep(meeting.id, kept)
    page.show_part("answers")
    shown = texts(page)
    assert all(text in shown for text in ("Renata Okafor", "Larch School", "Busy", "Bo Ek", "Calm"))
    QTest.keyClicks(page.parts["answers"].filter, "nowhere")  # type: ignore[attr-defined]
    assert "No answer with these words" in texts(page)


def test_settings_are_compared_in_words(page: JourneyPage, workspace: Workspace, renata: PersonId) -> None:
    meeting = met(workspace, renata, start="2026-03-10T10:00")
    other = met(workspace, renata, start="2026-03-11T10:00")
    workspace.reflections.save(Reflection(meeting.id, liked="The calm", fits=(Fit("school", 5), Fit("snf", 1))))
    workspace.reflections.save(Reflection(other.id, wondering="Pay?"))
    page.show_part("reflections")
    shown = texts(page)
    for said in ("I can see myself there", "not for me", "Liked: The calm", "Still wondering: Pay?"):
        assert said in shown
    assert not any(figure in shown for figure in ("5", "%", "average"))


def test_an_opportunity_is_added_and_changes_its_state(
    page: JourneyPage, workspace: Workspace, renata: PersonId
) -> None:
    page.show_part("opportunities")
    press(page, "Add an opportunity…")
    adding = form(OpportunityForm)
    QTest.keyClicks(adding.title, "Hand therapist")
    adding.helpers.choose(renata)
    adding.deadline.show_day(date(2026, 3, 27))
    adding.accept()
    (kept,) = workspace.opportunities.all()
    assert (kept.title, kept.deadline, kept.helpers) == ("Hand therapist", date(2026, 3, 27), (renata,))
    (box,) = [b for b in page.parts["opportunities"].findChildren(ChoiceBox) if b.isVisible()]
    box.choose(OpportunityState.APPLIED.value)
    box.activated.emit(box.currentIndex())
    assert workspace.opportunities.all()[0].state is OpportunityState.APPLIED
    press(page, "Edit…: Hand therapist")
    editing = form(OpportunityForm)
    assert editing.helpers.people() == (renata,)
    editing.title.clear()
    editing.accept()
    assert editing.isVisible(), "a name is asked for"
    editing.reject()
    press(page, "Take out: Hand therapist")
    assert workspace.opportunities.all() == []


def test_what_has_ended_asks_who_helped(page: JourneyPage, workspace: Workspace, renata: PersonId) -> None:
    workspace.opportunities.write(Opportunity(0, "", "School post"))
    page.show_part("opportunities")
    assert "Who helped?" not in texts(page)
    workspace.opportunities.write(replace(workspace.opportunities.all()[0], state=OpportunityState.ACCEPTED))
    press(page, "Who helped?…: School post")
    asking = form(OpportunityForm)
    assert asking.focusWidget() is asking.helpers.line
    asking.helpers.choose(renata)
    asking.accept()
    assert workspace.opportunities.all()[0].helpers == (renata,)
    assert "Who helped?" not in texts(page)
    assert "Renata Okafor" in texts(page)


def test_the_keyboard_turns_to_the_part_as_well(page: JourneyPage) -> None:
    page.activateWindow()
    page.first_field().setFocus()
    page.show_part("hours")
    focused = page.window().focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert (focused.text().strip("\u2068\u2069"), focused.isChecked()) == ("Hours", True)


def test_the_keyboard_comes_back_to_what_was_edited(page: JourneyPage, workspace: Workspace, qtbot: QtBot) -> None:
    for title in ("Hand therapist", "School post"):
        workspace.opportunities.write(Opportunity(0, "", title))
    page.show_part("opportunities")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    edit = next(b for b in page.findChildren(QAbstractButton) if b.accessibleName() == "Edit…: School post")
    edit.setFocus()
    edit.click()
    editing = form(OpportunityForm)
    qtbot.waitUntil(editing.title.hasFocus)
    QTest.keyClicks(editing.title, "School posts")
    editing.accept()
    assert page.window().focusWidget().accessibleName() == "Edit…: School posts"


def test_an_hour_of_mentoring_is_half_a_unit(page: JourneyPage, workspace: Workspace, renata: PersonId) -> None:
    met(workspace, renata, start="2026-03-10T10:00", minutes=60, is_mentoring=True)
    page.show_part("hours")
    assert "1.0 h → 0.5 PDU at 2 h = 1 PDU (check your board's current chart)" in texts(page)
    section = page.parts["hours"]
    assert isinstance(section, HoursSection)
    section.rate.setValue(4)
    assert "1.0 h → 0.25 PDU at 4 h = 1 PDU" in texts(page)
    assert workspace.preferences.current.hours_per_unit == 4


@pytest.mark.parametrize(("zone", "offered"), [("Europe/London", True), ("America/New_York", False)])
def test_returning_to_practice_is_explained_where_the_hcpc_is(
    qtbot: QtBot, page: JourneyPage, workspace: Workspace, intents: Intents, zone: str, offered: bool
) -> None:
    workspace.preferences.change(zone=zone)
    page.show_part("hours")
    section = page.parts["hours"]
    assert isinstance(section, HoursSection)
    assert section.returning.isVisible() is offered
    with qtbot.waitSignal(intents.help_wanted) as wanted:
        section.returning.click()
    assert wanted.args == ["return-to-practice"]


def test_hours_are_added_changed_and_written_out(page: JourneyPage, workspace: Workspace, tmp_path: Path) -> None:
    page.show_part("hours")
    press(page, "Add hours…")
    adding = form(HoursForm)
    QTest.keyClicks(adding.text, "=Edema")
    adding.kind.choose(HoursKind.COURSE.value)
    adding.minutes.setValue(90)
    adding.accept()
    assert [(h.text, h.minutes, h.kind) for h in workspace.hours.log()] == [("=Edema", 90, HoursKind.COURSE)]
    section = page.parts["hours"]
    assert isinstance(section, HoursSection)
    assert not section.change.isEnabled()
    assert section.table is not None
    section.table.selectRow(0)
    assert section.change.isEnabled()
    section._write(str(tmp_path / "hours.csv"))
    rows = list(csv.reader((tmp_path / "hours.csv").read_text("utf-8-sig").splitlines()))
    assert rows == [
        ["Day", "Kind", "What", "With", "Hours"],
        ["2026-03-18", "Course or workshop", "'=Edema", "", "1.5"],
    ]
    press(page, "Take out")
    assert workspace.hours.log() == []


def test_a_meeting_among_the_hours_is_changed_on_its_own_page(
    page: JourneyPage, workspace: Workspace, intents: Intents, qtbot: QtBot, renata: PersonId
) -> None:
    meeting = met(workspace, renata, start="2026-03-10T10:00", is_mentoring=True)
    page.show_part("hours")
    section = page.parts["hours"]
    assert isinstance(section, HoursSection)
    assert section.table is not None
    section.table.selectRow(0)
    assert not section.remove.isEnabled()
    with qtbot.waitSignal(intents.open_meeting_wanted) as wanted:
        section.change.click()
    assert wanted.args == [int(meeting.id)]


def test_a_year_is_told_and_kept(page: JourneyPage, workspace: Workspace, renata: PersonId, tmp_path: Path) -> None:
    meeting = met(workspace, renata, start="2026-03-10T10:00")
    take_away(workspace, meeting.id, "Begin <b>small</b>")
    workspace.opportunities.write(Opportunity(0, "", "Award", state=OpportunityState.ACCEPTED))
    workspace.hours.save(Hours(date(2026, 3, 1), 60, HoursKind.OTHER))
    page.show_part("year")
    section = page.parts["year"]
    assert isinstance(section, YearSection)
    assert section.paper is not None
    told = section.paper.document.toPlainText()
    for said in ("2026 in review", "Renata Okafor – Video call, Tue 10 Mar 2026", "Begin <b>small</b>", "Award"):
        assert said in told
    assert "Whom I thanked" not in told, "nothing is said of what was not"
    section._write(str(tmp_path / "year.pdf"))
    assert (tmp_path / "year.pdf").read_bytes().startswith(b"%PDF-")


def test_the_year_says_what_may_tell_who_a_client_is_before_it_leaves(
    page: JourneyPage, workspace: Workspace, renata: PersonId
) -> None:
    meeting = met(workspace, renata, start="2026-03-10T09:00")
    take_away(workspace, meeting.id, "Her client Mrs. Dorsey has MRN 00123456")
    page.show_part("year")
    (note,) = page.parts["year"].findChildren(LeavingNote)
    assert note.isVisible()
    assert note.text().startswith("Your private notes are on this page")
    assert "00123456" in note.text()
