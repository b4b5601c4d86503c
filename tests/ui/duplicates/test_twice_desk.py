"""Who is perhaps here twice: found, looked at side by side, made one, told apart and taken back, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.errors import NotSaved
from otnet_desktop.domain.people import ContactKind, ContactPoint, Person, Profile, Status
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.duplicates.merge_page import MergePage
from otnet_desktop.ui.duplicates.merge_with_form import MergeWithForm
from otnet_desktop.ui.duplicates.twice_page import SHARING, TwicePage
from otnet_desktop.ui.duplicates.two_people import rows_of
from otnet_desktop.ui.people.person_form import PersonForm
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from tests.ui.real_window import RealWindow, real_window

PHONE = ContactPoint(ContactKind.PHONE, "604 555 0102")
HOSTILE = "<img src='file:///etc/passwd'> & Co"


@pytest.fixture
def emilies(workspace: Workspace) -> tuple[Person, Person]:
    """One person under two names, beside two colleagues at one mailbox."""
    desk = ContactPoint(ContactKind.EMAIL, "desk@mill.example")
    for family in ("Ito", "Ortiz"):
        workspace.people.add(Profile(given="Luis" if family == "Ito" else "Bo", family=family, contact_points=(desk,)))
    one = Profile(given="Emily", family="Clark", contact_points=(PHONE,), note=HOSTILE, role="clinician")
    other = Profile(given="Emily", family="Novak", contact_points=(PHONE,), tags=("alumni",), role="educator")
    return workspace.people.add(one), workspace.people.add(other)


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, emilies: tuple[Person, Person], tmp_path: Path) -> Iterator[RealWindow]:
    assert emilies
    with real_window(qtbot, workspace, tmp_path) as made:
        yield made


def listed(real: RealWindow) -> TwicePage:
    """The page of pairs, once everybody was compared."""
    real.life.actions[Act.TWICE].trigger()
    page = real.window.asides.shown
    assert isinstance(page, TwicePage)
    real.wait(lambda: page.pairs.isVisible() or page.none.isVisible())
    return page


def beside(real: RealWindow) -> MergePage:
    page = real.window.asides.shown
    assert isinstance(page, MergePage)
    return page


def texts(page: TwicePage) -> list[str]:
    return [page.pairs.item(row).text() for row in range(page.pairs.count())]


def names(real: RealWindow) -> set[str]:
    people = real.workspace.store.people
    return {person.profile.full_name for person in people.many(people.everyone())}


def click(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def test_pairs_and_what_is_only_shared_are_told_apart(real: RealWindow) -> None:
    page = listed(real)
    assert texts(page) == [
        "Emily Clark · Emily Novak\nthe same first name (the family name may have changed), the same telephone number"
    ]
    assert real.window.focusWidget() is page.pairs
    page.kind.choose(SHARING)
    assert texts(page) == ["Luis Ito · Bo Ortiz\nthe same e-mail address"]
    assert page.look_button.isEnabled()


def test_two_become_one_and_come_apart(real: RealWindow, emilies: tuple[Person, Person]) -> None:
    page = listed(real)
    QTest.keyClick(page.pairs, Qt.Key.Key_Return)
    merge = beside(real)
    assert [row.key for row in merge.rows if row.key] == ["name", "role"]
    assert QApplication.focusWidget() is merge.rows[0].buttons()[0]
    merge.rows[0].buttons()[1].click()
    click(merge.accept_button)
    real.wait(lambda: real.said)
    assert real.said == ["Emily Novak is one person now"]
    assert names(real) == {"Luis Ito", "Bo Ortiz", "Emily Novak"}
    one = real.workspace.people.get(emilies[0].id).profile
    assert (one.role, one.also_named, one.tags) == ("clinician", ("Emily Clark",), ("alumni",))
    assert "Role: educator" in one.note
    shown = real.window.asides.shown
    assert isinstance(shown, TwicePage)
    real.wait(shown.none.isVisible)
    real.life.actions[Act.UNDO].trigger()
    real.wait(shown.pairs.isVisible)
    assert "Emily Clark" in names(real)


def test_two_stay_two(real: RealWindow) -> None:
    page = listed(real)
    click(page.different_button)
    real.wait(page.none.isVisible)
    assert len(names(real)) == 4
    real.life.actions[Act.UNDO].trigger()
    real.wait(page.pairs.isVisible)


def test_on_the_page_of_both_they_are_told_apart_as_well(real: RealWindow, emilies: tuple[Person, Person]) -> None:
    real.window.intents.merge_wanted.emit([person.id for person in emilies])
    click(beside(real).different_button)
    assert real.window.asides.shown is None
    assert real.window.person == emilies[0].id
    assert real.workspace.store.not_same.pairs() == {(emilies[0].id, emilies[1].id)}


def test_nothing_from_outside_becomes_markup(real: RealWindow, emilies: tuple[Person, Person]) -> None:
    real.window.intents.merge_wanted.emit([person.id for person in emilies])
    assert HOSTILE in [row.values[0] for row in rows_of(real.workspace, beside(real).alike)]


def test_a_stricter_status_is_told_before(real: RealWindow, emilies: tuple[Person, Person]) -> None:
    real.workspace.people.set_status(emilies[1].id, Status.DO_NOT_CONTACT)
    real.window.intents.merge_wanted.emit([person.id for person in emilies])
    told = [label.text() for label in beside(real).findChildren(PlainLabel)]
    assert "One of them asked not to be contacted: that holds for both names." in told
    assert "In common: the same first name (the family name may have changed), the same telephone number." in told


def test_two_chosen_in_the_list_are_merged_from_the_menu(real: RealWindow, emilies: tuple[Person, Person]) -> None:
    view = real.window.people.view
    real.window.show_person(emilies[0].id)
    model = view.model()
    (row,) = [
        n for n in range(model.rowCount()) if "Novak" in str(model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    ]
    where = view.visualRect(model.index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, where)
    assert sorted(view.chosen_people()) == [person.id for person in emilies]
    real.life.actions[Act.MERGE].trigger()
    assert beside(real).alike.people == emilies


def test_somebody_is_named_to_be_the_same_as_who_is_shown(real: RealWindow, emilies: tuple[Person, Person]) -> None:
    real.window.show_person(emilies[0].id)
    real.life.actions[Act.MERGE].trigger()
    form = real.window.findChild(MergeWithForm)
    assert form is not None
    click(form.accept_button)
    assert form.isVisible()
    form.other.line.setText("Emily Novak")
    form.other.settle()
    click(form.accept_button)
    assert beside(real).alike.people[1].id == emilies[1].id


def test_what_could_not_be_done_may_be_tried_again(
    real: RealWindow, emilies: tuple[Person, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    real.window.intents.merge_wanted.emit([person.id for person in emilies])
    page = beside(real)

    def full(*_: object) -> None:
        raise NotSaved("The disk is full.", "Make room and try again.")

    monkeypatch.setattr(real.workspace.store.backups, "make", full)
    click(page.accept_button)
    assert not page.accept_button.isEnabled()
    real.wait(lambda: real.failed)
    assert page.accept_button.isEnabled()
    assert len(names(real)) == 4


def test_who_is_added_by_hand_is_looked_at_as_well(real: RealWindow) -> None:
    real.life.actions[Act.ADD_PERSON].trigger()
    form = real.window.findChild(PersonForm)
    assert form is not None
    real.wait(form.isVisible)
    QTest.keyClicks(form.focusWidget(), "Emily Clark")
    click(form.accept_button)
    assert "Emily Clark was added" in real.said
    real.wait(lambda: "here twice" in real.window.banner.said())


def test_after_an_import_it_says_who_is_perhaps_here_twice(real: RealWindow, tmp_path: Path) -> None:
    file = tmp_path / "more.vcf"
    file.write_text("BEGIN:VCARD\nVERSION:3.0\nN:Roe;Emmy;;;\nFN:Emmy Roe\nTEL:+1 604 555 0102\nEND:VCARD\n")
    imported = real.workspace.importing.carry_out(real.workspace.importing.plan([file]))
    assert imported.newcomers
    real.window.intents.came_in.emit(imported.newcomers)
    real.wait(lambda: "here twice" in real.window.banner.said())
    real.window.banner.take.click()
    assert isinstance(real.window.asides.shown, TwicePage)


def test_the_keyboard_stays_in_the_list_of_pairs(real: RealWindow) -> None:
    page = listed(real)
    page.different_button.setFocus()
    page.different_button.click()
    real.wait(page.none.isVisible)
    focused = real.window.focusWidget()
    assert focused is not None
    assert page.isAncestorOf(focused)


def test_the_keyboard_is_back_at_the_button_when_it_could_not_be_done(
    real: RealWindow, emilies: tuple[Person, Person], qtbot: QtBot
) -> None:
    one, other = emilies
    real.window.intents.merge_wanted.emit([one.id, other.id])
    page = beside(real)
    real.workspace.store.backups.folder.write_text("a file in its place")
    page.accept_button.setFocus()
    with qtbot.waitSignal(real.window.intents.failed):
        page.accept_button.click()
    assert real.window.focusWidget() is page.accept_button


def test_three_are_looked_at_together_and_whoever_is_another_is_left_out(
    real: RealWindow, emilies: tuple[Person, Person]
) -> None:
    third = real.workspace.people.add(Profile(given="Emily", family="Roe", contact_points=(PHONE,), nickname="Em"))
    page = listed(real)
    QTest.keyClick(page.pairs, Qt.Key.Key_Return)
    three = beside(real)
    assert [person.id for person in three.alike.people] == [*(person.id for person in emilies), third.id]
    assert three.different_button.text() == "They are different people"
    click(three.heads[1].out)
    two = beside(real)
    assert [person.id for person in two.alike.people] == [emilies[0].id, third.id]
    two.rows[0].buttons()[1].click()
    click(two.accept_button)
    real.wait(lambda: real.said)
    assert names(real) == {"Luis Ito", "Bo Ortiz", "Emily Novak", "Emily Roe"}


def test_three_become_one_with_the_name_of_the_third(real: RealWindow, emilies: tuple[Person, Person]) -> None:
    third = real.workspace.people.add(Profile(given="Emily", family="Roe", contact_points=(PHONE,)))
    real.window.intents.merge_wanted.emit([*(person.id for person in emilies), third.id])
    page = beside(real)
    assert [len(row.buttons()) for row in page.rows if row.key] == [3, 2], "the third says nothing of a role"
    page.rows[0].buttons()[2].click()
    click(page.accept_button)
    real.wait(lambda: real.said)
    assert names(real) == {"Luis Ito", "Bo Ortiz", "Emily Roe"}
    assert real.workspace.people.get(emilies[0].id).profile.role == "clinician"
