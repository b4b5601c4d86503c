"""A letter on its sheet, as somebody writes and hands it over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.errors import NotSaved, OtnetError
from otnet_desktop.domain.letters import gaps_in
from otnet_desktop.domain.messages import Channel, Message, MessageState
from otnet_desktop.domain.people import ContactKind, ContactPoint, PersonId, Status
from otnet_desktop.domain.preferences import Me
from otnet_desktop.domain.research import KeyPoint, Purpose
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.outreach.composer import Composer
from otnet_desktop.ui.outreach.writing_desk import WritingDesk
from otnet_desktop.ui.person_place import PersonPlace
from tests.factories import profile, school_ot


class Pane(QWidget):
    """Stands for the person's own page."""

    def show_person(self, person: int) -> None:
        """It shows nobody."""


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    workspace.preferences.change(me=Me("Jordan Avery", "OT student", "Harbor State"))
    person = workspace.people.add(school_ot()).id
    workspace.research.save_purpose(person, Purpose("setting_info", "How push-in works"))
    workspace.research.add_key_point(person, KeyPoint("Wrote the sensory path guide"))
    return person


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
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    window.close()


def write(place: PersonPlace, intents: Intents, person: PersonId, reminder: str = "", letter: str = "") -> Composer:
    intents.compose_wanted.emit(person, reminder, letter)
    assert isinstance(place.sheet, Composer)
    return place.sheet


def only_message(workspace: Workspace, person: PersonId) -> Message:
    (message,) = workspace.outreach.of(person)
    return message


def fill_gaps(composer: Composer) -> None:
    composer.page.body.setPlainText(
        composer.page.body.toPlainText()
        .replace("‹one time that suits you›", "Tuesday 17:00")
        .replace("‹another time that suits you›", "Friday 09:00")
    )


def test_the_letter_opens_filled_and_at_its_first_gap(
    place: PersonPlace, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    page = write(place, intents, renata).page
    assert page.title.text() == "Write to Renata Núñez"
    assert page.address.way().address == "renata@larchmont.example"
    assert page.letter.currentText() == "Learn about a setting"
    assert "Why I write: Learn about a setting: How push-in works" in page.reasons._why.text()
    assert page.body.hasFocus()
    assert page.body.textCursor().selectedText() == "‹one time that suits you›"
    assert "Still to fill in: one time that suits you, another time that suits you" in page.advice.said
    assert "words · short enough to be read at once" in page.advice.said
    assert workspace.outreach.of(renata) == []


def test_what_is_typed_is_kept_and_told(
    place: PersonPlace, workspace: Workspace, intents: Intents, renata: PersonId, qtbot: QtBot
) -> None:
    composer = write(place, intents, renata)
    QTest.keyClicks(composer.page.body, "Tuesday 17:00")
    qtbot.waitUntil(lambda: bool(workspace.outreach.of(renata)))
    assert "Tuesday 17:00 or ‹another" in only_message(workspace, renata).body
    assert composer.page.mark.accessibleName() == "Saved"
    QTest.keyClick(composer.page.subject, Qt.Key.Key_End)  # it shows its beginning
    QTest.keyClicks(composer.page.subject, "!")
    QTest.keyClick(composer.page.body, Qt.Key.Key_Escape)
    assert place.sheet is None
    assert only_message(workspace, renata).subject.endswith("!")
    again = write(place, intents, renata)
    assert again.page.subject.text().endswith("!")


def test_who_only_looks_leaves_no_draft(
    place: PersonPlace, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    QTest.keyClick(write(place, intents, renata).page.body, Qt.Key.Key_Escape)
    assert workspace.outreach.of(renata) == []


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier),
    ],
)
def test_a_letter_goes_to_the_mail_program_and_is_not_sent_by_that(
    place: PersonPlace,
    workspace: Workspace,
    intents: Intents,
    renata: PersonId,
    opened: list[str],
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
) -> None:
    composer = write(place, intents, renata)
    fill_gaps(composer)
    QTest.keyClick(composer.page.body, key, modifiers)
    (link,) = opened
    assert link.startswith("mailto:renata@larchmont.example?subject=")
    assert "Tuesday 17:00 or Friday 09:00" in unquote(link)
    assert only_message(workspace, renata).state is MessageState.HANDED_OVER
    assert workspace.people.outlook(renata).last_reached_out is None


def test_a_gap_is_shown_once_before_it_goes(
    place: PersonPlace, workspace: Workspace, intents: Intents, renata: PersonId, opened: list[str], qtbot: QtBot
) -> None:
    composer = write(place, intents, renata)
    with qtbot.waitSignal(intents.said):
        composer.page.mail.click()
    assert opened == []
    assert composer.page.body.textCursor().selectedText() == "‹one time that suits you›"
    composer.page.mail.click()
    assert len(opened) == 1


def test_what_is_too_long_for_a_link_goes_by_the_clipboard(
    place: PersonPlace, intents: Intents, renata: PersonId, opened: list[str]
) -> None:
    composer = write(place, intents, renata)
    long = "é" * 400
    composer.page.body.setPlainText(long)
    composer.ways_out.hand_over()
    assert QApplication.clipboard().text() == long
    assert "body=" not in opened[0]


def test_without_a_mail_program_the_letter_is_on_the_clipboard(
    place: PersonPlace, intents: Intents, renata: PersonId, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("otnet_desktop.ui.outreach.handing_over.open_link", lambda _url: False)
    composer = write(place, intents, renata)
    composer.page.body.setPlainText("Dear Renata, thank you.")
    with qtbot.waitSignal(intents.said) as told:
        composer.ways_out.hand_over()
    assert "No mail program answered" in told.args[0]
    assert QApplication.clipboard().text() == "Dear Renata, thank you."


def test_a_file_for_mail_programs(
    place: PersonPlace, workspace: Workspace, intents: Intents, renata: PersonId, tmp_path: Path
) -> None:
    composer = write(place, intents, renata)
    composer.page.body.setPlainText("Dear Renata, thank you.")
    composer.ways_out.save_as()
    composer.ways_out.hands.write(str(tmp_path / "letter.eml"))
    written = (tmp_path / "letter.eml").read_bytes()
    assert (tmp_path / "letter.eml").stat().st_mode & 0o777 == 0o600
    assert b"X-Unsent: 1" in written
    assert b"renata@larchmont.example" in written
    assert only_message(workspace, renata).state is MessageState.HANDED_OVER


def test_every_letter_can_be_chosen_and_taken_back(place: PersonPlace, intents: Intents, renata: PersonId) -> None:
    page = write(place, intents, renata).page
    before = page.body.toPlainText()
    for row in range(page.letter.count()):
        if page.letter.model().index(row, 0).flags() & Qt.ItemFlag.ItemIsEnabled:
            page.letter.setCurrentIndex(row)
            page.letter.activated.emit(row)
            assert "Renata" in page.body.toPlainText() or page.letter.letter() in (
                "thank_you.group",
                "intro.fieldwork_gatekeeper",
            )
            assert "{" not in page.whole_text()
            page.body.undo()
    assert page.body.toPlainText() == before


def test_who_writes_is_asked_once_and_stands_wherever_it_was_missing(
    place: PersonPlace, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    workspace.preferences.change(me=Me())
    page = write(place, intents, renata).page
    assert not page.me.isHidden()
    fields = page.me.findChildren(QLineEdit)
    for field, text in zip(fields, ("Kim Lee", "OT student", "Harbor State"), strict=True):
        field.setText(text)
    QTest.keyClick(fields[0], Qt.Key.Key_Return)
    assert page.me.isHidden()
    assert "I am Kim Lee, an OT student at Harbor State." in page.body.toPlainText()
    assert "your name" not in gaps_in(page.whole_text())
    assert workspace.preferences.current.me.name == "Kim Lee"
    place.leave()
    assert write(place, intents, renata).page.me.isHidden()


def test_length_and_hints_follow_every_key(place: PersonPlace, intents: Intents, renata: PersonId) -> None:
    page = write(place, intents, renata).page
    page.body.setPlainText("Send me a job. " + "word " * 118)
    said = page.advice.said
    assert "122 words · a little long; 100 are enough" in said
    for hint in ("who you are", "why you write", "one clear question", "“please”", "speaks of a job"):
        assert hint in said
    page.body.setPlainText("word " * 151)
    assert "long; most people put such a letter off" in page.advice.said
    page.body.setPlainText("Thank you. My patient Maria S. did well.")
    assert not page.privacy.isHidden()
    assert page.mail.isEnabled()


def test_a_subject_may_tell_who_a_client_is_too(
    place: PersonPlace, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    page = write(place, intents, renata).page
    page.body.setPlainText("Dear Renata, one question.")
    assert not page.privacy.isVisible()
    page.subject.clear()
    QTest.keyClicks(page.subject, "About client Maria S. and you")
    assert page.privacy.isVisible()
    page.privacy._remove.click()
    assert (page.subject.text(), page.body.toPlainText()) == ("About and you", "Dear Renata, one question.")
    assert not page.privacy.isVisible()


def test_the_gatekeeper_closes_the_ways_out_until_answered(
    place: PersonPlace, workspace: Workspace, intents: Intents, renata: PersonId, opened: list[str]
) -> None:
    workspace.research.say_why(renata, "fieldwork_placement")
    composer = write(place, intents, renata)
    page = composer.page
    composer.page.body.setPlainText("Dear Renata")
    assert page.gate.question.isVisibleTo(composer)
    assert [b.isEnabled() for b in (page.mail, page.copy, page.file)] == [False] * 3
    composer.ways_out.hand_over()
    assert opened == []
    page.gate.question.yes.click()
    assert page.gate.isHidden()
    composer.ways_out.hand_over()
    assert len(opened) == 1


def test_nobody_is_written_to_against_their_wish(
    place: PersonPlace, workspace: Workspace, intents: Intents, renata: PersonId, qtbot: QtBot
) -> None:
    workspace.people.set_status(renata, Status.DO_NOT_CONTACT)
    with qtbot.waitSignal(intents.failed) as told:
        intents.compose_wanted.emit(renata, "", "")
    assert isinstance(told.args[0], OtnetError)
    assert place.sheet is None


def test_without_an_address_one_may_write_another_way(
    place: PersonPlace, workspace: Workspace, intents: Intents, opened: list[str], qtbot: QtBot
) -> None:
    linked = ContactPoint(ContactKind.LINKEDIN, "https://www.linkedin.com/in/kai")
    kai = workspace.people.add(profile("Kai Kahale", contact_points=(linked,))).id
    composer = write(place, intents, kai)
    page = composer.page
    assert page.address.way().channel is Channel.EMAIL
    assert page.no_address.isVisibleTo(composer)
    with qtbot.waitSignal(intents.edit_person_wanted):
        page.no_address.click()
    page.address.choose(Channel.LINKEDIN)
    assert not page.mail.isVisibleTo(composer)
    page.body.setPlainText("Hello Kai, thank you.")
    composer.ways_out.hand_over()
    assert opened == ["https://www.linkedin.com/in/kai"]
    assert QApplication.clipboard().text() == "Hello Kai, thank you."
    assert only_message(workspace, kai).channel is Channel.LINKEDIN
    profile_now = workspace.people.get(kai).profile
    mail = ContactPoint(ContactKind.EMAIL, "kai@clinic.example")
    workspace.people.save(kai, replace(profile_now, contact_points=(linked, mail)))
    page.address.choose(Channel.EMAIL)
    assert page.address.way().address == "kai@clinic.example"


def test_a_draft_that_was_undone_begins_anew_and_one_that_was_sent_leaves(
    place: PersonPlace, workspace: Workspace, intents: Intents, renata: PersonId, qtbot: QtBot
) -> None:
    composer = write(place, intents, renata)
    QTest.keyClicks(composer.page.body, "Monday")
    assert composer._keeper.flush()
    workspace.history.undo()
    assert workspace.outreach.of(renata) == []
    QTest.keyClicks(composer.page.body, " or Tuesday")
    assert composer._keeper.flush()
    workspace.composing.sent(only_message(workspace, renata).id)
    assert place.sheet is None
    assert only_message(workspace, renata).state is MessageState.SENT


def test_what_cannot_be_saved_is_on_the_clipboard_when_one_leaves(
    workspace: Workspace,
    intents: Intents,
    place: PersonPlace,
    renata: PersonId,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_letter: object) -> None:
        raise NotSaved("Not saved: the disk is full.")

    told: list[str] = []
    intents.said.connect(told.append)
    composer = write(place, intents, renata)
    composer.page.body.setPlainText("Dear Renata, an hour of work")
    monkeypatch.setattr(workspace.composing, "save", full)
    place.leave()
    assert QApplication.clipboard().text() == "Dear Renata, an hour of work"
    assert told == ["Not saved. What you wrote is on the clipboard."]
