"""What must hold for every widget of the gallery: names, sizes at 200 %, mirrored, literal."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.theme.theme import Scheme, Theme
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.elided_label import ElidedLabel
from otnet_desktop.ui.widgets.empty_state import EmptyState
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import LinkButton, PlainLabel
from otnet_desktop.ui.widgets.toast import Toast
from tests.ui.gallery_pages import controls_page, empty_page, window_page

PAGES = pytest.mark.parametrize("page", [window_page, controls_page, empty_page])
NAMED = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.List,
    QAccessible.Role.Table,
}


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[[Callable[[], QWidget]], QWidget]]:
    opened: list[QWidget] = []

    def show(page: Callable[[], QWidget]) -> QWidget:
        window = page()
        opened.append(window)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        QApplication.processEvents()
        return window

    yield show
    for window in opened:
        for toast in window.findChildren(Toast):
            toast.hide()


@PAGES
def test_every_control_has_a_name(page: Callable[[], QWidget], shown: Callable[..., QWidget]) -> None:
    nameless = []
    for widget in shown(page).findChildren(QWidget):
        interface = QAccessible.queryAccessibleInterface(widget)
        if not widget.isVisible() or interface.role() not in NAMED:
            continue
        if widget.objectName().startswith("qt_") or type(widget).__name__ in {"QListWidget", "QTableCornerButton"}:
            continue
        if not interface.text(QAccessible.Text.Name):
            nameless.append(widget)
    assert nameless == []


@PAGES
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_no_text_is_cut(
    page: Callable[[], QWidget],
    shown: Callable[..., QWidget],
    theme: Theme,
    qapp: QApplication,
    text_scale: float,
    direction: Qt.LayoutDirection,
) -> None:
    theme.choose(Scheme.LIGHT, text_scale)
    qapp.setLayoutDirection(direction)
    window = shown(page)
    cut = [
        (button.text(), button.size(), button.sizeHint())
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and button.text() and not isinstance(button, LinkButton)
        if button.width() < button.sizeHint().width() or button.height() < button.sizeHint().height()
    ]
    cut += [
        (label.text(), label.size(), label.sizeHint())
        for label in window.findChildren(QLabel)
        if label.isVisible() and label.hasHeightForWidth() and label.height() < label.heightForWidth(label.width())
    ]
    assert cut == []


@PAGES
def test_every_target_is_large_enough(page: Callable[[], QWidget], shown: Callable[..., QWidget]) -> None:
    small = [
        (type(button).__name__, button.text(), button.size())
        for button in shown(page).findChildren(QAbstractButton)
        if button.isVisible() and type(button).__name__ != "QTableCornerButton"
        if min(button.width(), button.height()) < 24
    ]
    assert small == []


@PAGES
def test_no_label_reads_markup(page: Callable[[], QWidget], shown: Callable[..., QWidget]) -> None:
    labels = shown(page).findChildren(PlainLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_a_hostile_name_is_shown_literally_everywhere(qtbot: QtBot) -> None:
    hostile = '<img src="file:///etc/passwd"> & <b>Co</b>'
    card, empty, elided = Card(hostile, hostile), EmptyState("people", hostile, hostile), ElidedLabel(hostile)
    for widget in (card, empty, elided):
        qtbot.addWidget(widget)
    assert card.accessibleName() == hostile
    labels = empty.findChildren(PlainLabel)
    assert [label.text() for label in labels] == [hostile, hostile]
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    elided.resize(60, 20)
    elided.show()
    assert elided.toolTip().startswith("<span>&lt;img")
    assert elided.text() == hostile


def test_a_label_leans_to_the_leading_edge(qtbot: QtBot) -> None:
    label = PlainLabel("Renata")
    qtbot.addWidget(label)
    assert label.alignment() & Qt.AlignmentFlag.AlignLeft
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert label.alignment() & Qt.AlignmentFlag.AlignRight
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert label.alignment() & Qt.AlignmentFlag.AlignHCenter


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_flow_starts_at_the_leading_edge_and_wraps(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    box = QWidget()
    box.setLayoutDirection(direction)
    qtbot.addWidget(box)
    flow = FlowLayout(box, spacing=10)
    children = [QWidget() for _ in range(3)]
    for child in children:
        child.setFixedSize(40, 20)
        flow.addWidget(child)
    box.resize(100, 100)
    box.show()
    mirrored = direction is Qt.LayoutDirection.RightToLeft
    assert [child.x() for child in children] == ([60, 10, 60] if mirrored else [0, 50, 0])
    assert [child.y() for child in children] == [0, 0, 30]
    assert flow.heightForWidth(100) == 50
    assert flow.heightForWidth(140) == 20
