"""How list, person and timeline share the width."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.people.person_header import PersonHeader
from otnet_desktop.ui.people_page import LIST
from otnet_desktop.ui.theme.theme import Scheme, Theme
from tests.ui.network import add
from tests.ui.real_window import RealWindow, real_window


@pytest.fixture
def opened(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, theme: Theme
) -> Iterator[Callable[[float, int, int], RealWindow]]:
    """Opens a window at a size, with the text at a scale from the start."""
    ann = add(workspace, "Ann Archer-Montgomery")
    windows = []

    def open_at(scale: float, width: int, height: int) -> RealWindow:
        theme.choose(Scheme.LIGHT, scale)
        window = real_window(qtbot, workspace, tmp_path)
        made = window.__enter__()
        windows.append(window)
        made.window.resize(width, height)
        made.window.show_person(ann)
        return made

    yield open_at
    for window in windows:
        window.__exit__(None, None, None)


def list_width(real: RealWindow) -> int:
    return real.window.people.width()


def test_at_first_the_list_is_as_drawn(opened: Callable[[float, int, int], RealWindow]) -> None:
    assert list_width(opened(1.0, 1280, 800)) == LIST


def test_begun_with_large_text_the_list_is_as_drawn_when_it_is_small_again(
    opened: Callable[[float, int, int], RealWindow], theme: Theme
) -> None:
    real = opened(2.0, 1280, 800)
    assert list_width(real) > LIST
    theme.choose(Scheme.LIGHT, 1.0)
    real.wait(lambda: list_width(real) == LIST)


def test_a_width_of_ones_own_survives_large_text_and_a_restart(
    opened: Callable[[float, int, int], RealWindow], theme: Theme
) -> None:
    real = opened(1.0, 1280, 800)
    real.window.page._outer.moveSplitter(520, 1)
    assert list_width(real) == 520
    theme.choose(Scheme.LIGHT, 2.0)
    assert list_width(real) < real.window.page.splits()[0][0], "what is kept is not what there is room for"
    theme.choose(Scheme.LIGHT, 1.0)
    real.wait(lambda: list_width(real) == 520)
    real.window.close()
    again = opened(1.0, 1280, 800)
    again.wait(lambda: list_width(again) == 520)


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1280, 800)])
def test_with_large_text_the_person_has_the_larger_part(
    opened: Callable[[float, int, int], RealWindow], width: int, height: int
) -> None:
    real = opened(2.0, width, height)
    page = real.window.page
    real.wait(lambda: list_width(real) < page.width() * 0.46)
    header = real.window.findChild(PersonHeader)
    assert isinstance(header, PersonHeader)
    person = page.panes()[1]
    real.wait(lambda: header.mapTo(person, QPoint(header.width(), 0)).x() <= person.width())
