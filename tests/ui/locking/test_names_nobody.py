"""Locked, nothing that can be seen, heard or reached names anybody, and what was open comes back as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.journey.paper import Paper
from otnet_desktop.ui.journey.printing import PaperDialog
from otnet_desktop.ui.locking.locker import Locker
from otnet_desktop.ui.people.person_form import PersonForm
from tests.factories import profile
from tests.ui.locking.locked import PASSPHRASE, seen, unlock
from tests.ui.real_window import RealWindow, real_window


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[RealWindow]:
    person = workspace.people.add(profile("Renata Okafor")).id
    workspace.locking.set_passphrase(PASSPHRASE)
    with real_window(qtbot, workspace, tmp_path) as made:
        made.window.intents.person_wanted.emit(person)
        yield made


def told(thing: QAccessibleInterface) -> Iterator[str]:
    """All that a screen reader finds in what is shown."""
    if thing.state().invisible:
        return
    yield thing.text(QAccessible.Text.Name)
    yield thing.text(QAccessible.Text.Description)
    yield thing.text(QAccessible.Text.Value)
    for place in range(thing.childCount()):
        if (inside := thing.child(place)) is not None:
            yield from told(inside)


def test_a_screen_reader_finds_nobody(qapp: QApplication, real: RealWindow, locker: Locker) -> None:
    program = QAccessible.queryAccessibleInterface(qapp)
    assert any("Renata" in text for text in told(program))
    locker.lock()
    heard = list(told(program))
    assert any("Passphrase" in text for text in heard)
    assert not any("Renata" in text or "Okafor" in text for text in heard)


def test_no_title_names_anybody(real: RealWindow, locker: Locker) -> None:
    person = real.workspace.people.get(PersonId(real.window.person))
    form = PersonForm(real.workspace, real.window.intents, person, parent=real.window)
    form.open()
    assert "Renata" in form.windowTitle()
    locker.lock()
    titles = [window.title() for window in QGuiApplication.topLevelWindows() if window.isVisible()]
    assert titles == [locker.lock_window.windowTitle()]
    assert "Renata" not in titles[0]
    form.close()


def test_a_form_half_filled_in_comes_back_with_what_was_typed(qtbot: QtBot, real: RealWindow, locker: Locker) -> None:
    real.life.actions[Act.ADD_PERSON].trigger()
    form = real.window.findChild(PersonForm)
    assert isinstance(form, PersonForm)
    line = next(line for line in form.findChildren(QLineEdit) if line.isVisible())
    QTest.keyClicks(line, "Ben Brown")
    locker.lock()
    assert seen() == [locker.lock_window]
    unlock(qtbot, locker)
    assert form.isVisible()
    assert line.text() == "Ben Brown"
    form.close()


def test_a_preview_of_a_page_to_print_is_away_and_comes_back(qtbot: QtBot, real: RealWindow, locker: Locker) -> None:
    paper = Paper("Renata Okafor", 12)
    preview = PaperDialog(paper, real.window)
    preview.show()
    shown = set(seen())
    locker.lock()
    assert seen() == [locker.lock_window]
    unlock(qtbot, locker)
    assert set(seen()) == shown
    for dialog in real.window.findChildren(QDialog):
        dialog.close()


def test_a_tool_tip_on_the_screen_goes(qtbot: QtBot, real: RealWindow, locker: Locker) -> None:
    QToolTip.showText(QPoint(50, 50), "Renata Okafor", real.window)
    qtbot.waitUntil(QToolTip.isVisible)
    locker.lock()
    assert seen() == [locker.lock_window]


def test_nothing_can_be_let_go_on_it(real: RealWindow, locker: Locker) -> None:
    """A file would become its address, in the field for the passphrase."""
    locker.lock()
    window = locker.lock_window
    assert [part for part in (window, *window.findChildren(QWidget)) if part.acceptDrops()] == []
