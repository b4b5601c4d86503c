"""For every test of the window: resources Qt can find, and the look as it was before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.app import resources
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.store import one_writer
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.tasks import Tasks
from otnet_desktop.ui.theme.theme import Scheme, Theme
from tests.factories import profile
from tests.services.clocks import BOSTON, SettableClock
from tests.ui.real_window import RealWindow, real_window


@pytest.fixture(scope="session")
def _dressed(qapp: QApplication) -> Theme:
    """The application as people see it, in a font of a known size."""
    resources.offer_to_qt()
    qapp.setFont(QFont("Noto Sans", 10))
    theme = Theme(qapp, Scheme.LIGHT)
    theme.apply()
    return theme


@pytest.fixture(autouse=True)
def theme(_dressed: Theme, qapp: QApplication) -> Iterator[Theme]:
    """The theme, light and at 100 % again after each test."""
    yield _dressed
    _dressed.choose(Scheme.LIGHT, 1.0)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def clock() -> SettableClock:
    """Wednesday 18 March 2026, 10:00 in Boston."""
    return SettableClock(datetime(2026, 3, 18, 10, 0, tzinfo=BOSTON))


@pytest.fixture
def workspace(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    """An empty data folder with everything that ships."""
    opened = open_workspace(tmp_path / "data", clock, lambda: BOSTON, resources.load_material())
    yield opened
    opened.close()


@pytest.fixture
def bridge(workspace: Workspace) -> Iterator[Bridge]:
    """What the workspace announces, as a signal."""
    made = Bridge(workspace.announcer)
    yield made
    made.close()


@pytest.fixture
def intents() -> Intents:
    """What panes want; nobody answers."""
    return Intents()


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    """Workers, who are waited for at the end."""
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    """Somebody to write to and about."""
    return workspace.people.add(profile("Renata Okafor")).id


@pytest.fixture
def made(qtbot: QtBot, workspace: Workspace, renata: PersonId, tmp_path: Path) -> Iterator[RealWindow]:
    """The whole window, with Renata in it."""
    with real_window(qtbot, workspace, tmp_path) as window:
        window.window.intents.person_wanted.emit(renata)
        yield window


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long for another who writes."""
    monkeypatch.setattr(one_writer, "PATIENCE_S", 0.01)
