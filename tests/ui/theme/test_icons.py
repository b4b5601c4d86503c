"""Our own icons: all there, all drawn, sharp and tinted."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from otnet_desktop.app import resources
from otnet_desktop.ui.theme.icons import dress, icon, pixmap
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.theme import Scheme, Theme
from otnet_desktop.ui.theme.tokens import Role

NAMES = sorted(path.stem for path in (resources.root() / "icons").glob("*.svg"))


def inks(image: QImage) -> set[str]:
    """The colours of the opaque pixels."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in points if image.pixelColor(x, y).alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_the_ink_asked_for(name: str) -> None:
    image = pixmap(name, Role.DUE, 48).toImage()
    colours = inks(image)
    assert colours
    if name != "app":
        assert all(_is_nearly(colour, look()[Role.DUE]) for colour in colours), colours


def _is_nearly(colour: str, wanted: QColor) -> bool:
    """But for rounding where strokes overlap."""
    got = QColor(colour)
    parts = ((got.red(), wanted.red()), (got.green(), wanted.green()), (got.blue(), wanted.blue()))
    return all(abs(one - other) <= 2 for one, other in parts)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "app"])
def test_every_icon_keeps_to_the_grid_and_the_line(name: str) -> None:
    text = (resources.root() / "icons" / f"{name}.svg").read_text("utf-8")
    drawing = ET.fromstring(text)
    assert drawing.get("viewBox") == "0 0 24 24"
    assert drawing.get("stroke-width") == "1.75"
    assert drawing.get("stroke") == "currentColor"
    assert not re.search("#[0-9a-fA-F]{3,6}", text)


def test_an_unknown_icon_is_a_mistake_that_shows() -> None:
    with pytest.raises(FileNotFoundError, match="unicorn"):
        icon("unicorn")


def test_an_icon_that_cannot_be_pressed_is_faint_and_a_chosen_one_is_in_the_accent() -> None:
    made = icon("mail")
    assert inks(made.pixmap(20, QIcon.Mode.Disabled).toImage()) == {look()[Role.FAINT].name()}
    chosen = made.pixmap(20, QIcon.Mode.Normal, QIcon.State.On).toImage()
    assert inks(chosen) == {look()[Role.ACCENT].name()}


def test_a_dressed_button_grows_with_the_text(theme: Theme, qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    dress(button, "more")
    before = button.iconSize().width()
    theme.choose(Scheme.DARK, 2.0)
    assert button.iconSize().width() > 1.5 * before
