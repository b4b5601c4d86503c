"""Tip 2 in the real window: a purpose for one conversation, the school's gatekeeper, and another purpose later."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.facts import Gate
from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, PersonId
from otnet_desktop.domain.preferences import Me
from otnet_desktop.domain.research import Purpose, PurposeState
from otnet_desktop.ui.meetings.meeting_form import MeetingForm
from otnet_desktop.ui.outreach.log_form import LogForm
from otnet_desktop.ui.people.person_pane import PersonPane
from otnet_desktop.ui.people.purpose_strip import PurposeStrip
from tests.factories import profile
from tests.journeys.test_first_walk import Desktop, press, running
from tests.services.clocks import SettableClock


def strip_of(desktop: Desktop) -> PurposeStrip:
    (pane,) = [pane for pane in desktop.window.findChildren(PersonPane) if pane.isVisible()]
    return pane._purpose


def choose(strip: PurposeStrip, label: str) -> None:
    """With the keyboard: letters find the kind."""
    QTest.keyClicks(strip._kind, label)
    strip._kind.activated.emit(strip._kind.currentIndex())


def purpose_of(desktop: Desktop, person: PersonId) -> Purpose:
    purpose = desktop.workspace.research.of(person).purpose
    assert purpose is not None
    return purpose


def add(desktop: Desktop, name: str, **more: object) -> PersonId:
    mail = ContactPoint(ContactKind.EMAIL, f"{name.split(maxsplit=1)[0].lower()}@harborkids.example")
    there = {"affiliations": (Affiliation("Harbor Kids Clinic", "OT"),), "contact_points": (mail,)}
    return desktop.workspace.people.add(profile(name, **{**there, **more})).id


def test_intention(tmp_path: Path, clock: SettableClock, qtbot: QtBot) -> None:
    with running(tmp_path, clock, qtbot) as desktop:
        desktop.workspace.preferences.change(me=Me("Jordan Avery", "OT student", "Harbor State"))
        ada, gia = add(desktop, "Ada Lin"), add(desktop, "Gia Gate")
        add(desktop, "Olga Own", role="fieldwork_coordinator", affiliations=())
        desktop.window.intents.person_wanted.emit(ada)
        say_why(desktop, ada)
        ask_the_gatekeeper(desktop, ada, gia)
        go_back_to_the_first(desktop, ada, clock)
    with running(tmp_path, clock, qtbot) as desktop:
        assert purpose_of(desktop, ada).statement == "How a week looks"


def say_why(desktop: Desktop, ada: PersonId) -> None:
    """The purpose picks the letter and the length, and is seen where one acts."""
    strip = strip_of(desktop)
    choose(strip, "Ongoing mentorship")
    QTest.keyClicks(strip._statement, "How a week looks")
    desktop.window.intents.log_wanted.emit(ada)
    (log,) = [form for form in desktop.window.findChildren(LogForm) if form.isVisible()]
    assert log.why.text() == "Why: Ongoing mentorship: How a week looks"
    QTest.keyClick(log, Qt.Key.Key_Escape)
    desktop.window.intents.meeting_wanted.emit(ada)
    (form,) = [form for form in desktop.window.findChildren(MeetingForm) if form.isVisible()]
    start, end = form.times.times()
    assert (form.why.text(), end - start) == (log.why.text(), timedelta(minutes=30))
    QTest.keyClick(form, Qt.Key.Key_Escape)
    begun = desktop.workspace.composing.begin(ada)
    assert begun.letter == "intro.mentorship"


def ask_the_gatekeeper(desktop: Desktop, ada: PersonId, gia: PersonId) -> None:
    """Another purpose, for a placement: whom to ask first at the place is chosen, and gets the note."""
    strip = strip_of(desktop)
    (placement,) = [a for a in strip._another.menu().actions() if a.data() == "fieldwork_placement"]
    placement.trigger()
    assert strip._gate.isVisible()
    (pane,) = [pane for pane in desktop.window.findChildren(PersonPane) if pane.isVisible()]
    pane._place.gate.choose(gia)
    press(strip._gate, "Not yet – draft a note to my AFWC instead")

    assert purpose_of(desktop, ada).gate is Gate.ASKED
    composer = desktop.composer()
    assert composer._begun.reader.id == gia
    assert not desktop.workspace.outreach.of(ada)
    desktop.window.intents.person_wanted.emit(ada)


def go_back_to_the_first(desktop: Desktop, ada: PersonId, clock: SettableClock) -> None:
    """The placement is dropped; the first purpose, still open, counts again. It is met, and taken up once more."""
    clock.advance(days=1)
    strip = strip_of(desktop)
    dropped = [a for a in strip._close.menu().actions() if a.data() == PurposeState.DROPPED.value]
    dropped[0].trigger()
    assert purpose_of(desktop, ada).statement == "How a week looks"
    met = [a for a in strip._close.menu().actions() if a.data() == PurposeState.MET.value]
    met[0].trigger()
    press(strip, "2 other purposes")
    rows = {row.purpose.state: row for row in strip._others.rows}
    assert rows[PurposeState.MET].label.text() == "Met · Ongoing mentorship: How a week looks · yesterday"
    press(rows[PurposeState.MET], "Take up again")
    assert purpose_of(desktop, ada).state is PurposeState.OPEN
