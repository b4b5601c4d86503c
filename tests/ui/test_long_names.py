"""Three hundred letters for a name, with blanks in them or without: nothing is pushed out of the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.people import PersonId, Profile
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.followups.due_card import DueCard
from otnet_desktop.ui.people.person_header import PersonHeader
from otnet_desktop.ui.theme.theme import Scheme, Theme
from otnet_desktop.ui.widgets.clamped_label import ClampedLabel
from otnet_desktop.ui.widgets.elided_label import ElidedLabel
from tests.ui.real_window import RealWindow, real_window

NAMES = {"word": "Wolfeschlegelsteinhausenbergerdorff" * 9, "words": "Maria Guadalupe " * 20}


@pytest.fixture(params=list(NAMES))
def name(request: pytest.FixtureRequest) -> str:
    return NAMES[request.param][:300].strip()


@pytest.fixture
def person(workspace: Workspace, name: str) -> PersonId:
    """Somebody one has to thank."""
    made = workspace.people.add(Profile(given=name)).id
    start = workspace.clock.now() - timedelta(hours=20)
    workspace.meetings.held(MeetingPlan((made,), start, start + timedelta(minutes=30)))
    return made


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path, person: PersonId) -> Iterator[RealWindow]:
    with real_window(qtbot, workspace, tmp_path) as made:
        made.window.show_person(person)
        yield made


def pushed_out(window: QWidget) -> list[QWidget]:
    """What stands in a scrolled page, and is wider than what one sees of it."""
    return [
        page
        for area in window.findChildren(QScrollArea)
        if area.isVisible() and (page := area.widget()) is not None and page.width() > area.viewport().width()
    ]


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_pages_and_sheets_keep_their_width(
    real: RealWindow, workspace: Workspace, theme: Theme, person: PersonId, text_scale: float
) -> None:
    theme.choose(Scheme.LIGHT, text_scale)
    window = real.window
    window.resize(1024, 768)
    (meeting,) = workspace.meetings.of(person)
    for go, what in (
        (window.show_person, (person,)),
        (window.intents.open_meeting_wanted.emit, (meeting.id,)),
        (window.intents.compose_wanted.emit, (person, "", "")),
    ):
        go(*what)
        QApplication.processEvents()  # what was laid has its size
        real.wait(lambda: pushed_out(window) == [])
        assert (window.width(), window.height()) == (1024, 768)


def test_what_is_cut_is_told_in_full(real: RealWindow, name: str) -> None:
    header = real.window.findChild(PersonHeader)
    assert isinstance(header, PersonHeader)
    real.wait(header._name.is_cut)
    assert header._name.toolTip() == header._name.accessibleName() == name
    real.wait(lambda: any(card.isVisible() for card in real.window.findChildren(DueCard)))
    card = next(card for card in real.window.findChildren(DueCard) if card.isVisible())
    title = card.findChildren(ElidedLabel)[0]
    assert title.accessibleName() == f"Thank {name}"
    assert name in title.toolTip()
    real.window.intents.undoable.emit(f"{name} was archived.")
    toast = next(label for label in real.window.findChildren(ClampedLabel) if label.text().endswith("was archived."))
    real.wait(toast.isVisible)
    assert toast.accessibleName() == f"{name} was archived."
    assert toast.mapTo(real.window, QPoint(toast.width(), 0)).x() < real.window.width()
