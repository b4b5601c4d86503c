"""People on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from otnet_desktop.domain.facts import Side
from otnet_desktop.domain.meetings import MeetingNotes
from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, ContactState, PersonId
from otnet_desktop.domain.research import KeyPoint
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.exchange.address_paper import address_paper
from otnet_desktop.ui.exchange.person_paper import person_sheets
from tests.factories import profile
from tests.ui.network import met

LEE = replace(
    profile("Ana Lee"),
    credentials=("OTR/L",),
    note="afraid of lifts",
    contact_points=(
        ContactPoint(ContactKind.ADDRESS, "1 School St"),
        ContactPoint(ContactKind.EMAIL, "old@clinic.example", state=ContactState.BOUNCED),
        ContactPoint(ContactKind.EMAIL, "ana@clinic.example", "work"),
        ContactPoint(ContactKind.PHONE, "555 0100", primary=True),
    ),
    affiliations=(
        Affiliation("Harbor Clinic", "OT", "Hands"),
        Affiliation("Old <b>School", until=date(2024, 3, 31)),
    ),
)


@pytest.fixture
def lee(workspace: Workspace) -> PersonId:
    return workspace.people.add(LEE).id


@pytest.mark.usefixtures("qapp")
def test_an_address_list_tells_how_to_reach_people_and_nothing_private() -> None:
    lines = address_paper("People", [LEE, profile("Bo Ek")]).document.toPlainText().splitlines()
    assert lines == [
        "People",
        "Ana Lee, OTR/L",
        "OT, Hands, Harbor Clinic",
        "555 0100 · ana@clinic.example (work) · 1 School St",
        "Bo Ek",
    ]


@pytest.mark.usefixtures("qapp")
def test_a_sheet_without_notes_holds_nothing_noted(workspace: Workspace, lee: PersonId) -> None:
    text = person_sheets(workspace, "People", [lee], private=False).document.toPlainText()
    assert "ana@clinic.example (work)" in text
    assert "Old <b>School, until" in text
    assert "lifts" not in text


@pytest.mark.usefixtures("qapp")
def test_a_sheet_with_notes_holds_what_was_noted(workspace: Workspace, lee: PersonId) -> None:
    workspace.research.save_notes(lee, "Likes gardens")
    workspace.research.add_key_point(lee, KeyPoint("Runs the splint group"))
    workspace.promises.make(lee, Side.ME, "send the article")
    meeting = met(workspace, lee, start="2026-03-10T10:00", title="Splints")
    workspace.meetings.keep(meeting.id, MeetingNotes("long talk", takeaways=("ask for the moulds",)))
    text = person_sheets(workspace, "People", [lee], private=True).document.toPlainText()
    for said in (
        "gardens",
        "Runs the splint group",
        "I promised: send the article",
        "ask for the moulds; long talk",
    ):
        assert said in text, said


@pytest.mark.usefixtures("qapp")
def test_everybody_has_a_page(workspace: Workspace, lee: PersonId) -> None:
    other = workspace.people.add(profile("Bo Ek")).id
    assert person_sheets(workspace, "People", [lee], private=True).pages() == 1
    both = person_sheets(workspace, "People", [lee, other], private=True)
    assert both.pages() == 2
    assert both.title == "People"
