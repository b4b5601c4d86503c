"""What is said in passing covers nothing, whatever page is shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.theme.theme import Scheme, Theme
from otnet_desktop.ui.widgets.toast import Toast
from tests.ui.network import add
from tests.ui.real_window import RealWindow, real_window


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[RealWindow]:
    """Somebody is to be thanked."""
    renata = add(workspace, "Renata Ruiz")
    start = workspace.clock.now() - timedelta(hours=20)
    workspace.meetings.held(MeetingPlan((renata,), start, start + timedelta(minutes=30)))
    with real_window(qtbot, workspace, tmp_path) as made:
        yield made


def covered(window: QWidget) -> list[str]:
    """The names of buttons on which a click would hit something else."""
    found = []
    for button in window.findChildren(QAbstractButton):
        if not button.isVisible() or button.visibleRegion().isEmpty():
            continue
        middle = button.visibleRegion().boundingRect().center()
        hit = window.childAt(button.mapTo(window, middle))
        if hit is not button and not button.isAncestorOf(hit or window):
            found.append(button.accessibleName() or button.text())
    return found


@pytest.mark.parametrize("size", [(1280, 800), (1024, 768)])
@pytest.mark.parametrize("place", ["people", "timeline", "compass", "composer", "help"])
def test_every_button_can_be_pressed_while_a_message_is_shown(
    real: RealWindow, size: tuple[int, int], place: str
) -> None:
    window = real.window
    window.resize(*size)
    if place == "composer":
        window.intents.compose_wanted.emit(window.person, "", "")
    elif place == "help":
        window.intents.help_wanted.emit("")
    else:
        window.go_to(place)
    window.intents.undoable.emit("Renata Ruiz was archived.")
    (toast,) = window.findChildren(Toast)
    real.wait(lambda: toast.isVisible() and toast.mapTo(window, QPoint()).y() > 0)
    real.qtbot.wait(0)
    assert window.follow_ups.isVisible()
    assert toast.mapTo(window, QPoint(0, toast.height())).y() <= window.follow_ups.mapTo(window, QPoint()).y()
    assert covered(window) == []


def test_with_large_text_a_message_about_a_long_name_leaves_the_window_its_size(real: RealWindow, theme: Theme) -> None:
    theme.choose(Scheme.LIGHT, 2.0)
    real.window.resize(1024, 768)
    real.window.intents.undoable.emit("N" * 300 + " was archived.")
    (toast,) = real.window.findChildren(Toast)
    real.wait(toast.isVisible)
    real.qtbot.wait(0)
    assert (real.window.width(), real.window.height()) == (1024, 768)
