"""The prep sheet: one page with everything, opened from the meeting, printed, kept and copied as it reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from otnet_desktop.domain.facts import InKind, Side
from otnet_desktop.domain.meetings import Meeting, MeetingNotes, Question
from otnet_desktop.domain.messages import Reply
from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, PersonId
from otnet_desktop.domain.research import KEY_POINTS_MOST, KeyPoint, Purpose
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.journey.paper import pdf_of
from otnet_desktop.ui.meetings.meeting_sheet import MeetingSheet
from otnet_desktop.ui.meetings.prep_sheet import PrepSheet
from tests.ui.meetings.test_meeting_sheet import Opener, opener
from tests.ui.network import add, book

__all__ = ["opener"]

PAGE = b"/Type /Page\n"
"""Once for each page, as Qt writes PDF."""


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    work = Affiliation("Larch School", "School OT")
    phone = ContactPoint(ContactKind.PHONE, "+1 555 0100")
    return add(workspace, "Renata Okafor", affiliations=(work,), contact_points=(phone,))


@pytest.fixture
def meeting(workspace: Workspace, renata: PersonId) -> Meeting:
    workspace.research.save_purpose(renata, Purpose("setting_info", "How a day in a school goes"))
    workspace.research.add_key_point(renata, KeyPoint("A <b>sensory</b> garden", "larch.example"))
    workspace.outreach.log_reply(Reply(renata, InKind.YES, "With\npleasure"))
    workspace.promises.make(renata, Side.ME, "Send the article")
    made = book(workspace, renata, start="2026-03-20T10:00", place="Room 2", their_zone="Europe/London")
    workspace.meetings.keep(made.id, MeetingNotes(questions=(Question("What makes a good day?"),)))
    return made


def opened(opener: Opener, meeting: Meeting) -> PrepSheet:
    QTest.mouseClick(opener.open(meeting).ways.page, Qt.MouseButton.LeftButton)
    sheet = opener.place.sheet
    assert isinstance(sheet, PrepSheet)
    return sheet


def test_everything_stands_on_one_page_as_it_was_written(opener: Opener, meeting: Meeting) -> None:
    sheet = opened(opener, meeting)
    said = sheet.paper.document.toPlainText()
    for text in (
        "Video call with Renata Okafor",
        "Fri 20 March, 10:00 to 10:30",
        "In London: Fri 20 March, 14:00 to 14:30",
        "It ends at 10:30; keep to that.",
        "Room 2",
        "School OT, Larch School",
        "If the link fails: +1 555 0100",
        "How a day in a school goes",
        "A <b>sensory</b> garden (larch.example)",
        "They, Wed 18 Mar 2026: With pleasure",
        "I promised: Send the article",
        "What makes a good day?",
    ):
        assert text in said, text
    assert pdf_of(sheet.paper).count(PAGE) == 1


def test_much_to_know_is_set_smaller_until_it_is_one_page(
    opener: Opener, workspace: Workspace, renata: PersonId, meeting: Meeting
) -> None:
    points = tuple(KeyPoint(f"{n} " + "word " * 25) for n in range(KEY_POINTS_MOST))
    workspace.research.save_key_points(renata, points)
    for n in range(5):
        workspace.promises.make(renata, Side.THEM, f"Promise {n} " + "of many words " * 6)
    workspace.meetings.keep(
        meeting.id, MeetingNotes(questions=tuple(Question(f"{n}: " + "why " * 20) for n in range(10)))
    )
    sheet = opened(opener, meeting)
    assert sheet.paper.pages() == 1
    assert pdf_of(sheet.paper).count(PAGE) == 1
    assert sheet.paper.document.defaultFont().pointSizeF() < 10.5, "otherwise this tries nothing"


def test_it_follows_what_is_noted_meanwhile(opener: Opener, workspace: Workspace, renata: PersonId) -> None:
    meeting = book(workspace, renata, start="2026-03-20T10:00")
    sheet = opened(opener, meeting)
    assert sheet.focusWidget() is sheet.first_field()
    workspace.research.add_key_point(renata, KeyPoint("New today"))
    assert "New today" in sheet.paper.document.toPlainText()
    workspace.people.remove(renata)
    assert opener.place.sheet is None, "gone with the person"


def test_it_is_kept_and_copied_and_leads_back(
    opener: Opener, workspace: Workspace, meeting: Meeting, tmp_path: Path
) -> None:
    sheet = opened(opener, meeting)
    sheet.write_to(str(tmp_path / "prep.pdf"))
    assert (tmp_path / "prep.pdf").read_bytes().startswith(b"%PDF-")
    sheet._copy.click()
    assert "A <b>sensory</b> garden" in QGuiApplication.clipboard().text()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    back = opener.place.sheet
    assert isinstance(back, MeetingSheet)
    assert back.meeting == meeting.id


def test_before_it_leaves_it_says_that_it_is_private_and_what_may_tell_who_a_client_is(
    opener: Opener, workspace: Workspace, meeting: Meeting, renata: PersonId
) -> None:
    sheet = opened(opener, meeting)
    assert sheet._leaving.isVisible()
    assert sheet._leaving.text() == "Your private notes are on this page: it is for you alone."
    workspace.research.add_key_point(renata, KeyPoint("Her client Mrs. Dorsey has MRN 00123456"))
    assert "This may tell who a client is: “" in sheet._leaving.text()
    assert "00123456" in sheet._leaving.text()
    assert sheet._leaving.property("tone") == "due"
    QTest.mouseClick(sheet._copy, Qt.MouseButton.LeftButton)
    assert "00123456" in QGuiApplication.clipboard().text(), "it warns and keeps nothing back"
