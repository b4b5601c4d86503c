"""The first frame keeps the room of the tray, and no more than it needs."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.followups.follow_up_tray import FollowUpTray
from otnet_desktop.ui.geometry import Kept
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.theme.theme import Scheme, Theme
from tests.services.clocks import BOSTON
from tests.ui.network import add


def meet(workspace: Workspace) -> None:
    """Somebody one has to thank."""
    renata = add(workspace, "Renata Ruiz")
    start = workspace.clock.now() - timedelta(hours=20)
    workspace.meetings.held(MeetingPlan((renata,), start, start + timedelta(minutes=30)))


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("due", [0, 1])
def test_nothing_jumps_when_the_tray_comes(
    qtbot: QtBot,
    workspace: Workspace,
    bridge: Bridge,
    intents: Intents,
    tmp_path: Path,
    theme: Theme,
    text_scale: float,
    due: int,
) -> None:
    theme.choose(Scheme.LIGHT, text_scale)
    for _ in range(due):
        meet(workspace)
    window = MainWindow(Kept(tmp_path))
    window.furnish(lambda: (workspace.clock.now(), BOSTON))
    qtbot.addWidget(window)
    window.show_first([], due)
    tray = FollowUpTray(workspace, bridge, intents)
    qtbot.addWidget(tray)
    assert window.follow_ups.height() == tray.sizeHint().height()


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_with_nothing_to_do_it_is_one_slim_line(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents, theme: Theme, text_scale: float
) -> None:
    theme.choose(Scheme.LIGHT, text_scale)
    tray = FollowUpTray(workspace, bridge, intents)
    qtbot.addWidget(tray)
    tray.resize(1280, tray.sizeHint().height())
    tray.show()
    line = tray._calm.sizeHint().height()
    assert tray._calm.height() == line
    assert tray.height() <= line + 24
    meet(workspace)
    tray.look_again()
    assert tray.sizeHint().height() >= 2 * line + 24
