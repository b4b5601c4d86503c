"""A heavy data folder in the real window: nothing that one does holds it up, and a day of heartbeats grows nothing.

``OTNET_LOAD_PEOPLE`` is how many people there are (100,000, with 500,000 meetings, for the full figure).
"""

from __future__ import annotations

import os
import statistics
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from otnet_desktop.app.resources import load_material
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.research.notes_editor import NotesEditor
from otnet_desktop.ui.theme.theme import Theme
from tests.benchmarks.dataset import NOW
from tests.campaigns.busy_turns import Turns
from tests.campaigns.heavy_store import ANOTHER, MET_AT_LENGTH, MET_OFTEN, NOTED_MUCH, ORDINARY, fill
from tests.campaigns.living_window import Weight, living
from tests.services.clocks import SettableClock
from tests.ui.conftest import _dressed, theme
from tests.ui.real_window import RealWindow, real_window

__all__ = ["_dressed", "theme"]

PEOPLE = int(os.environ.get("OTNET_LOAD_PEOPLE", "2000"))
FEW = 10_000
MOST_MS, MOST_STEPS = 100, 150
"""Of the window's own work in one turn, and thousands of SQLite's steps in it. Of very many people the work alone
counts: here and there all are looked through, a million steps in 20 ms."""

OFTEN_MET = (150, 1_000)
SLOWER = {
    "show who is met often": OFTEN_MET,
    "keep in touch with who is met often": OFTEN_MET,
    "that undone": OFTEN_MET,
    "open_meeting_wanted of many": OFTEN_MET,
    "prep_wanted of many": OFTEN_MET,
    "write to who is met often": OFTEN_MET,
    "select one": OFTEN_MET,
    "search": OFTEN_MET,
    "open_meeting_wanted at length": (200, MOST_STEPS),
    "offer times p5": (250, MOST_STEPS),
    "offer times p6": (250, MOST_STEPS),
    "go to timeline": (250, MOST_STEPS),
}
"""A life of a thousand meetings is read whole (theirs is the first found, too); a megabyte is laid out once.
Where there are a hundred thousand people a thousand are met each day, most at the same minute."""

UTC = ZoneInfo("UTC")


@pytest.fixture(scope="module")
def heavy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("heavy") / "data"
    fill(folder, PEOPLE)
    return folder


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(NOW)


@pytest.fixture
def workspace(heavy: Path, clock: SettableClock) -> Iterator[Workspace]:
    opened = open_workspace(heavy, clock, lambda: UTC, load_material())
    yield opened
    opened.close()


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[RealWindow]:
    with real_window(qtbot, workspace, tmp_path) as made:
        yield made


Do = Callable[[], object]


class User:
    """What one does, by name."""

    def __init__(self, real: RealWindow) -> None:
        self.real = real
        self.window, self.intents, self.workspace = real.window, real.window.intents, real.workspace

    def id_of(self, ref: str) -> PersonId:
        found = self.workspace.store.people.id_of(ref)
        assert found is not None
        return found

    def by(self, act: Act) -> Do:
        return self.real.life.actions[act].trigger

    def show(self, ref: str) -> Do:
        return lambda: self.window.show_person(self.id_of(ref))

    def about(self, name: str, ref: str, *more: object) -> Do:
        return lambda: getattr(self.intents, name).emit(self.id_of(ref), *more)

    def meeting(self, name: str, ref: str, nth: int = -1) -> Do:
        meeting = self.workspace.meetings.of(self.id_of(ref))[nth].id
        return lambda: getattr(self.intents, name).emit(meeting)

    def leave(self) -> None:
        self.window.asides.leave()
        for form in self.window.findChildren(QDialog):
            form.close()

    def press(self, key: Qt.Key) -> Do:
        return lambda: QTest.keyClick(self.window.people.view, key)

    def type_notes(self, text: str) -> Do:
        def typed() -> None:
            editor = next(e for e in self.window.findChildren(NotesEditor) if e.isVisible())._source
            editor.setFocus()
            editor.moveCursor(QTextCursor.MoveOperation.End)
            QTest.keyClicks(editor, text)

        return typed

    def keep_in_touch(self, ref: str, days: int) -> Do:
        return lambda: self.workspace.people.keep_in_touch(self.id_of(ref), days)

    def everything(self) -> Iterator[tuple[str, Do]]:
        """In the order one does it."""
        search, view = self.window.top.search, self.window.people.view
        for key in (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_PageDown):
            yield f"the list: {key.name}", self.press(key)
        for letter in "sensory":
            yield f"search: {letter}", lambda letter=letter: QTest.keyClicks(search, letter)  # type: ignore[misc]
        yield "search: cleared", search.clear
        for ref in (ORDINARY, ANOTHER):
            yield f"show {ref}", self.show(ref)
            yield f"edit {ref}", self.about("edit_person_wanted", ref)
            yield f"book {ref}", self.about("meeting_wanted", ref)
            yield f"log {ref}", self.about("log_wanted", ref)
            yield f"promise {ref}", self.about("promise_wanted", ref)
            yield f"offer times {ref}", self.about("times_wanted", ref)
            yield f"write to {ref}", self.about("compose_wanted", ref, "", "")
            yield f"changes of {ref}", self.about("changes_wanted", ref)
        yield "keep in touch", self.keep_in_touch(ORDINARY, 90)
        yield "undone", self.by(Act.UNDO)
        yield "delete", lambda: self.workspace.people.remove(self.id_of("p16"))
        yield "undeleted", self.by(Act.UNDO)
        for name in ("open_meeting_wanted", "prep_wanted", "companion_wanted"):
            yield f"{name} {ORDINARY}", self.meeting(name, ORDINARY)
            yield f"{name} at length", self.meeting(name, MET_AT_LENGTH, 0)
        yield "show who is met often", self.show(MET_OFTEN)
        yield "keep in touch with who is met often", self.keep_in_touch(MET_OFTEN, 90)
        yield "that undone", self.by(Act.UNDO)
        for name in ("open_meeting_wanted", "prep_wanted"):
            yield f"{name} of many", self.meeting(name, MET_OFTEN)
        yield "write to who is met often", self.about("compose_wanted", MET_OFTEN, "", "")
        yield "show who is noted much", self.show(NOTED_MUCH)
        for letter in "abc":
            yield f"type {letter} into much", self.type_notes(letter)
        yield "leave it", self.show(ANOTHER)
        for place in ("timeline", "compass", "journey", "people", "timeline", "people"):
            yield f"go to {place}", lambda place=place: self.window.go_to(place)  # type: ignore[misc]
        for act in (Act.LETTERS, Act.DRAFTS, Act.TRASH, Act.JUMP, Act.DUE, Act.EXPORT, Act.ADD_SEVERAL):
            yield f"open {act}", self.by(act)
        yield "select everybody", view.selectAll
        yield "select one", self.press(Qt.Key.Key_Home)
        yield "tick", self.workspace.reminders.tick
        yield "perhaps twice", self.by(Act.TWICE)
        yield "back up", self.by(Act.BACKUP)


def test_nothing_one_does_holds_the_window_up(real: RealWindow) -> None:
    user, turns = User(real), Turns(real.workspace.store.database, real.tasks)
    turns.most_of(bool, quiet=0.5)  # it has settled
    too_long: dict[str, str] = {}
    for name, do in user.everything():
        most = turns.most_of(do)
        said = f"{most.work:.0f} ms, {most.steps} thousand steps"
        print(f"{name}: {said}")
        most_ms, most_steps = SLOWER.get(name.split(":")[0], (MOST_MS, MOST_STEPS))
        if most.work > most_ms or (most_steps < most.steps and PEOPLE <= FEW):
            too_long[name] = said
        if not name.startswith(("search", "type")):
            turns.most_of(user.leave)
    assert real.failed == []
    assert too_long == {}


@pytest.mark.qt_log_ignore("systemTrayWindowChanged")  # the offscreen platform has no tray an icon could go to
def test_a_day_of_heartbeats_grows_nothing_and_slows_nothing(
    qtbot: QtBot, heavy: Path, clock: SettableClock, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole program but its process: 24 hours in fake time, a waking each minute."""
    with living(qtbot, heavy, clock, theme, monkeypatch) as program:
        wakings: list[list[float]] = []
        weights: list[Weight] = []
        for _hour in range(24):
            wakings.append([program.wake_after_a_minute(clock) for _ in range(60)])
            qtbot.waitUntil(lambda: not program.running.tasks.are_under_way(), timeout=600_000)
            weights.append(program.weight())
    first, last = (statistics.median(chain(*hours)) for hours in (wakings[2:5], wakings[-3:]))
    before, after = weights[2], weights[-1]
    slowest = max(max(hour) for hour in wakings[1:])
    print(f"a waking: {first:.2f} ms at first, {last:.2f} ms at last; the slowest {slowest:.0f} ms")
    print(f"before {before}, after {after}")
    assert last < 1.5 * first + 0.2
    assert after.objects - before.objects <= 2
    assert after.timers == before.timers
    assert after.resident - before.resident < 8_000_000
    assert after.data - before.data < 1_000_000
