"""Undo and redo from the window: only what was offered, and what is large by a worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.errors import NotAllowed
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.store import journal
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.widgets.toast import Toast
from tests.factories import profile
from tests.ui.real_window import RealWindow, real_window


@pytest.fixture
def made(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[RealWindow]:
    workspace.people.add(profile("Ann"))
    workspace.people.add(profile("Bo"))
    with real_window(qtbot, workspace, tmp_path) as window:
        yield window


def said(made: RealWindow) -> str:
    (toast,) = made.window.findChildren(Toast)
    return toast.accessibleDescription()


def count(workspace: Workspace) -> int:
    return len(workspace.store.people.everyone())


def test_a_large_step_is_taken_back_by_a_worker_and_done_again(
    made: RealWindow, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "LARGE", 0)
    undo, redo = made.life.actions[Act.UNDO], made.life.actions[Act.REDO]
    undo.trigger()
    assert "takes a moment" in said(made)
    assert not undo.isEnabled()
    qtbot.waitUntil(lambda: said(made) == "Undone: Add person")
    assert (count(workspace), redo.isEnabled()) == (1, True)
    redo.trigger()
    qtbot.waitUntil(lambda: said(made) == "Done again: Add person")
    assert count(workspace) == 2


def test_what_a_worker_could_not_take_back_is_told(
    made: RealWindow, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "LARGE", 0)
    workspace.store.database.sql("DELETE FROM person")
    with qtbot.waitSignal(made.window.intents.failed) as told:
        made.life.actions[Act.UNDO].trigger()
    assert isinstance(told.args[0], NotAllowed)
    assert made.life.actions[Act.UNDO].isEnabled()


def test_a_message_takes_back_what_it_speaks_of_and_nothing_later(
    made: RealWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    made.window.intents.undoable.emit("Bo was added")
    workspace.people.add(profile("Cy"))
    (toast,) = made.window.findChildren(Toast)
    with qtbot.waitSignal(made.window.intents.failed) as told:
        toast.undo_chosen.emit()
    assert "something else was done meanwhile" in str(told.args[0])
    assert count(workspace) == 3
    made.life.actions[Act.UNDO].trigger()
    assert count(workspace) == 2
