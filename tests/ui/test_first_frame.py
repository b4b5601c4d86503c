"""The first frame beside the list that stands in its place a moment later."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.store.first_people import first_people
from otnet_desktop.ui.first_frame import FirstFrame
from otnet_desktop.ui.geometry import Kept
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.theme import Scheme, Theme
from otnet_desktop.ui.theme.tokens import Role
from tests.factories import profile
from tests.ui.real_window import real_window

NAMES = ("Ann Archer", "Bea Brown", "Dana Levi", "Zoe", "دانا لوی")


@pytest.fixture
def bea(workspace: Workspace) -> PersonId:
    people = {name: workspace.people.add(profile(name)).id for name in NAMES}
    return people["Bea Brown"]


def names(window: MainWindow) -> list[QRect]:
    """Where faces and names are in the window, without what stands at the end of the row."""
    view, metrics = window.people.view, look().metrics
    rows = [view.visualRect(view.model().index(row, 0)) for row in range(view.model().rowCount())]
    wide = 24 + metrics.face + metrics.width("Ann Archer")
    parts = [QRect(row.right() + 1 - wide if view.isRightToLeft() else row.x(), row.y(), wide, 54) for row in rows]
    return [part.translated(view.viewport().mapTo(window, QPoint())) for part in parts]


def likeness(one: QImage, other: QImage, rect: QRect) -> float:
    """The share of equal pixels."""
    places = [(x, y) for x in range(rect.left(), rect.right()) for y in range(rect.top(), rect.bottom())]
    return sum(one.pixel(x, y) == other.pixel(x, y) for x, y in places) / len(places)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(("scheme", "text_scale"), [(Scheme.LIGHT, 1.0), (Scheme.DARK, 1.5)])
def test_people_are_where_the_list_has_them(
    qtbot: QtBot,
    qapp: QApplication,
    theme: Theme,
    workspace: Workspace,
    bea: PersonId,
    tmp_path: Path,
    direction: Qt.LayoutDirection,
    scheme: Scheme,
    text_scale: float,
) -> None:
    theme.choose(scheme, text_scale)
    qapp.setLayoutDirection(direction)
    with real_window(qtbot, workspace, tmp_path) as real:
        real.window.show_person(bea)
        real.wait(lambda: not real.tasks._under_way)
        real.window.keep()
        people = first_people(workspace.store.database.path.parent, 10)
        frame = FirstFrame(look(), people, bea, Kept(tmp_path).list_place())
        qtbot.addWidget(frame)
        frame.resize(real.window.size())
        before = frame.grab().toImage()

        def expect_likeness() -> None:
            """The window goes on laying itself out while it loads."""
            there, places = real.window.grab().toImage(), names(real.window)
            alike = [likeness(before, there, place) for place in places]
            assert len(alike) == len(NAMES)
            assert min(alike) > 0.85, alike  # the chosen one has a bar and a ring besides
            assert sorted(alike)[1] > 0.93, alike
            chosen = places[NAMES.index("Bea Brown")]
            above_the_name = QPoint(chosen.center().x(), chosen.y() + 8)
            assert before.pixelColor(above_the_name) == there.pixelColor(above_the_name) == look()[Role.ACCENT_TINT]

        qtbot.waitUntil(expect_likeness, timeout=10_000)
