"""Hostile names of people, places, meetings, letters, notes and files, in every window: all is shown as it is.

``OTNET_NAUGHTY`` says how many rounds of other names are walked (one unless told; 28 bring every name to everybody).
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from otnet_desktop.app.commands.exchanging import sample
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.facts import ThanksHow
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.thanks import Given
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.duplicates.merge_with_form import MergeWithForm
from otnet_desktop.ui.exchange.import_page import ImportPage
from otnet_desktop.ui.exchange.mapping_page import MappingPage
from otnet_desktop.ui.followups.again_question import AgainQuestion
from otnet_desktop.ui.people.forget_form import ForgetForm
from otnet_desktop.ui.people.moved_form import MovedForm
from otnet_desktop.ui.people.person_form import PersonForm
from otnet_desktop.ui.settings.machine import Machine
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from tests.campaigns.elsewhere import Elsewhere
from tests.campaigns.hostile_data import rewrite, unsorted_columns
from tests.campaigns.hostile_files import ROWS, write_files
from tests.campaigns.literally import look_at_everything
from tests.campaigns.openings import OPENED
from tests.campaigns.ways_to_open import close_all, settle
from tests.ui.conftest import _dressed, bridge, clock, intents, theme, workspace
from tests.ui.real_window import RealWindow, real_window

__all__ = ["_dressed", "bridge", "clock", "intents", "theme", "workspace"]

ROUNDS = int(os.environ.get("OTNET_NAUGHTY", "1"))
QUESTIONS = 12
"""People who are asked about, each round."""


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Elsewhere]:
    made = Elsewhere(tmp_path)
    yield made
    made.close()


def look(found: list[str]) -> int:
    """At all that is open, and paint it."""
    settle()
    seen = look_at_everything(found)
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            window.grab()
    return seen


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_everything_is_shown_as_it_is(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, elsewhere: Elsewhere, turn: int
) -> None:
    sample(workspace, argparse.Namespace(file=None, today="2026-03-18"))
    rewrite(workspace, elsewhere.woven(turn))
    moment = datetime(2026, 3, 18, 14, tzinfo=UTC)
    machine = Machine(tmp_path, False, lambda: False, lambda _on: None, lambda: None, lambda: (moment, moment))
    found: list[str] = []
    seen = 0
    with real_window(qtbot, workspace, tmp_path) as real:
        real.life.desks.settle(machine)
        met = next(person for person in workspace.store.people.everyone() if workspace.meetings.of(person))
        real.window.show_person(met)
        for opened in OPENED.values():
            real.window.show_person(met)  # whoever an earlier one led to
            opened(real)
            seen += look(found)
            close_all(real)
        assert not real.failed
        seen += ask_and_tell(real, elsewhere.woven(turn), found)
    print(f"{seen} hostile texts were looked at")
    assert seen > 4000, "hardly a hostile name was on any screen"
    assert not found, "\n".join(sorted(set(found)))
    assert not elsewhere.was_read()
    assert not elsewhere.was_asked()


def ask_and_tell(real: RealWindow, names: Iterator[str], found: list[str]) -> int:
    """Forms and questions about somebody, and what is said in passing and of failures."""
    workspace, window = real.workspace, real.window
    given = Given(workspace.clock.now(), ThanksHow.EMAIL)
    seen = 0
    for number in workspace.store.people.everyone()[:QUESTIONS]:
        person = workspace.people.get(number)
        for form in (
            PersonForm(workspace, window.intents, person, parent=window),
            MovedForm(workspace, window.intents, person, window),
            MergeWithForm(workspace, window.intents, person, window),
            ForgetForm(workspace, window.intents, real.tasks, [head.id for head in workspace.trash.all()], window),
            AgainQuestion(workspace, PersonId(number), "m1", ThanksHow.EMAIL, given, window),
        ):
            form.open()
            seen += look(found)
            form.close()
        window.intents.said.emit(next(names))
        window.intents.failed.emit(BadInput(next(names), next(names)))
        window.call(next(names))
        seen += look(found)
    window.intents.undoable.emit(next(names))
    return seen + look(found)


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_files_of_a_stranger_are_shown_as_they_are(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, elsewhere: Elsewhere, turn: int
) -> None:
    files = write_files(tmp_path / "files", elsewhere.woven(turn))
    before = sorted(tmp_path.rglob("*"))
    found: list[str] = []
    with real_window(qtbot, workspace, tmp_path) as real:
        real.window.intents.import_wanted.emit([str(file) for file in files])
        look(found)
        real.wait(lambda: isinstance(real.window.asides.shown, MappingPage))
        assert look(found) > 3
        columns = real.window.asides.shown
        assert isinstance(columns, MappingPage)
        columns.accept_button.click()
        real.wait(lambda: isinstance(real.window.asides.shown, ImportPage))
        page = real.window.asides.shown
        assert isinstance(page, ImportPage)
        assert look(found) > 3
        page.accept_button.click()
        real.wait(lambda: real.window.asides.shown is None)
        look(found)
        assert len(workspace.store.people.everyone()) >= ROWS
    assert not found, "\n".join(sorted(set(found)))
    outside = {path for path in tmp_path.rglob("*") if tmp_path / "data" not in path.parents} - set(before)
    assert outside <= {tmp_path / "window.ini"}, "a name led out of the data folder"
    assert not elsewhere.was_read()
    assert not elsewhere.was_asked()


def test_every_column_is_hostile_or_known_to_be_ours(workspace: Workspace) -> None:
    assert unsorted_columns(workspace) == []


def test_a_label_looks_as_one_that_was_escaped_and_not_as_its_markup(qtbot: QtBot, elsewhere: Elsewhere) -> None:
    def picture(text: str, kind: Qt.TextFormat) -> QImage:
        label = PlainLabel()
        label.setTextFormat(kind)
        label.setWordWrap(False)
        label.setText(text)
        label.resize(900, 40)
        return label.grab().toImage()

    for name in ("<b>Ana</b>", "Tom &amp; Ann", *elsewhere.names):
        plain = picture(name, Qt.TextFormat.PlainText)
        assert plain == picture(escape(name), Qt.TextFormat.RichText), name
        assert PlainLabel().textFormat() is Qt.TextFormat.PlainText
    assert picture("<b>Ana</b>", Qt.TextFormat.PlainText) != picture("<b>Ana</b>", Qt.TextFormat.RichText)


def test_a_reading_and_a_question_would_be_seen(qtbot: QtBot, elsewhere: Elsewhere) -> None:
    """Of a label that guesses, which is what all others are told not to do."""
    careless = QLabel(elsewhere.names[0])
    qtbot.addWidget(careless)
    careless.show()
    QCoreApplication.processEvents()
    assert elsewhere.was_read()
    found: list[str] = []
    assert look_at_everything(found)
    assert found
