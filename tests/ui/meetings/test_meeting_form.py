"""Booking and moving a meeting."""

from __future__ import annotations

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.facts import MeetingFormat
from otnet_desktop.domain.meetings import Meeting, MeetingNotes, MeetingState, Question
from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings.meeting_form import MeetingForm
from otnet_desktop.ui.widgets.typed_field import TypedField
from tests.ui.network import add, book, boston


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    return add(workspace, "Renata Okafor", zone="Europe/London")


def open_form(
    qtbot: QtBot, workspace: Workspace, intents: Intents, *people: PersonId, meeting: Meeting | None = None
) -> MeetingForm:
    form = MeetingForm(workspace, intents, people, meeting)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(form)
    form.open()
    return form


def set_times(form: MeetingForm, day: str, start: str) -> None:
    form.times.day.show_day(date.fromisoformat(day))
    form.times.start.show_time(time.fromisoformat(start))


def type_over(field: TypedField, text: str) -> None:
    """As one does after Tab."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def test_it_begins_on_the_next_working_day_with_their_zone_and_both_clocks(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    form = open_form(qtbot, workspace, intents, renata)
    assert form.times.times()[0] == boston("2026-03-19T10:00")
    assert form.times.zone.currentText() == "Europe/London"
    assert form.times._mine.text() == "For you: Thu 19 March, 10:00 to 10:20"
    assert form.times._theirs.text() == "In London: Thu 19 March, 14:00 to 14:20"


def test_both_clocks_follow_as_one_types_also_over_a_change_of_clocks(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    form = open_form(qtbot, workspace, intents, renata)
    set_times(form, "2026-04-02", "10:00")
    assert form.times._theirs.text() == "In London: Thu 2 April, 15:00 to 15:20"
    form.times.zone.setCurrentText("Australia/Melbourne")
    assert form.times._theirs.text() == "In Melbourne: Fri 3 April, 01:00 to 01:20"
    form.times.zone.setCurrentText("new york")
    assert form.times.their_zone() == ZoneInfo("America/New_York")
    form.times.zone.setCurrentText("pst")
    assert form.times._theirs.text() == "In Los Angeles: Thu 2 April, 07:00 to 07:20"
    line = form.times.zone.lineEdit()
    assert line is not None
    line.editingFinished.emit()
    assert form.times.zone.currentText() == "America/Los_Angeles"
    form.times.zone.setCurrentText("Atlantis/Deep")
    assert not form.times._theirs.isVisibleTo(form)
    assert not form.save()
    assert form.times._zone_field.said.startswith("Write it as")


def test_a_time_that_clocks_skip_or_repeat_is_told(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    form = open_form(qtbot, workspace, intents, renata)
    set_times(form, "2027-03-14", "02:30")
    assert "becomes 03:30" in form.times._hint.text()
    set_times(form, "2026-11-01", "01:30")
    assert "the first 01:30 is meant" in form.times._hint.text()
    set_times(form, "2026-11-02", "01:30")
    assert form.times._hint.text() == ""


def test_enter_books_and_undo_takes_it_back(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    form = open_form(qtbot, workspace, intents, renata)
    set_times(form, "2026-03-26", "15:30")
    form.times.length.choose("45")
    form.format.choose("in_person")
    form.place.setText("Larchmont, room 4")
    form.title.setText("Visit the sensory path")
    with qtbot.waitSignal(intents.undoable) as told:
        QTest.keyClick(form.title, Qt.Key.Key_Return)
    assert told.args == ["The meeting is booked"]
    assert not form.isVisible()
    (meeting,) = workspace.meetings.of(renata)
    assert meeting.plan.start == boston("2026-03-26T15:30")
    assert meeting.plan.end == boston("2026-03-26T16:15")
    assert meeting.plan.format is MeetingFormat.IN_PERSON
    assert (meeting.plan.place, meeting.plan.title) == ("Larchmont, room 4", "Visit the sensory path")
    assert (meeting.plan.zone, meeting.plan.their_zone) == ("America/New_York", "Europe/London")
    workspace.history.undo()
    assert workspace.meetings.of(renata) == []


def test_a_call_asks_for_a_number_and_a_visit_for_a_place(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    form = open_form(qtbot, workspace, intents, renata)
    assert not form.place.isVisible()
    for kind, asked in (("phone", "Number to call"), ("in_person", "Place")):
        form.format.choose(kind)
        assert form.place.isVisible()
        assert form.place.accessibleName() == asked


def test_several_people_are_found_by_a_few_letters(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    tomas = add(workspace, "Tomás Rivera")
    form = open_form(qtbot, workspace, intents)
    for letters in ("tomas", "oka"):
        QTest.keyClicks(form.people.line, letters)
        QTest.keyClick(form.people.line, Qt.Key.Key_Return)
    assert form.isVisible(), "Enter took a person, not the form"
    assert form.people.people() == (tomas, renata)
    QTest.keyClick(form.people.line, Qt.Key.Key_Backspace)
    assert form.people.people() == (tomas,)
    form.people._chosen[tomas].click()
    assert form.people.people() == ()


def test_whoever_is_missing_is_asked_for_beside_the_field(qtbot: QtBot, workspace: Workspace, intents: Intents) -> None:
    form = open_form(qtbot, workspace, intents)
    assert not form.save()
    assert form._who.said == "Choose a person."
    form.people.line.setText("Nobody Known")
    assert not form.save()
    assert form._who.said == "Nobody here is called Nobody Known. Add them first."


def test_who_is_typed_in_full_is_taken_when_the_form_is_accepted(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    form = open_form(qtbot, workspace, intents)
    form.people.line.setText("renata okafor")
    form.accept_button.click()
    assert len(workspace.meetings.of(renata)) == 1


def test_what_is_at_the_same_time_is_named_and_does_not_stand_in_the_way(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    book(workspace, add(workspace, "Tomás Rivera"), start="2026-03-26T15:00", format=MeetingFormat.PHONE)
    form = open_form(qtbot, workspace, intents, renata)
    set_times(form, "2026-03-26", "15:30")
    assert not form._conflict.isVisible()
    set_times(form, "2026-03-26", "15:15")
    assert form._conflict.text() == "At the same time: Phone call with Tomás Rivera, 26 Mar 15:00"
    assert form._conflict.isVisible()
    assert form.save()


def test_what_is_over_is_noted_as_a_meeting_that_happened(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    form = open_form(qtbot, workspace, intents, renata)
    set_times(form, "2026-03-17", "15:30")
    assert "noted as a meeting that happened" in form.times._hint.text()
    qtbot.waitUntil(lambda: form.times.day.mapTo(form, QPoint()).y() == form.times.start.mapTo(form, QPoint()).y())
    assert form.accept_button.text() == "Note that you met"
    form.accept_button.click()
    (meeting,) = workspace.meetings.of(renata)
    assert meeting.state is MeetingState.HELD
    workspace.history.undo()
    assert workspace.meetings.of(renata) == []


def test_nobody_is_met_who_asked_not_to_be_contacted(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    workspace.people.set_status(renata, Status.DO_NOT_CONTACT)
    form = open_form(qtbot, workspace, intents, renata)
    with qtbot.waitSignal(intents.failed):
        form.accept_button.click()
    assert form.isVisible()


def test_moving_keeps_questions_and_raises_the_sequence(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    meeting = book(workspace, renata, start="2026-03-26T15:30", minutes=50, title="A talk")
    workspace.meetings.keep(meeting.id, MeetingNotes(questions=(Question("How is a week?"),)))
    form = open_form(qtbot, workspace, intents, meeting=workspace.meetings.get(meeting.id))
    assert (form.times.length.chosen_key(), form.times.end.text()) == ("other", "16:20")
    assert not form._conflict.isVisible(), "a meeting is not in its own way"
    set_times(form, "2026-03-27", "09:00")
    form.accept_button.click()
    after = workspace.meetings.get(meeting.id)
    assert after.plan.start == boston("2026-03-27T09:00")
    assert (after.plan.title, after.uid, after.sequence) == ("A talk", meeting.uid, 1)
    assert after.kept.questions == (Question("How is a week?"),)


def test_the_end_follows_the_start_and_may_be_said_itself(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    form = open_form(qtbot, workspace, intents, renata)
    times = form.times
    assert (times.end.text(), times.length.chosen_key()) == ("10:20", "20")
    type_over(times.start, "14:30")
    assert times.end.text() == "14:50"
    times.length.choose("45")
    assert times.end.text() == "15:15"
    type_over(times.end, "15:30")
    assert times.length.chosen_key() == "60"
    type_over(times.end, "15:40")
    assert times.length.chosen_key() == "other"
    type_over(times.start, "9")
    assert times.end.text() == "10:10", "the length that was said is kept"
    assert form.plan().end == boston("2026-03-19T10:10")
    times.length.choose("30")
    times.length.choose("other")
    assert form.focusWidget() is times.end


def test_an_end_before_the_start_is_said_and_not_booked(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    form = open_form(qtbot, workspace, intents, renata)
    type_over(form.times.end, "9")
    assert form.times._hint.text() == "It ends before it begins."
    assert not form.times._mine.isVisible(), "no times that cannot be"
    assert form.accept_button.text() == "Book"
    form.accept_button.click()
    assert form.isVisible()
    assert workspace.meetings.of(renata) == []
    type_over(form.times.start, "8")
    assert not form.times._hint.isVisible()
    assert form.plan().end == boston("2026-03-19T09:00")


def test_a_short_call_may_go_over_midnight(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    form = open_form(qtbot, workspace, intents, renata)
    type_over(form.times.start, "23:45")
    assert form.times.end.text() == "00:05"
    type_over(form.times.end, "0:30")
    assert form.plan().end == boston("2026-03-20T00:30")


def test_what_cannot_be_read_is_not_booked(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    form = open_form(qtbot, workspace, intents, renata)
    type_over(form.times.day, "somewhen")
    QTest.keyClick(form.times.day, Qt.Key.Key_Return)
    assert form.isVisible()
    assert form.times._day_field.said.startswith("Write it as")
    assert form.focusWidget() is form.times.day
    assert workspace.meetings.of(renata) == []
    type_over(form.times.day, "mon")
    assert form.times._day_field.said == ""
    QTest.keyClick(form.times.day, Qt.Key.Key_Return)
    assert workspace.meetings.of(renata)[0].plan.start == boston("2026-03-23T10:00")


def test_everybody_s_clock_is_told(qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId) -> None:
    kiri, bob = add(workspace, "Kiri Tane", zone="Australia/Melbourne"), add(workspace, "Bob Ray")
    form = open_form(qtbot, workspace, intents, renata, kiri, bob)
    assert form.times._theirs.text().splitlines() == [
        "In London: Thu 19 March, 14:00 to 14:20",
        "In Melbourne: Fri 20 March, 01:00 to 01:20",
    ]
    form.people._chosen[kiri].click()
    assert form.times._theirs.text() == "In London: Thu 19 March, 14:00 to 14:20"


def test_people_are_added_to_a_meeting_and_taken_away(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    tomas = add(workspace, "Tomás Rivera")
    meeting = book(workspace, renata, start="2026-03-26T15:30")
    form = open_form(qtbot, workspace, intents, meeting=meeting)
    assert form.people.people() == (renata,)
    form.people.choose(tomas)
    form.people._chosen[renata].click()
    form.accept_button.click()
    assert workspace.meetings.get(meeting.id).plan.people == (tomas,)
    assert workspace.meetings.of(renata) == []
    workspace.history.undo()
    assert workspace.meetings.get(meeting.id).plan.people == (renata,)


def test_a_meeting_is_with_somebody(qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId) -> None:
    meeting = book(workspace, renata, start="2026-03-26T15:30")
    form = open_form(qtbot, workspace, intents, meeting=meeting)
    form.people._chosen[renata].click()
    form.accept_button.click()
    assert form.isVisible()
    assert form._who.said == "Choose a person."


def test_it_may_count_as_mentoring(qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId) -> None:
    form = open_form(qtbot, workspace, intents, renata)
    form.mentoring.click()
    assert form.save()
    (meeting,) = workspace.meetings.of(renata)
    assert meeting.plan.is_mentoring
    again = open_form(qtbot, workspace, intents, meeting=meeting)
    assert again.mentoring.isChecked()
    again.mentoring.click()
    assert again.save()
    assert not workspace.meetings.get(meeting.id).plan.is_mentoring


def test_esc_leaves_everything_as_it_was(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    form = open_form(qtbot, workspace, intents, renata)
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert workspace.meetings.of(renata) == []


def test_every_field_has_a_name_and_the_keyboard_reaches_it(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    form = open_form(qtbot, workspace, intents, renata)
    names: list[str] = []
    widget = form.nextInFocusChain()
    while widget is not form:
        assert isinstance(widget, QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.focusProxy() is None:
            names.append(widget.accessibleName() or getattr(widget, "text", str)())
        widget = widget.nextInFocusChain()
    wanted = [
        "With whom", "Day", "Start", "End", "20", "Their time zone", "Video", "Link", "Title, if you like",
        "Counts as mentoring",
    ]  # fmt: skip
    assert [name for name in names if name in wanted] == wanted
    assert "" not in names
    assert all(line.accessibleName() for line in form.findChildren(QLineEdit) if line.parent() is form.times.zone)
    assert names[-2:] == ["Cancel", "Book"]
