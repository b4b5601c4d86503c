"""One's own letters: from a letter to somebody to one for anybody, changed, renamed, deleted, and used."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.own_letters import OwnLetter, own_id
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.preferences import Me
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.outreach.composer import Composer
from otnet_desktop.ui.outreach.letters_page import LettersPage
from tests.factories import profile, school_ot
from tests.ui.real_window import RealWindow


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    workspace.preferences.change(me=Me("Jordan Avery", "OT student", "Harbor State"))
    return workspace.people.add(school_ot()).id


def shown(made: RealWindow) -> LettersPage:
    page = made.window.asides.shown
    assert isinstance(page, LettersPage)
    return page


def names(page: LettersPage) -> list[str]:
    return [page.letters.item(row).text() for row in range(page.letters.count())]


def composer(made: RealWindow) -> Composer:
    (found,) = [sheet for sheet in made.window.findChildren(Composer) if sheet.isVisible()]
    return found


def test_a_letter_to_somebody_becomes_one_for_anybody(made: RealWindow, renata: PersonId) -> None:
    made.window.intents.compose_wanted.emit(renata, "", "intro.setting_info")
    text = composer(made).page.body.toPlainText()
    assert "Renata" in text
    composer(made).page.own.click()
    page = shown(made)
    (kept,) = made.workspace.letters.all()
    assert (kept.title, kept.kind) == ("Learn about a setting", OutKind.INTRO)
    assert kept.body.startswith("Dear {greeting_name},")
    assert "Renata" not in kept.body + kept.subject
    assert "Jordan Avery" not in kept.body
    assert names(page)[:2] == ["My letters", "Learn about a setting"]
    made.wait(page.editor.title.hasFocus)
    assert page.editor.title.selectedText() == kept.title
    QTest.keyClicks(page.editor.title, "How I ask")
    made.wait(lambda: names(page)[1] == "How I ask")
    assert made.workspace.letters.get(kept.ref).title == "How I ask"
    other = made.workspace.people.add(profile("Bo Ek")).id
    made.window.asides.leave()
    made.window.intents.compose_wanted.emit(other, "", "")
    box = composer(made).page.letter
    assert [box.itemText(row) for row in range(3)] == ["A blank sheet", "My letters", "How I ask"]
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert composer(made).page.body.toPlainText().startswith("Dear Bo,")


def test_gaps_are_offered_with_what_they_would_hold(made: RealWindow, renata: PersonId) -> None:
    own = made.workspace.letters.add(OwnLetter("", "Mine", "Hello", "Dear "))
    made.window.intents.letters_wanted.emit(own.ref)
    editor = shown(made).editor
    texts = [action.text() for action in editor.fields.actions()]
    assert "their name: “Renata”" in texts[0]
    assert any("one time that suits you" in text for text in texts)
    editor.text.moveCursor(editor.text.textCursor().MoveOperation.End)
    editor.fields.actions()[0].trigger()
    assert editor.text.toPlainText() == "Dear {greeting_name}"
    assert editor.unknown.isHidden()
    QTest.keyClicks(editor.text, " {first_name}")
    assert editor.unknown.text() == "Nothing fills {first_name}; it would stay to be written."
    editor.flush()
    assert made.workspace.letters.get(own.ref).body == "Dear {greeting_name} {first_name}"


def test_what_is_typed_can_be_undone_and_so_can_a_deletion(made: RealWindow) -> None:
    own = made.workspace.letters.add(OwnLetter("", "Mine", "Hello", "One"))
    made.window.intents.letters_wanted.emit(own.ref)
    page = shown(made)
    page.editor.text.setPlainText("Two")
    page.editor.flush()
    made.workspace.history.undo()
    made.wait(lambda: page.editor.text.toPlainText() == "One")
    page.editor.remove.click()
    assert made.workspace.letters.all() == []
    assert "My letters" not in names(page)
    assert page.editor.title.isReadOnly()
    made.workspace.history.undo()
    made.wait(lambda: "Mine" in names(page))


def test_typing_is_kept_when_another_letter_is_chosen(made: RealWindow) -> None:
    first = made.workspace.letters.add(OwnLetter("", "A", "", "One"))
    second = made.workspace.letters.add(OwnLetter("", "B", "", "Two"))
    made.window.intents.letters_wanted.emit(first.ref)
    page = shown(made)
    QTest.keyClicks(page.editor.text, "And ")
    page.letters.setCurrentRow(2)
    assert page.editor.text.toPlainText() == "Two"
    assert made.workspace.letters.get(first.ref).body == "And One"
    assert made.workspace.letters.get(second.ref).body == "Two"


def test_a_letter_that_ships_is_read_and_made_ones_own(made: RealWindow) -> None:
    made.window.intents.letters_wanted.emit("")
    page = shown(made)
    assert page.editor.text.isReadOnly()
    assert page.editor.insert.isHidden()
    QTest.keyClick(page.letters, Qt.Key.Key_Down)
    assert page.editor.title.text() == "Advice on a skill"
    page.editor.make_own.click()
    (kept,) = made.workspace.letters.all()
    assert kept.body == made.workspace.material.letters["intro.skill_advice"].body
    assert not page.editor.text.isReadOnly()
    page.new.click()
    assert [letter.title for letter in made.workspace.letters.all()] == ["Advice on a skill", "My letter"]
    assert page.editor.title.text() == "My letter"


def test_a_letter_without_a_name_keeps_its_own(made: RealWindow) -> None:
    own = made.workspace.letters.add(OwnLetter("", "Mine", "", "One"))
    made.window.intents.letters_wanted.emit(own.ref)
    QTest.keyClick(shown(made).editor.title, Qt.Key.Key_Backspace)
    shown(made).editor.flush()
    assert made.workspace.letters.get(own.ref).title == "Mine"
    assert own_id(own.ref)
