"""The trash as one sees it: who, when, until when; back again, one or several; for good after one question."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.errors import NotSaved
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.trash import TrashId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.people.forget_form import ForgetForm
from otnet_desktop.ui.people.trash_page import TrashPage
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from tests.factories import profile, school_ot
from tests.services.clocks import SettableClock
from tests.ui.real_window import RealWindow, real_window


@pytest.fixture
def gone(workspace: Workspace, clock: SettableClock) -> list[PersonId]:
    """Renata was deleted yesterday, Bo today; Ann stays."""
    people = [workspace.people.add(who).id for who in (school_ot(), profile("Bo Ek"), profile("Ann"))]
    workspace.people.remove(people[0])
    clock.advance(days=1)
    workspace.people.remove(people[1])
    return people[:2]


@pytest.fixture
def made(qtbot: QtBot, workspace: Workspace, gone: list[PersonId], tmp_path: Path) -> Iterator[RealWindow]:
    with real_window(qtbot, workspace, tmp_path) as window:
        yield window


@pytest.fixture
def page(made: RealWindow) -> TrashPage:
    made.life.actions[Act.TRASH].trigger()
    shown = made.window.asides.shown
    assert isinstance(shown, TrashPage)
    return shown


def said(page: TrashPage) -> list[str]:
    return [page.people.item(row).text() for row in range(page.people.count())]


def here(workspace: Workspace) -> set[str]:
    return {person.profile.given for person in workspace.people.many(workspace.store.people.everyone())}


def test_it_tells_who_when_and_until_when(page: TrashPage) -> None:
    bo, renata = (text.splitlines() for text in said(page))
    assert bo == ["Bo Ek", "Deleted today 10:00 · gone for good 18 Apr"]
    assert renata[0].startswith("Renata Núñez · School OT")
    assert renata[1] == "Deleted yesterday 10:00 · gone for good 17 Apr"


def test_enter_restores_whoever_is_chosen(page: TrashPage, workspace: Workspace, qtbot: QtBot) -> None:
    page.people.setCurrentRow(1)
    QTest.keyClick(page.people, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(page)) == 1)
    assert here(workspace) == {"Ann", "Renata"}


def test_several_are_restored_as_one_step(
    page: TrashPage, made: RealWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    page.people.selectAll()
    with qtbot.waitSignal(made.window.intents.undoable) as told:
        page.restore.click()
    assert told.args == ["2 people are back"]
    assert page.none.isVisible()
    made.life.actions[Act.UNDO].trigger()
    assert here(workspace) == {"Ann"}
    assert len(said(page)) == 2


def test_the_keyboard_stays_in_the_page(page: TrashPage, made: RealWindow, qtbot: QtBot) -> None:
    for left in (1, 0):
        page.restore.setFocus()
        with qtbot.waitSignal(made.window.intents.undoable):
            page.restore.click()
        assert len(said(page)) == left
        focused = made.window.focusWidget()
        assert focused is not None
        assert page.isAncestorOf(focused)


def asked(page: TrashPage) -> ForgetForm:
    page.forget.click()
    (form,) = page.window().findChildren(ForgetForm)
    return form


def test_deleting_for_good_asks_once_and_is_told_when_it_is_done(
    page: TrashPage, made: RealWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    page.people.selectAll()
    form = asked(page)
    texts = [label.text() for label in form.findChildren(PlainLabel)]
    assert "Delete 2 people for good?" in texts
    assert not form.backups.isVisibleTo(form)
    with qtbot.waitSignal(made.window.intents.said) as told:
        form.accept_button.click()
    assert told.args == ["Deleted for good: nothing of it is left in your data."]
    assert workspace.trash.count() == 0
    assert not workspace.store.wiping.is_owed()
    undo = made.life.actions[Act.UNDO]
    assert (undo.text(), undo.isEnabled()) == ("&Undo ends here: somebody was deleted for good", False)


def test_esc_deletes_nobody(page: TrashPage, workspace: Workspace) -> None:
    form = asked(page)
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert workspace.trash.count() == 2


def test_backups_are_named_and_go_too_where_one_asks(
    page: TrashPage, made: RealWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    old, _note = workspace.care.back_up()
    form = asked(page)
    assert any("One dated backup may still hold them" in label.text() for label in form.findChildren(PlainLabel))
    form.backups.setChecked(True)
    with qtbot.waitSignal(made.window.intents.said):
        form.accept_button.click()
    assert not old.exists()
    (kept,) = workspace.care.backups()
    assert workspace.care.trouble_of(kept) == ""


def test_the_message_after_a_deletion_leads_there(made: RealWindow, workspace: Workspace) -> None:
    made.window.show_person(workspace.store.people.everyone()[0])
    made.life.actions[Act.DELETE_PERSON].trigger()
    button = next(b for b in made.window.findChildren(QPushButton) if b.text() == "Show trash")
    assert button.isVisible()
    button.click()
    assert isinstance(made.window.asides.shown, TrashPage)


def test_many_are_found_by_name(made: RealWindow, workspace: Workspace) -> None:
    people = [workspace.people.add(profile(f"Number {n}")).id for n in range(10)]
    workspace.people.remove(*people)
    made.life.actions[Act.TRASH].trigger()
    page = made.window.asides.shown
    assert isinstance(page, TrashPage)
    page.search.setText("renata")
    assert [text.split(" ")[0] for text in said(page)] == ["Renata"]
    page.search.setText("nobody")
    assert said(page) == []


def test_one_may_go_elsewhere_while_somebody_comes_back(made: RealWindow, page: TrashPage) -> None:
    page.people.item(0).setSelected(True)
    page.restore.click()
    made.window.asides.leave()
    made.wait(lambda: made.said == ["Bo Ek is back"])


def test_what_went_wrong_is_told_elsewhere_too(
    made: RealWindow, page: TrashPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_heads: list[TrashId]) -> list[PersonId]:
        raise NotSaved("The disk is full.")

    monkeypatch.setattr(workspace.trash, "restore", fails)
    page.people.item(0).setSelected(True)
    page.restore.click()
    made.window.asides.leave()
    made.wait(lambda: made.failed)
