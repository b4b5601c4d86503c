"""Opening and closing leaves nothing behind: no object of Qt's, no window, and no memory that grows with each time.

``OTNET_OPENINGS`` is how often each is opened (1,000 for the full figure).
"""

from __future__ import annotations

import ctypes
import gc
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.app.commands.exchanging import sample
from otnet_desktop.app.heartbeat import Heartbeat
from otnet_desktop.app.reminding import Reminding
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.locking.locker import Locker
from otnet_desktop.ui.locking.passphrase_form import Aim, PassphraseForm
from otnet_desktop.ui.person_place import PersonPlace
from otnet_desktop.ui.safe_mode_offer import SafeModeOffer
from otnet_desktop.ui.settings.check_form import CheckForm
from otnet_desktop.ui.settings.machine import Machine
from otnet_desktop.ui.tray.tray_icon import TrayIcon
from otnet_desktop.ui.trouble.trouble_form import TroubleForm
from tests.app.screens import Front, Screen
from tests.services.clocks import SettableClock
from tests.ui.conftest import _dressed, bridge, clock, intents, theme, workspace
from tests.ui.real_window import RealWindow, real_window

__all__ = ["_dressed", "bridge", "clock", "intents", "theme", "workspace"]

OPENINGS = int(os.environ.get("OTNET_OPENINGS", "16"))
SETTLING = 6
"""Openings after which everything that is made once is there."""
MOST_OBJECTS = 2
"""More than before may be there at the end: what is kept of the last one."""
MOST_BYTES = 64 * 1024
"""A time, on average: the heap is not given back in one piece. A window that stays is ten times that."""

Open = Callable[[RealWindow], None]


def by(act: Act) -> Open:
    return lambda real: real.life.actions[act].trigger()


def wanted(name: str, *given: object) -> Open:
    return lambda real: getattr(real.window.intents, name).emit(*given)


def meeting(name: str) -> Open:
    def opened(real: RealWindow) -> None:
        found = real.workspace.meetings.of(PersonId(real.window.person))
        getattr(real.window.intents, name).emit(found[0].id)

    return opened


def about(name: str, *more: object) -> Open:
    return lambda real: getattr(real.window.intents, name).emit(real.window.person, *more)


def trouble(real: RealWindow) -> None:
    TroubleForm("KeyError", real.window).open()


def passphrase(real: RealWindow) -> None:
    PassphraseForm(real.workspace, real.window.intents, real.tasks, Aim.SET, real.window).open()


def check(real: RealWindow) -> None:
    form = CheckForm(real.workspace, real.window.intents, real.tasks, real.window)
    form.open()


def safe(_real: RealWindow) -> None:
    offer = SafeModeOffer()
    offer.open()
    offer.close()


def another(real: RealWindow) -> None:
    """Through eight people and back to the first, with all panes about them."""
    for person in (*real.workspace.store.people.everyone()[1:8], real.workspace.store.people.everyone()[0]):
        real.window.show_person(person)
        settle()


def around(real: RealWindow) -> None:
    """Through all places."""
    for place in ("timeline", "compass", "journey", "people"):
        real.window.go_to(place)


OPENED: dict[str, Open] = {
    "settings": by(Act.SETTINGS),
    "help": wanted("help_wanted", "privacy-and-data"),
    "about": by(Act.ABOUT),
    "letters": by(Act.LETTERS),
    "drafts": by(Act.DRAFTS),
    "trash": by(Act.TRASH),
    "twice": by(Act.TWICE),
    "backups": wanted("restore_wanted", ""),
    "times": about("times_wanted"),
    "changes": about("changes_wanted"),
    "add person": by(Act.ADD_PERSON),
    "add several": by(Act.ADD_SEVERAL),
    "edit person": about("edit_person_wanted"),
    "log": about("log_wanted"),
    "book": about("meeting_wanted"),
    "promise": about("promise_wanted"),
    "export": by(Act.EXPORT),
    "jump": by(Act.JUMP),
    "composer": about("compose_wanted", "", ""),
    "meeting": meeting("open_meeting_wanted"),
    "prep": meeting("prep_wanted"),
    "companion": meeting("companion_wanted"),
    "merge": wanted("merge_wanted", [1, 2]),
    "another person": another,
    "places": around,
    "trouble": trouble,
    "passphrase": passphrase,
    "check": check,
    "safe mode": safe,
}


UNSEEN = ("another person", "places", "safe mode")
"""Of these nothing more is there while they are open, or they are closed at once."""


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[RealWindow]:
    import argparse

    sample(workspace, argparse.Namespace(file=None, today="2026-03-18"))
    moment = datetime(2026, 3, 18, 14, tzinfo=UTC)
    machine = Machine(tmp_path, False, lambda: False, _nothing, _nothing_at_all, lambda: (moment, moment))
    with real_window(qtbot, workspace, tmp_path) as made:
        made.life.desks.settle(machine)
        met = next(person for person in workspace.store.people.everyone() if workspace.meetings.of(person))
        made.window.show_person(met)
        yield made


def _nothing(_on: bool) -> None:
    pass


def _nothing_at_all() -> None:
    pass


def close_all(real: RealWindow) -> None:
    real.window.asides.leave()
    for place in real.window.findChildren(PersonPlace):
        place.leave()
    for window in QApplication.topLevelWidgets():
        if window is not real.window and window.isVisible():
            window.close()
    real.qtbot.waitUntil(lambda: not real.tasks._under_way, timeout=20_000)
    settle()


def settle() -> None:
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def objects() -> int:
    """Every object of Qt's below any window, and every one Python knows of."""
    gc.collect()
    settle()
    below = sum(1 + len(window.findChildren(QObject)) for window in QApplication.topLevelWidgets())
    known = sum(isinstance(thing, QObject) for thing in shiboken6.getAllValidWrappers())
    return max(below, known)


def resident() -> int:
    """Bytes of memory this process holds."""
    QPixmapCache.clear()
    ctypes.CDLL(None).malloc_trim(0)
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.parametrize("name", OPENED)
def test_opening_and_closing_leaves_nothing_behind(real: RealWindow, name: str) -> None:
    def once() -> None:
        OPENED[name](real)
        settle()
        close_all(real)

    at_rest = objects()
    OPENED[name](real)
    settle()
    assert name in UNSEEN or objects() > at_rest, "nothing was opened"
    close_all(real)
    for _ in range(SETTLING):
        once()
    objects_before, before = objects(), resident()
    for _ in range(OPENINGS):
        once()
    more, grown = objects() - objects_before, (resident() - before) / OPENINGS
    print(f"{name}: {more:+d} objects, {grown:+.0f} bytes a time over {OPENINGS}")
    assert more <= MOST_OBJECTS
    assert grown <= MOST_BYTES or OPENINGS < 200, "figures of fewer openings are mostly noise"


def test_locking_and_unlocking_leaves_nothing_behind(real: RealWindow, workspace: Workspace) -> None:
    locker = Locker(real.window, workspace, real.tasks)
    workspace.locking.set_passphrase("heron violin kettle moss")
    before = 0
    for count in range(SETTLING + OPENINGS):
        before = objects() if count == SETTLING else before
        locker.lock()
        settle()
        workspace.locking._is_locked = False
        locker._show_again()
        settle()
    assert objects() - before <= MOST_OBJECTS
    locker.close()


def test_a_day_of_heartbeats_grows_nothing(qtbot: QtBot, workspace: Workspace, clock: SettableClock) -> None:
    """24 hours in fake time, a waking each minute, with reminders coming due and being shown."""
    import argparse

    from PySide6.QtGui import QIcon

    from otnet_desktop.ui.intents import Intents

    sample(workspace, argparse.Namespace(file=None, today="2026-03-18"))
    tray, screen = TrayIcon(QIcon()), Screen()
    reminding = Reminding(workspace, Intents(), screen, tray, Front())

    def tick(_now: datetime, _slept: timedelta, _jumped: bool) -> None:
        workspace.reminders.tick()
        reminding.look()

    heart = Heartbeat(clock, reminding.next_instant, tick, zone=lambda: "America/New_York", on_zone=lambda _name: None)
    heart.start()
    counts = []
    for hour in range(24):
        for _ in range(60):
            clock.advance(minutes=1)
            heart.beat()
        if hour >= 3:
            counts.append((objects(), resident()))
    heart.stop()
    more, grown = counts[-1][0] - counts[0][0], counts[-1][1] - counts[0][1]
    print(f"{more:+d} objects, {grown // 1024:+d} KB in 21 hours")
    assert more <= MOST_OBJECTS
    assert grown < 2 * 1024 * 1024
    tray.close()
