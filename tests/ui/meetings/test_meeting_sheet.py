"""One meeting in the person's place: how it went, what is kept, and the way back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.facts import MeetingOutcome, OutKind, Side, ThanksHow
from otnet_desktop.domain.meetings import Consent, Meeting, MeetingNotes, MeetingState, Question
from otnet_desktop.domain.messages import Draft
from otnet_desktop.domain.people import ContactKind, ContactPoint, PersonId
from otnet_desktop.domain.preferences import Me
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings.meeting_desk import MeetingDesk
from otnet_desktop.ui.meetings.meeting_sheet import MeetingSheet
from otnet_desktop.ui.people.person_pane import PersonPane
from otnet_desktop.ui.person_place import PersonPlace
from tests.services.clocks import SettableClock
from tests.ui.network import add, book, met

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    return add(workspace, "Renata Okafor")


@pytest.fixture
def meeting(workspace: Workspace, renata: PersonId) -> Meeting:
    """It began an hour ago and is over."""
    return book(workspace, renata, start="2026-03-18T09:00", link="https://meet.example/1", their_zone="Europe/London")


class Opener(QObject):
    """Opens sheets as the window does."""

    def __init__(self, qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents) -> None:
        super().__init__()
        self.intents = intents
        self.place = PersonPlace(PersonPane(workspace, bridge, intents), intents)
        qtbot.addWidget(self.place)
        self.desk = MeetingDesk(workspace, bridge, intents, self.place)
        intents.person_wanted.connect(self.place.show_person)
        self.place.resize(560, 800)
        self.place.show()

    def open(self, meeting: Meeting) -> MeetingSheet:
        self.intents.open_meeting_wanted.emit(meeting.id)
        return self.sheet

    @property
    def sheet(self) -> MeetingSheet:
        sheet = self.place.sheet
        assert isinstance(sheet, MeetingSheet)
        return sheet


@pytest.fixture
def opener(qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents) -> Opener:
    return Opener(qtbot, workspace, bridge, intents)


def kept(workspace: Workspace, meeting: Meeting) -> MeetingNotes:
    return workspace.meetings.get(meeting.id).kept


def test_it_tells_when_and_where_on_both_clocks(opener: Opener, meeting: Meeting) -> None:
    sheet = opener.open(meeting)
    assert sheet.accessibleName() == "Video call with Renata Okafor"
    assert sheet._state.accessibleName() == "how did it go?"
    assert sheet.facts._mine.text() == "Wed 18 March, 09:00 to 09:30"
    assert sheet.facts._theirs.text() == "In London: Wed 18 March, 13:00 to 13:30"
    assert sheet.facts._link.isVisible()
    assert opener.place.person == meeting.plan.people[0]


def test_one_begins_with_what_one_came_for(opener: Opener, workspace: Workspace, renata: PersonId) -> None:
    asked, open_one = Question("How?", asked=True), Question("Why?")
    ahead = book(workspace, renata, start="2026-03-20T09:00")
    assert opener.open(ahead).focusWidget() is opener.sheet.questions.line, "one prepares"
    workspace.meetings.keep(ahead.id, MeetingNotes(questions=(asked, open_one)))
    assert opener.open(ahead).focusWidget() is opener.sheet.questions._rows[1].asked

    now = book(workspace, renata, start="2026-03-18T09:50")
    assert opener.open(now).focusWidget() is opener.sheet.notes.notes, "nothing is left to ask"

    over = book(workspace, renata, start="2026-03-18T09:00")
    outcome = opener.open(over).outcome
    assert opener.sheet.focusWidget() is outcome._answers[MeetingOutcome.HELD]

    held = met(workspace, renata, start="2026-03-17T09:00")
    assert opener.open(held).focusWidget() is opener.sheet.outcome._offers[0]
    workspace.thanks.thank([renata], held.ref, ThanksHow.CARD)
    assert opener.open(held).focusWidget() is opener.sheet._back, "nothing is left: it is read from its top"

    workspace.meetings.cancel(ahead.id, Side.THEM)
    assert opener.open(ahead).focusWidget() is opener.sheet.facts._move


def test_what_one_begins_with_is_seen_and_the_way_back_is_near(
    qtbot: QtBot, opener: Opener, workspace: Workspace, renata: PersonId
) -> None:
    opener.place.resize(560, 380)
    sheet = opener.open(book(workspace, renata, start="2026-03-18T09:50"))
    notes = sheet.notes.notes
    view = sheet._scroll.viewport()
    qtbot.waitUntil(lambda: view.rect().contains(notes.mapTo(view, notes.rect().topLeft())))
    QTest.keyClick(notes, Qt.Key.Key_Escape)
    assert opener.place.sheet is None


def test_whether_it_counts_as_mentoring_can_be_said_afterwards_too(
    qtbot: QtBot, opener: Opener, workspace: Workspace, intents: Intents, meeting: Meeting
) -> None:
    facts = opener.open(meeting).facts
    assert not facts.mentoring.isChecked()
    with qtbot.waitSignal(intents.undoable) as told:
        QTest.keyClick(facts.mentoring, Qt.Key.Key_Space)
    assert told.args == ["It counts as mentoring"]
    assert workspace.meetings.get(meeting.id).plan.is_mentoring
    workspace.history.undo()
    opener.open(meeting)
    assert not opener.sheet.facts.mentoring.isChecked()


def test_the_action_of_a_screen_reader_counts_it_as_mentoring(
    opener: Opener, workspace: Workspace, meeting: Meeting
) -> None:
    box = QAccessible.queryAccessibleInterface(opener.open(meeting).facts.mentoring)
    box.actionInterface().doAction(QAccessibleActionInterface.toggleAction())
    assert workspace.meetings.get(meeting.id).plan.is_mentoring


def test_a_link_that_is_none_of_the_web_cannot_be_pressed(
    opener: Opener, workspace: Workspace, renata: PersonId
) -> None:
    sheet = opener.open(book(workspace, renata, start="2026-03-20T09:00", link="file:///bin/ls"))
    assert not sheet.facts._link.isVisible()
    assert sheet.facts._unsafe.text() == "file:///bin/ls"


def test_esc_goes_back_to_the_person_and_saves_what_is_half_typed(
    opener: Opener, workspace: Workspace, meeting: Meeting
) -> None:
    sheet = opener.open(meeting)
    QTest.keyClicks(sheet.notes.notes, "She loves consults")
    QTest.keyClicks(sheet.takeaways.line, "Start small")
    QTest.keyClick(sheet.takeaways.line, Qt.Key.Key_Escape)
    assert opener.place.sheet is None
    assert kept(workspace, meeting).notes == "She loves consults"
    assert kept(workspace, meeting).takeaways == ("Start small",)


def test_what_the_disk_refuses_is_on_the_clipboard_when_one_leaves(
    opener: Opener, workspace: Workspace, meeting: Meeting, intents: Intents
) -> None:
    asked = MeetingNotes(questions=(Question("How does a week look?"),))
    workspace.meetings.keep(meeting.id, asked)
    said: list[str] = []
    failed: list[Exception] = []
    intents.said.connect(said.append)
    intents.failed.connect(failed.append)
    sheet = opener.open(meeting)
    workspace.store.database.connection.execute("PRAGMA query_only = ON")
    QTest.keyClicks(sheet.questions._rows[0].answer, "Mostly consults")
    QTest.keyClicks(sheet.notes.notes, "She loves consults")
    QTest.keyClicks(sheet.takeaways.line, "Start small")
    QTest.keyClick(sheet.takeaways.line, Qt.Key.Key_Escape)

    assert opener.place.sheet is None
    assert failed
    assert said == ["Not saved. What you wrote is on the clipboard."]
    text = QGuiApplication.clipboard().text()
    for written in ("How does a week look?\nMostly consults", "She loves consults", "Start small"):
        assert text.count(written) == 1
    workspace.store.database.connection.execute("PRAGMA query_only = OFF")
    assert kept(workspace, meeting) == asked


def test_notes_and_reflection_are_both_on_the_clipboard(
    opener: Opener, workspace: Workspace, renata: PersonId, intents: Intents
) -> None:
    said: list[str] = []
    intents.said.connect(said.append)
    sheet = opener.open(met(workspace, renata, start="2026-03-17T09:00"))
    workspace.store.database.connection.execute("PRAGMA query_only = ON")
    QTest.keyClicks(sheet.notes.notes, "She loves consults")
    QTest.keyClicks(sheet.reflection.texts["liked"].text, "The calm")
    QTest.keyClick(sheet.takeaways.line, Qt.Key.Key_Escape)
    assert said == ["Not saved. What you wrote is on the clipboard."]
    assert QGuiApplication.clipboard().text() == "She loves consults\n\nThe calm"
    workspace.store.database.connection.execute("PRAGMA query_only = OFF")


def test_what_was_saved_at_a_second_try_is_not_copied(
    opener: Opener, workspace: Workspace, meeting: Meeting, intents: Intents
) -> None:
    said: list[str] = []
    intents.said.connect(said.append)
    sheet = opener.open(meeting)
    workspace.store.database.connection.execute("PRAGMA query_only = ON")
    QTest.keyClicks(sheet.notes.notes, "She loves consults")
    sheet.save_now()
    workspace.store.database.connection.execute("PRAGMA query_only = OFF")
    QTest.keyClick(sheet.notes.notes, Qt.Key.Key_Escape)
    assert kept(workspace, meeting).notes == "She loves consults"
    assert said == []


def test_how_it_went_is_said_with_one_button_and_can_be_corrected(
    qtbot: QtBot, opener: Opener, workspace: Workspace, meeting: Meeting, renata: PersonId
) -> None:
    sheet = opener.open(meeting)
    buttons = list(sheet.outcome._answers.values())
    assert [button.text() for button in buttons] == ["It happened", "They did not come", "I missed it"]
    QTest.keyClick(buttons[1], Qt.Key.Key_Space)
    assert workspace.meetings.get(meeting.id).state is MeetingState.NO_SHOW_THEM
    assert sheet.outcome._said.text().startswith("They did not come.")
    sheet.outcome._correct.click()
    buttons[0].setFocus()
    buttons[0].click()
    assert workspace.meetings.get(meeting.id).state is MeetingState.HELD
    (thank,) = sheet.outcome._offers
    assert sheet.focusWidget() is thank, "what comes next is at hand"
    with qtbot.waitSignal(opener.intents.thank_wanted) as wanted:
        thank.click()
    assert wanted.args == [renata, meeting.id]


def test_who_of_a_group_was_absent_is_said_with_a_tick(opener: Opener, workspace: Workspace, renata: PersonId) -> None:
    tomas = add(workspace, "Tomás Rivera")
    meeting = book(workspace, renata, tomas, start="2026-03-18T09:00")
    sheet = opener.open(meeting)
    box = sheet.outcome._present[tomas]
    assert box.accessibleName() == "Tomás Rivera was there"
    box.click()
    next(iter(sheet.outcome._answers.values())).click()
    assert workspace.meetings.get(meeting.id).absent == (tomas,)
    assert sheet.outcome._said.text() == "It happened, without Tomás."
    thank, notes = sheet.outcome._offers
    assert (thank.property("person"), thank.accessibleName()) == (renata, "Thank Renata…")
    assert (notes.property("person"), notes.accessibleName()) == (tomas, "Send Tomás the notes…")


def test_who_was_absent_is_sent_the_notes_once(
    qtbot: QtBot, opener: Opener, workspace: Workspace, renata: PersonId
) -> None:
    tomas = add(workspace, "Tomás Rivera")
    meeting = book(workspace, renata, tomas, start="2026-03-18T09:00")
    workspace.meetings.went(meeting.id, MeetingOutcome.HELD, [tomas])
    workspace.thanks.thank([renata], meeting.ref, ThanksHow.CARD)
    sheet = opener.open(meeting)
    assert sheet.outcome._said.text() == "It happened, without Tomás. Thanked: Renata."
    (notes,) = sheet.outcome._offers
    with qtbot.waitSignal(opener.intents.compose_wanted) as wanted:
        notes.click()
    assert wanted.args == [tomas, "", "notes"]
    workspace.outreach.log_sent(Draft(tomas, OutKind.OTHER))
    assert opener.open(meeting).outcome._offers == []


def test_before_it_begins_nobody_is_asked_how_it_went(
    opener: Opener, workspace: Workspace, clock: SettableClock, renata: PersonId
) -> None:
    sheet = opener.open(book(workspace, renata, start="2026-03-18T11:00"))
    assert not sheet.outcome.isVisible()
    clock.set("2026-03-18T11:05")
    sheet._minute.timeout.emit()
    assert sheet._state.accessibleName() == "going on now"
    assert sheet.outcome.isVisible()


def test_notes_are_saved_as_they_are_typed_and_one_undo_takes_a_sitting_back(
    qtbot: QtBot, opener: Opener, workspace: Workspace, meeting: Meeting
) -> None:
    sheet = opener.open(meeting)
    QTest.keyClicks(sheet.notes.notes, "First words. ")
    qtbot.waitUntil(lambda: kept(workspace, meeting).notes == "First words. ", timeout=2000)
    QTest.keyClicks(sheet.notes.notes, "More.")
    qtbot.waitUntil(lambda: kept(workspace, meeting).notes == "First words. More.", timeout=2000)
    workspace.history.undo()
    assert kept(workspace, meeting).notes == ""
    assert sheet.notes.notes.toPlainText() == ""


def test_ctrl_t_adds_a_takeaway_from_anywhere_on_the_sheet(
    qtbot: QtBot, opener: Opener, workspace: Workspace, meeting: Meeting
) -> None:
    opener.place.resize(560, 500)
    sheet = opener.open(meeting)
    sheet.takeaways.line.setText("Start with one classroom")
    QTest.keyClick(sheet.notes.notes, Qt.Key.Key_T, CTRL)
    assert kept(workspace, meeting).takeaways == ("Start with one classroom",)
    assert sheet.takeaways.line.text() == ""
    line = sheet.takeaways.line
    qtbot.waitUntil(lambda: sheet.rect().contains(line.mapTo(sheet, line.rect().bottomRight())))
    assert sheet.notes.notes.toPlainText() == ""


@pytest.mark.parametrize(
    ("key", "modifier", "is_ours"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_T, CTRL, True),
        (Qt.Key.Key_F, CTRL, False),
    ],
)
def test_the_window_leaves_the_sheet_its_own_keys(
    opener: Opener, meeting: Meeting, key: Qt.Key, modifier: Qt.KeyboardModifier, is_ours: bool
) -> None:
    """Both are shortcuts of the window; a widget that accepts this event gets the key instead."""
    sheet = opener.open(meeting)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
    event.ignore()
    QApplication.sendEvent(sheet.takeaways.line, event)
    assert event.isAccepted() is is_ours


def test_lines_are_edited_in_place_and_taken_out(
    qtbot: QtBot, opener: Opener, workspace: Workspace, meeting: Meeting
) -> None:
    workspace.meetings.keep(meeting.id, MeetingNotes("Calm", takeaways=("One", "Two")))
    sheet = opener.open(meeting)
    first, second = sheet.takeaways._rows
    QTest.keyClicks(first.field, "!")
    first.autosave.flush()
    assert kept(workspace, meeting).takeaways == ("!One", "Two")
    second._remove.click()
    assert kept(workspace, meeting).takeaways == ("!One",)
    workspace.history.undo()
    assert [row.text() for row in sheet.takeaways._rows] == ["!One", "Two"]
    assert kept(workspace, meeting).notes == "Calm", "one part leaves the others alone"


def test_questions_are_added_ticked_and_answered(opener: Opener, workspace: Workspace, meeting: Meeting) -> None:
    sheet = opener.open(meeting)
    for text in ("How is a week?", "What would you change?"):
        QTest.keyClicks(sheet.questions.line, text)
        QTest.keyClick(sheet.questions.line, Qt.Key.Key_Return)
    first, second = sheet.questions._rows
    assert first.asked.accessibleName() == "Asked: How is a week?"
    QTest.keyClick(first.asked, Qt.Key.Key_Space)
    QTest.keyClicks(second.answer, "The paperwork")
    second.autosave.flush()
    assert kept(workspace, meeting).questions == (
        Question("How is a week?", asked=True),
        Question("What would you change?", asked=True, answer="The paperwork"),
    )
    assert sheet.questions._caption.text() == "2 of 2 asked"


def test_when_they_would_rather_not_the_notes_are_ones_own_reflection(
    opener: Opener, workspace: Workspace, meeting: Meeting
) -> None:
    sheet = opener.open(meeting)
    assert sheet.notes._script.isVisible()
    sheet.notes.consent.choose(Consent.ASKED_NO.value)
    sheet.notes.consent.activated.emit(0)
    assert kept(workspace, meeting).consent is Consent.ASKED_NO
    assert sheet.notes.accessibleName() == "My reflection afterwards"
    assert sheet.notes.notes.accessibleName() == "My reflection afterwards"
    assert not sheet.notes._script.isVisible()


def test_words_that_may_tell_who_a_client_is_are_named_and_never_block(
    opener: Opener, workspace: Workspace, meeting: Meeting
) -> None:
    sheet = opener.open(meeting)
    hint = sheet.notes.hint
    QTest.keyClicks(sheet.notes.notes, "Saw patient Maria S. there.")
    sheet.notes.save_now()
    assert "patient Maria S." in kept(workspace, meeting).notes
    assert hint.isVisible()
    assert "patient Maria S." in hint._said.text()
    hint._remove.click()
    assert "Maria" not in kept(workspace, meeting).notes
    assert not hint.isVisible()
    QTest.keyClicks(sheet.notes.notes, "Room 3, client John D. ")
    sheet.notes.save_now()
    assert hint.isVisible()
    hint._keep.click()
    assert not hint.isVisible()
    QTest.keyClicks(sheet.notes.notes, "more ")
    sheet.notes.save_now()
    assert not hint.isVisible(), "what was looked at is not told again"


def test_they_are_named_wherever_one_writes_and_each_line_is_read_by_itself(
    opener: Opener, workspace: Workspace, meeting: Meeting, renata: PersonId
) -> None:
    questions = (Question("Who?", True, "Her client Maria S. paints"), Question("What?", True, "A song for a client"))
    told = MeetingNotes(takeaways=("MRN 00123456", "Ask for the client"), questions=questions)
    workspace.meetings.keep(meeting.id, told)
    workspace.advice.receive(renata, "Visit client Maria S. once", meeting.id)
    sheet = opener.open(meeting)
    for card in (sheet.takeaways, sheet.questions, sheet.advice):
        assert card.hint.isVisible()
        card.hint._remove.click()
        assert not card.hint.isVisible()
    after = kept(workspace, meeting)
    assert after.takeaways == ("Ask for the client",)
    assert [one.answer for one in after.questions] == ["Her paints", "A song for a client"]
    assert [advice.text for advice in workspace.advice.of(renata)] == ["Visit once"]


def test_calling_off_and_agreeing_anew(qtbot: QtBot, opener: Opener, workspace: Workspace, renata: PersonId) -> None:
    meeting = book(workspace, renata, start="2026-03-20T09:00")
    sheet = opener.open(meeting)
    menu = sheet.facts._off.menu()
    assert [action.text() for action in menu.actions()] == ["They cancelled", "I have to cancel"]
    menu.actions()[0].trigger()
    assert workspace.meetings.get(meeting.id).state is MeetingState.CANCELLED_BY_THEM
    assert sheet._state.accessibleName() == "cancelled by them"
    assert sheet.facts._move.text() == "Agree on a new time…"
    with qtbot.waitSignal(opener.intents.move_meeting_wanted):
        sheet.facts._move.click()


def test_a_meeting_that_is_undone_while_it_is_open_closes_its_sheet(
    opener: Opener, workspace: Workspace, renata: PersonId
) -> None:
    opener.open(book(workspace, renata, start="2026-03-20T09:00"))
    workspace.history.undo()
    assert opener.place.sheet is None


def test_somebody_else_takes_the_place_of_the_sheet(opener: Opener, workspace: Workspace, meeting: Meeting) -> None:
    sheet = opener.open(meeting)
    QTest.keyClicks(sheet.notes.notes, "Half a")
    opener.place.show_person(add(workspace, "Tomás Rivera"))
    assert opener.place.sheet is None
    assert kept(workspace, meeting).notes == "Half a"


def test_a_group_opens_with_whoever_is_shown(opener: Opener, workspace: Workspace, renata: PersonId) -> None:
    tomas = add(workspace, "Tomás Rivera")
    meeting = met(workspace, renata, tomas, start="2026-03-17T09:00")
    opener.place.show_person(tomas)
    opener.open(meeting)
    assert opener.place.person == tomas


def test_the_calendar_file_is_written_where_one_says(
    qtbot: QtBot, opener: Opener, meeting: Meeting, tmp_path: Path
) -> None:
    sheet = opener.open(meeting)
    with qtbot.waitSignal(opener.intents.said):
        sheet.facts._calendar_menu.save_to(str(tmp_path / "talk.ics"))
    assert "SUMMARY:Video call with Renata Okafor" in (tmp_path / "talk.ics").read_text("utf-8")
    with qtbot.waitSignal(opener.intents.failed):
        sheet.facts._calendar_menu.save_to(str(tmp_path / "nowhere" / "talk.ics"))


def test_calendar_pages_open_by_a_click_only(
    opener: Opener, workspace: Workspace, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def catch(url: str) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr("otnet_desktop.ui.meetings.calendar_menu.open_link", catch)
    menu = opener.open(meeting).facts._calendar_menu
    assert opened == []
    menu.actions()[2].trigger()
    assert opened[0].startswith("https://calendar.google.com/")
    workspace.meetings.cancel(meeting.id, Side.ME)
    assert [action.isVisible() for action in menu.actions()] == [True, True, False, False, False]


def test_an_invitation_is_a_mail_one_sends_oneself(
    qtbot: QtBot, opener: Opener, workspace: Workspace, meeting: Meeting, tmp_path: Path
) -> None:
    menu = opener.open(meeting).facts._calendar_menu
    assert menu.invite.text() == "Invitation for a mail…"
    with qtbot.waitSignal(opener.intents.failed):
        menu.write_letter(str(tmp_path / "invitation.eml"))
    profile = workspace.people.get(meeting.plan.people[0]).profile
    points = (ContactPoint(ContactKind.EMAIL, "renata@larchmont.example"),)
    workspace.people.save(meeting.plan.people[0], replace(profile, contact_points=points))
    workspace.preferences.change(me=Me("Jordan Avery", email="jordan@school.example"))
    with qtbot.waitSignal(opener.intents.said):
        menu.write_letter(str(tmp_path / "invitation.eml"))
    assert b"METHOD:REQUEST" in (tmp_path / "invitation.eml").read_bytes()
    workspace.meetings.cancel(meeting.id, Side.ME)
    assert menu.invite.text() == "Cancellation for a mail…"


def test_everything_has_a_name_and_the_sheet_is_walked_from_top_to_bottom(
    opener: Opener, workspace: Workspace, meeting: Meeting
) -> None:
    workspace.meetings.join(meeting.id, add(workspace, "Tomás Rivera"))
    workspace.meetings.keep(meeting.id, MeetingNotes(takeaways=("One",), questions=(Question("How?"),)))
    sheet = opener.open(meeting)
    names = []
    widget = sheet.nextInFocusChain()
    while widget is not sheet:
        assert isinstance(widget, QWidget)
        reachable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
        if reachable and sheet.isAncestorOf(widget) and widget.focusProxy() is None:
            names.append(widget.accessibleName() or getattr(widget, "text", str)())
        widget = widget.nextInFocusChain()
    assert "" not in names
    order = [
        "Back", "Tomás Rivera was there", "It happened", "Show Tomás Rivera", "Counts as mentoring", "Call it off",
        "Answer to: How?", "Add a question", "Takeaways", "May I take notes?", "Notes",
    ]  # fmt: skip
    assert [name for name in names if name in order] == order


def test_mirrored_the_way_back_points_the_other_way(opener: Opener, meeting: Meeting, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    sheet = opener.open(meeting)
    back = sheet._back.mapTo(sheet, sheet._back.rect().center())
    assert back.x() > sheet.width() / 2
    assert sheet._back.property("glyphName") == "chevron-right"
