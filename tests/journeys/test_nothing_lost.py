"""Deleted by mistake, looked for weeks later, and one of them gone for good: through the real window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import PersonId
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.people.changes_page import ChangesPage
from otnet_desktop.ui.people.forget_form import ForgetForm
from otnet_desktop.ui.people.trash_page import TrashPage
from tests.factories import profile
from tests.journeys.test_first_walk import Desktop, press, running
from tests.services.clocks import SettableClock
from tests.ui.network import met


def test_nothing_is_lost_until_one_says_so(tmp_path: Path, clock: SettableClock, qtbot: QtBot) -> None:
    with running(tmp_path, clock, qtbot) as desktop:
        ann, cy, _zyx = (desktop.workspace.people.add(profile(name)).id for name in ("Ann Ash", "Cy Cole", "Zyx Wvu"))
        met(desktop.workspace, ann, cy, start="2026-03-17T17:00")
        delete_both(desktop, qtbot, ann)
        desktop.workspace.research.save_notes(cy, "Asked after Ann")
    clock.advance(days=20)
    with running(tmp_path, clock, qtbot) as desktop:
        bring_back(desktop, qtbot, ann, cy)
        forget_the_other(desktop, qtbot)
        read_what_changed(desktop, qtbot, ann)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not [path for path in files if b"zyx" in path.read_bytes().lower()]


def act(desktop: Desktop, wanted: Act) -> QAction:
    found = desktop.window.findChild(QAction, wanted)
    assert isinstance(found, QAction)
    return found


def delete_both(desktop: Desktop, qtbot: QtBot, first: PersonId) -> None:
    """The first is chosen, the last with Ctrl; one key deletes both, and the message offers both ways back."""
    desktop.window.show_person(first)
    view = desktop.window.people.view
    last = view.visualRect(view.model().index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, last)
    assert desktop.window.people.several is not None
    assert desktop.window.people.several.isVisible()
    with qtbot.waitSignal(desktop.window.intents.deleted):
        act(desktop, Act.DELETE_PERSON).trigger()
    ways = {button.text() for button in desktop.window.findChildren(QPushButton) if button.isVisible()}
    assert {"Undo", "Show trash"} <= ways


def trash(desktop: Desktop) -> TrashPage:
    act(desktop, Act.TRASH).trigger()
    page = desktop.window.asides.shown
    assert isinstance(page, TrashPage)
    return page


def choose(page: TrashPage, name: str) -> None:
    (item,) = page.people.findItems(name, Qt.MatchFlag.MatchStartsWith)
    page.people.setCurrentItem(item)


def bring_back(desktop: Desktop, qtbot: QtBot, ann: PersonId, cy: PersonId) -> None:
    """After three weeks and other changes, Enter brings Ann back into the meeting she was in."""
    page = trash(desktop)
    choose(page, "Ann")
    with qtbot.waitSignal(desktop.window.intents.undoable):
        QTest.keyClick(page.people, Qt.Key.Key_Return)
    (meeting,) = desktop.workspace.meetings.of(ann)
    assert set(meeting.plan.people) == {ann, cy}
    assert desktop.workspace.care.check() == []


def forget_the_other(desktop: Desktop, qtbot: QtBot) -> None:
    """One question, and undo ends there."""
    page = trash(desktop)
    choose(page, "Zyx")
    press(page, "Delete for good…")
    (form,) = desktop.window.findChildren(ForgetForm)
    form.backups.setChecked(True)
    with qtbot.waitSignal(desktop.window.intents.said):
        press(form, "Delete for good")
    assert desktop.workspace.trash.count() == 0
    assert act(desktop, Act.UNDO).text() == "&Undo: Restore person"


def read_what_changed(desktop: Desktop, qtbot: QtBot, ann: PersonId) -> None:
    """Her way back is told, and who she is by now."""
    desktop.window.show_person(ann)
    act(desktop, Act.CHANGES).trigger()
    page = desktop.window.asides.shown
    assert isinstance(page, ChangesPage)
    qtbot.waitUntil(lambda: page.changes.count() > 0)
    assert page.changes.item(0).text().startswith("Restore person · today 10:00 · in the window")
