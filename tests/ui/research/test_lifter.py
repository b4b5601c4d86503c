"""Key points lifted out of a text: pasted, copied, let go or read from a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.research import Confidence, KeyPoint
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.person_pane import PersonPane
from otnet_desktop.ui.research.brought_text import CHROMIUM, FIREFOX, Brought, brought_by
from otnet_desktop.ui.research.lift_pane import LiftPane
from otnet_desktop.ui.research.research_card import ResearchCard
from tests.factories import profile

TODAY = date(2026, 3, 18)
PAGE = (
    "Ada Lin runs the sensory garden group at Harbor Kids. "
    "She trained in Leeds. "
    "For more than twelve years she has been working with children and their families in homes, schools, gardens and "
    "the clinic, and she teaches two courses a year about it."
)
FIRST, SECOND = "Ada Lin runs the sensory garden group at Harbor Kids.", "She trained in Leeds."


@pytest.fixture
def pane(qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents, ada: PersonId) -> PersonPane:
    pane = PersonPane(workspace, bridge, intents)
    qtbot.addWidget(pane)
    pane.resize(600, 900)
    pane.show()
    pane.show_person(ada)
    return pane


@pytest.fixture
def card(pane: PersonPane) -> ResearchCard:
    return pane._research


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


def pane_of(card: ResearchCard) -> LiftPane:
    pane = card.lifter._pane
    assert pane is not None
    return pane


def points(workspace: Workspace, person: PersonId) -> list[str]:
    return [point.text for point in workspace.research.of(person).key_points]


def carrying(text: str, page: str = "", name: str = CHROMIUM, encoding: str = "utf-8") -> QMimeData:
    data = QMimeData()
    data.setText(text)
    if page:
        data.setData(name, page.encode(encoding))
    return data


def test_one_key_makes_the_chosen_sentence_a_key_point(card: ResearchCard, workspace: Workspace, ada: PersonId) -> None:
    card.lifter.lift(Brought(PAGE, "harborkids.example", "https://harborkids.example/team"))
    pane = pane_of(card)
    assert pane.list.hasFocus() or not pane.isActiveWindow()

    QTest.keyClick(pane.list, Qt.Key.Key_Return)

    (point,) = workspace.research.of(ada).key_points
    told = (point.text, point.source, point.url, point.seen_on, point.confidence)
    assert told == (FIRST, "harborkids.example", "https://harborkids.example/team", TODAY, Confidence.SEEN)
    assert pane.list.currentItem().text() == SECOND
    assert pane.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == f"Taken: {FIRST}"
    pane.list.setCurrentRow(0)
    QTest.keyClick(pane.list, Qt.Key.Key_Return)
    assert points(workspace, ada) == [FIRST]  # once is enough
    workspace.history.undo()
    assert points(workspace, ada) == []


def test_what_is_too_long_is_shortened_by_hand(card: ResearchCard, workspace: Workspace, ada: PersonId) -> None:
    card.lifter.lift(Brought(PAGE))
    pane = pane_of(card)
    pane.list.setCurrentRow(2)
    pane._make.click()
    assert points(workspace, ada) == []
    assert pane.short.isVisible()
    assert "too long" in pane._hint.text()

    QTest.keyClick(pane.short, Qt.Key.Key_Return)
    assert points(workspace, ada) == []
    pane.short.setText("Twelve years with children and their families")
    QTest.keyClick(pane.short, Qt.Key.Key_Return)

    assert points(workspace, ada) == ["Twelve years with children and their families"]
    assert not pane.short.isVisible()


def test_five_are_the_most_and_the_sentence_stays(
    card: ResearchCard, workspace: Workspace, intents: Intents, ada: PersonId, qtbot: QtBot
) -> None:
    workspace.research.save_key_points(ada, tuple(KeyPoint(str(n)) for n in range(5)))
    card.lifter.lift(Brought(PAGE))
    with qtbot.waitSignal(intents.failed):
        QTest.keyClick(pane_of(card).list, Qt.Key.Key_Return)
    assert pane_of(card).list.chosen() == FIRST


def test_the_button_takes_what_is_copied_or_asks_for_it(card: ResearchCard) -> None:
    card.lifter.button.click()
    pane = pane_of(card)
    assert not pane.list.isVisible()
    pane.paste.setPlainText(PAGE)
    assert pane.list.item(0).text() == FIRST
    QTest.keyClick(pane.list, Qt.Key.Key_Escape)
    assert card.lifter._pane is None
    assert card.lifter.button.isVisible()

    QGuiApplication.clipboard().setText(PAGE)
    card.lifter.button.click()
    assert pane_of(card).list.item(1).text() == SECOND


def test_a_page_pasted_into_the_line_opens_it_and_a_sentence_stays_there(card: ResearchCard) -> None:
    line = card._points.line
    QGuiApplication.clipboard().setText(SECOND)
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == SECOND
    assert card.lifter._pane is None

    QGuiApplication.clipboard().setText(PAGE)
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == SECOND
    assert pane_of(card).list.count() == 3


def test_text_let_go_on_the_card_names_the_page_it_is_from(card: ResearchCard) -> None:
    data = carrying(PAGE, "https://www.harborkids.example/team")
    left, copy, none = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enters = QDragEnterEvent(QPointF(5, 5).toPoint(), copy, data, left, none)
    QApplication.sendEvent(card, enters)
    assert enters.isAccepted()
    QApplication.sendEvent(card, QDropEvent(QPointF(5, 5), copy, data, left, none))

    pane = pane_of(card)
    assert (pane.source.text(), pane.link.text()) == ("harborkids.example", "https://www.harborkids.example/team")
    assert pane.list.count() == 3


def test_each_browser_names_its_page_in_its_own_way() -> None:
    page = "https://a.example/b"
    assert brought_by(carrying("x", page)) == Brought("x", "a.example", page)
    assert brought_by(carrying("x", page + "\0", FIREFOX, "utf-16-le")) == Brought("x", "a.example", page)
    assert brought_by(carrying("x", "javascript:alert(1)")) == Brought("x")
    assert brought_by(carrying("  ")) is None


def test_a_text_file_is_read_about_whoever_is_shown(card: ResearchCard, intents: Intents, tmp_path: Path) -> None:
    file = tmp_path / "team page.md"
    file.write_text(PAGE, encoding="utf-8")
    intents.lift_wanted.emit(str(file))
    assert pane_of(card).source.text() == "team page.md"
    assert pane_of(card).list.count() == 3


def test_a_text_file_without_anybody_says_what_to_do(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents
) -> None:
    pane = PersonPane(workspace, bridge, intents)
    qtbot.addWidget(pane)
    with qtbot.waitSignal(intents.said):
        intents.lift_wanted.emit("page.txt")


def test_somebody_else_has_no_text_open(card: ResearchCard, workspace: Workspace) -> None:
    card.lifter.lift(Brought(PAGE))
    bo = workspace.people.add(profile("Bo Ek"))
    card.show_person(bo, workspace.people.place(bo.profile))
    assert card.lifter._pane is None
