"""Random lives with the real window and tray: what a stranger may see, and that everything counts alike."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QIcon, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.app.reminding import Reminding
from otnet_desktop.app.resources import load_material
from otnet_desktop.domain.roster import Chip, ListView
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.followups.follow_up_tray import FollowUpTray
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.tray.badge import badged
from otnet_desktop.ui.tray.tray_icon import TrayIcon
from otnet_desktop.ui.widgets.chip import Chip as ChipButton
from tests.app.screens import Front, Screen
from tests.services.properties.every_act import EVERY_ACT, live
from tests.services.properties.lives import FEW, Life, living
from tests.services.properties.people_acts import add_person
from tests.services.properties.program_acts import restart
from tests.ui.real_window import real_window

MATERIAL = load_material()
ACTS = tuple(act for act in EVERY_ACT if act is not restart)
"""What can be done while the window is open."""

ON_SCREEN = settings(FEW, suppress_health_check=[HealthCheck.function_scoped_fixture])
VERY_FEW = settings(ON_SCREEN, max_examples=max(3, FEW.max_examples // 4))
"""A window costs half a second."""


@contextmanager
def reminded(life: Life, intents: Intents, screen: Screen, icon: QIcon) -> Iterator[tuple[Reminding, TrayIcon]]:
    """What tells of reminders outside the window, wired as the program does it."""
    tray, bridge = TrayIcon(icon), Bridge(life.workspace.announcer)
    reminding = Reminding(life.workspace, intents, screen, tray, Front())
    bridge.changed.connect(reminding.heed)
    try:
        yield reminding, tray
    finally:
        bridge.close()
        tray.close()


@ON_SCREEN
@given(st.data())
def test_in_discreet_mode_nothing_tells_whom_or_what_it_is_about(qapp: QApplication, data: st.DataObject) -> None:
    del qapp
    with (
        living(data.draw, MATERIAL) as life,
        reminded(life, Intents(), screen := Screen(), QIcon()) as (reminding, tray),
    ):
        life.workspace.noticing.look()
        live(life, ACTS)
        life.workspace.preferences.change(discreet=True)
        for _ in range(3):
            life.wake(days=data.draw(st.integers(0, 9)))
            reminding.look()
            shown = [
                text for n in screen.shown for text in (n.title, n.body, n.default_label, *dict(n.actions).values())
            ]
            shown += [action.text() for action in tray._menu.actions()] + [tray.system_icon.toolTip()]
            assert [word.text for word in life.words for text in shown if word.text in text] == []


def counts(window: MainWindow) -> dict[str, str]:
    """How much is due, as each place of the window says it."""
    follow_ups = window.follow_ups
    assert isinstance(follow_ups, FollowUpTray)
    follow_ups.open_list()
    assert follow_ups._list is not None
    listed = follow_ups._list._view.model().rowCount()
    follow_ups._list.close_list()
    title = window.windowTitle().partition(" due")
    return {
        "title": title[0] if title[1] else "0",
        "bar": window.top._due.text().partition(": ")[2],
        "cards": str(follow_ups.count),
        "list": str(listed),
    }


def people_on_chip(window: MainWindow) -> str:
    """How many people something is due with, as the chip above their rows says it."""
    (chip,) = [chip for chip in window.people.filters.findChildren(ChipButton) if chip.key == Chip.DUE]
    return chip.accessibleName().partition(", ")[2].partition(" ")[0]


@VERY_FEW
@given(st.data())
def test_what_is_due_is_counted_alike_everywhere(qtbot: QtBot, tmp_path: Path, data: st.DataObject) -> None:
    pages: list[object] = []
    picture = QPixmap(64, 64)
    picture.fill(Qt.GlobalColor.white)
    icon = QIcon(picture)
    with living(data.draw, MATERIAL) as life, pytest.MonkeyPatch.context() as patched:
        patched.setattr(QDesktopServices, "openUrl", pages.append)
        live(life)
        with (
            real_window(qtbot, life.workspace, tmp_path) as real,
            reminded(life, real.window.intents, Screen(), icon) as (reminding, tray),
        ):
            add_person(life)
            for _ in range(data.draw(st.integers(1, 6))):
                life.does(*ACTS)
                reminding.look()
                for _ in range(3):
                    QApplication.processEvents()
                due = len(life.workspace.reminders.due())
                assert set(counts(real.window).values()) == {str(due)}, counts(real.window)
                assert tray.system_icon.toolTip().endswith(f": {due} to do" if due else ": nothing to do now")
                people = str(len(life.workspace.roster.ids(ListView(Chip.DUE))))
                real.wait(lambda told=people: people_on_chip(real.window) == told)  # type: ignore[misc]
                badge, expected = (one.pixmap(16).toImage() for one in (tray.system_icon.icon(), badged(icon, due)))
                assert badge == expected
    assert pages == [], "no page opens without a click"
