"""The theme reaches everything that is open, and follows the system."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.theme.icons import dress
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.theme.palette import Surface, palette_of, set_surface
from otnet_desktop.ui.theme.stylesheet import stylesheet_of
from otnet_desktop.ui.theme.theme import Scheme, Theme
from otnet_desktop.ui.theme.tokens import DARK, LIGHT, Role


def test_a_switch_reaches_an_open_window(theme: Theme, qtbot: QtBot) -> None:
    pane, button = QWidget(), QPushButton("Write")
    qtbot.addWidget(pane)
    qtbot.addWidget(button)
    set_surface(pane, Surface.PANEL)
    dress(button, "mail")
    pane.resize(20, 20)
    button.resize(100, 30)
    light_icon = button.icon().pixmap(16).toImage()
    assert pane.grab().toImage().pixelColor(5, 5).name() == LIGHT[Role.PANEL]
    with qtbot.waitSignal(theme.changed):
        theme.choose(Scheme.DARK, 1.0)
    assert pane.grab().toImage().pixelColor(5, 5).name() == DARK[Role.PANEL]
    assert button.grab().toImage().pixelColor(6, 15).name() == DARK[Role.PANEL]
    assert button.icon().pixmap(16).toImage() != light_icon


def test_the_same_choice_costs_nothing(theme: Theme, qtbot: QtBot) -> None:
    before = look()
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(Scheme.LIGHT, 1.0)
    assert look() is before


@pytest.mark.parametrize(("asked", "got"), [(2.0, 2.0), (9.0, 2.0), (0.1, 1.0)])
def test_text_grows_up_to_twice(theme: Theme, asked: float, got: float) -> None:
    plain = look().metrics.base.pointSizeF()
    theme.choose(Scheme.LIGHT, asked)
    assert look().metrics.base.pointSizeF() == pytest.approx(plain * got)
    assert QApplication.font().pointSizeF() == pytest.approx(plain * got)


def test_growing_and_shrinking_returns_to_the_font_of_the_system(theme: Theme) -> None:
    before = QApplication.font()
    theme.choose(Scheme.LIGHT, 1.5)
    theme.choose(Scheme.LIGHT, 1.0)
    assert QApplication.font() == before


def test_a_change_of_the_desktop_leaves_no_button_small(theme: Theme, qapp: QApplication) -> None:
    small = QFont(qapp.font())
    theme.choose(Scheme.LIGHT, 2.0)
    qapp.setFont(small, "QPushButton")  # type: ignore[arg-type]
    QCoreApplication.sendEvent(theme.watch, QEvent(QEvent.Type.ThemeChange))
    assert QPushButton("Write").font().pointSizeF() == small.pointSizeF() * 2


def test_another_system_font_is_followed(theme: Theme, qapp: QApplication) -> None:
    before = qapp.font()
    try:
        qapp.setFont(QFont("Noto Sans", 13))
        assert look().metrics.base.pointSizeF() == pytest.approx(13)
    finally:
        qapp.setFont(before)


class Desktop(QObject):
    """A desktop that has a scheme, unlike the platform of the tests."""

    colorSchemeChanged = Signal()  # noqa: N815
    scheme = Qt.ColorScheme.Light

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802
        return self.scheme

    def setColorScheme(self, asked: Qt.ColorScheme) -> None:  # noqa: N802
        """As on bare X11: nothing happens."""


@pytest.fixture
def desktop(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    made = Desktop()
    monkeypatch.setattr(qapp, "styleHints", lambda: made)
    monkeypatch.setattr("otnet_desktop.ui.theme.theme.QGuiApplication.styleHints", lambda: made)
    return made


@pytest.mark.parametrize(("chosen", "follows"), [(Scheme.SYSTEM, True), (Scheme.LIGHT, False)])
def test_the_scheme_of_the_system_is_followed_unless_fixed(
    desktop: Desktop, qapp: QApplication, theme: Theme, chosen: Scheme, follows: bool
) -> None:
    following = Theme(qapp, chosen)
    try:
        following.apply()
        assert not look().dark
        desktop.scheme = Qt.ColorScheme.Dark
        desktop.colorSchemeChanged.emit()
        assert look().dark is follows
    finally:
        qapp.fontChanged.disconnect(following._follow_font)
        following.deleteLater()
        theme.choose(Scheme.DARK, 1.0)


def test_without_any_plug_in_a_fixed_scheme_still_comes(theme: Theme, qapp: QApplication) -> None:
    theme.choose(Scheme.DARK, 1.0)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK[Role.GROUND]


def test_palette_says_what_fusion_gets_wrong() -> None:
    palette = palette_of(look())
    named = {
        QPalette.ColorRole.Highlight: Role.ACCENT,
        QPalette.ColorRole.HighlightedText: Role.ON_ACCENT,
        QPalette.ColorRole.Link: Role.ACCENT,
        QPalette.ColorRole.PlaceholderText: Role.SOFT,
    }
    for role, token in named.items():
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            assert palette.color(group, role).name() == LIGHT[token]
    faint = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert faint.name() == LIGHT[Role.FAINT]


def test_a_long_menu_scrolls_instead_of_covering_the_screen_in_columns(theme: Theme, qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    for n in range(100):
        menu.addAction(f"Certified {n}")
    menu.show()
    assert len({menu.actionGeometry(action).left() for action in menu.actions()}) == 1
    assert menu.height() <= menu.screen().availableGeometry().height()


def test_the_style_sheet_leaves_no_name_unfilled() -> None:
    sheet = stylesheet_of(look())
    assert "$" not in sheet
    assert look().metrics.css(TextSize.TITLE) in sheet
