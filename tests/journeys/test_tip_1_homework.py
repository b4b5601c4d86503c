"""Tip 1 in the real window: look somebody up, lift points out of a page, know the place, and find it all again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import Affiliation, PersonId
from otnet_desktop.domain.preferences import Me
from otnet_desktop.domain.research import Confidence
from otnet_desktop.ui.people.person_pane import PersonPane
from otnet_desktop.ui.research.brought_text import CHROMIUM
from otnet_desktop.ui.research.key_point_editor import KeyPointEditor
from otnet_desktop.ui.research.lift_pane import LiftPane
from otnet_desktop.ui.research.place_card import PlaceCard
from otnet_desktop.ui.research.research_card import ResearchCard
from tests.factories import profile
from tests.journeys.test_first_walk import Desktop, press, running
from tests.services.clocks import SettableClock

TEAM_PAGE = "https://www.harborkids.example/team"
PAGE = (
    "Ada Lin runs the sensory garden group. She trained in Leeds. "
    "For more than twelve years she has been working with children and their families in homes, schools and gardens, "
    "and she teaches two courses a year about it."
)


@pytest.fixture(autouse=True)
def pages(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[list[str]]:
    """What the browser was asked for."""
    opened: list[str] = []

    def remember(url: QUrl) -> bool:
        opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", remember)
    yield opened
    QGuiApplication.clipboard().clear()


def pane_of(desktop: Desktop) -> PersonPane:
    (pane,) = [pane for pane in desktop.window.findChildren(PersonPane) if pane.isVisible()]
    return pane


def show(desktop: Desktop, person: PersonId) -> PersonPane:
    desktop.window.intents.person_wanted.emit(person)
    return pane_of(desktop)


def add(desktop: Desktop, name: str) -> PersonId:
    place = Affiliation("Harbor Kids Clinic", "OT")
    return desktop.workspace.people.add(profile(name, affiliations=(place,))).id


def test_homework(tmp_path: Path, clock: SettableClock, qtbot: QtBot, pages: list[str]) -> None:
    with running(tmp_path, clock, qtbot) as desktop:
        desktop.workspace.preferences.change(me=Me("Jordan Avery", "OT student", "Harbor State"))
        ada, bo = add(desktop, "Ada Lin"), add(desktop, "Bo Ek")
        pane = show(desktop, ada)
        look_up(pane, pages)
        lift(desktop, pane, ada)
        tick_a_task(desktop, pane, ada)
        know_the_place(desktop, pane, bo)
        write(desktop, pane, ada)
    clock.advance(days=200)
    with running(tmp_path, clock, qtbot) as desktop:
        look_again(desktop, ada, bo)


def look_up(pane: PersonPane, pages: list[str]) -> None:
    """Nothing is fetched before the click."""
    card = pane.findChild(ResearchCard)
    assert card is not None
    assert pages == []
    press(card, "Find on LinkedIn")
    press(card, "Search the web")
    assert pages == [
        "https://www.linkedin.com/search/results/people/?keywords=Ada%20Lin%20Harbor%20Kids%20Clinic",
        "https://duckduckgo.com/?q=Ada%20Lin%20Harbor%20Kids%20Clinic",
    ]


def lift(desktop: Desktop, pane: PersonPane, ada: PersonId) -> None:
    """The text of the page is let go on the card; two sentences are kept by Enter, a long one is shortened first."""
    card = pane.findChild(ResearchCard)
    assert card is not None
    data = QMimeData()
    data.setText(PAGE)
    data.setData(CHROMIUM, TEAM_PAGE.encode())
    left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    enters = QDragEnterEvent(QPointF(5, 5).toPoint(), copy, data, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(card, enters)
    QApplication.sendEvent(card, QDropEvent(QPointF(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier))
    lifting = card.findChild(LiftPane)
    assert lifting is not None
    QTest.keyClick(lifting.list, Qt.Key.Key_Return)
    QTest.keyClick(lifting.list, Qt.Key.Key_Return)
    QTest.keyClick(lifting.list, Qt.Key.Key_Return)
    lifting.short.clear()
    QTest.keyClicks(lifting.short, "Teaches two courses a year")
    QTest.keyClick(lifting.short, Qt.Key.Key_Return)
    QTest.keyClick(lifting.list, Qt.Key.Key_Escape)

    points = desktop.workspace.research.of(ada).key_points
    assert [point.text for point in points] == [
        "Ada Lin runs the sensory garden group.",
        "She trained in Leeds.",
        "Teaches two courses a year",
    ]
    assert {(point.source, point.url, point.confidence) for point in points} == {
        ("harborkids.example", TEAM_PAGE, Confidence.SEEN)
    }
    QTest.keyClick(card._points._rows[1], Qt.Key.Key_F2)  # of the window it edits the person
    (editor,) = card.findChildren(KeyPointEditor)
    editor.confidence.choose("guessed")
    QTest.keyClick(editor.text, Qt.Key.Key_Return)
    assert desktop.workspace.research.of(ada).key_points[1].confidence is Confidence.GUESSED
    assert card._points._rows[1].accessibleDescription() == "harborkids.example, today, a guess"


def tick_a_task(desktop: Desktop, pane: PersonPane, ada: PersonId) -> None:
    """A task is written in the notes and ticked where they are read; Undo takes the tick away."""
    notes = pane._research._notes
    QTest.keyClicks(notes._source, "- [ ] read the guide")
    press(notes, "Preview")
    QTest.keyClick(notes._preview, Qt.Key.Key_Space)
    assert desktop.workspace.research.of(ada).notes == "- [x] read the guide"
    desktop.workspace.history.undo()
    assert desktop.workspace.research.of(ada).notes == "- [ ] read the guide"


def know_the_place(desktop: Desktop, pane: PersonPane, bo: PersonId) -> None:
    """What is noted about the clinic stands under everybody there, and is found by the search."""
    place = pane.findChild(PlaceCard)
    assert place is not None
    QTest.keyClicks(place.points.line, "Has a quiet waiting room")
    QTest.keyClick(place.points.line, Qt.Key.Key_Return)
    show(desktop, bo)
    assert [row.accessibleName() for row in place.points._rows] == ["Has a quiet waiting room"]
    assert bo in {hit.id for hit in desktop.workspace.roster.find("waiting room")}


def write(desktop: Desktop, pane: PersonPane, ada: PersonId) -> None:
    """Three are enough."""
    show(desktop, ada)
    assert pane._research._enough.isVisible()
    press(pane._research._enough, "Write")
    assert desktop.composer().isVisible()
    assert "Ada Lin runs the sensory garden group." in desktop.composer().page.reasons._points.text()


def look_again(desktop: Desktop, ada: PersonId, bo: PersonId) -> None:
    """Half a year later she works elsewhere: that is told until one says that the rest is still right."""
    desktop.workspace.people.moved(ada, Affiliation("Larchmont USD", "School OT"))
    pane = show(desktop, ada)
    assert "Now: School OT · Larchmont USD. Before: OT · Harbor Kids Clinic" in pane._research._age._said.text()
    press(pane._research, "Still right")
    assert not pane._research._age.isVisible()
    show(desktop, bo)
    assert pane._place._age.isVisible()
    desktop.workspace.people.remove(ada)
    desktop.workspace.people.remove(bo)
    counted = [f"SELECT count(*) FROM {table}" for table in ("key_point", "note", "place_point", "tick", "purpose")]
    assert [desktop.workspace.store.database.sql(count).fetchone()[0] for count in counted] == [0, 0, 0, 0, 0]
    desktop.workspace.history.undo()
    desktop.workspace.history.undo()
    assert len(desktop.workspace.research.of(ada).key_points) == 3
    assert desktop.workspace.care.check() == []
