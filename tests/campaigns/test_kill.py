"""``kill -9`` of the real program while somebody types and adds people: nothing acknowledged is lost, nothing is half.

Acknowledged is what the program's own command line told before the kill. What was typed more than two seconds before
it must be there as well, and every next start needs nobody's help.
"""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.real import THANKS_DUE, Real, ask, fill
from tests.desktop.rig.kind import DesktopKind
from tests.desktop.rig.needs import missing
from tests.desktop.rig.processes import wait_for
from tests.desktop.rig.session import Desktop

KILLS = 20
MOST_LOST_S = 2.0
KIND = DesktopKind(tray="none", notify="none")


@pytest.fixture
def desk() -> Iterator[Desktop]:
    if lacking := missing(KIND):
        pytest.skip(f"this machine lacks {', '.join(lacking)}")
    with Desktop(KIND) as started:
        yield started


def test_a_kill_loses_nothing_acknowledged(desk: Desktop, tmp_path: Path) -> None:
    chance = random.Random(20260318)
    folder = fill(tmp_path / "data", THANKS_DUE)
    added: list[str] = []
    for number in range(KILLS):
        app = Real(desk, folder).shown()
        go_to_renata(app)
        before = notes(folder)
        typed, acknowledged = type_words(app, number, chance)
        killed = time.monotonic()
        if number % 2:
            desk.press("ctrl+n")
            app.wait_for_focus("text 'Name")
            desk.write(f"Person {number}")
            desk.press("Return")
            if chance.random() < 0.5:
                added.append(f"Person {number}")
                wait_for("the person", lambda: set(added) <= set(names(folder)), 10)
            killed = time.monotonic()
        app.program.send(signal.SIGKILL)
        app.program.wait()
        kept = notes(folder)
        everything = before + "".join(word for word, _at in typed)
        assert everything.startswith(kept), "garbled"
        assert kept.startswith(acknowledged), "an acknowledged word is lost"
        old = "".join(word for word, at in typed if at < killed - MOST_LOST_S)
        assert kept.startswith(before + old), "more than two seconds of typing are lost"
        assert set(added) <= set(names(folder))
        assert ask(folder, "check")["ok"]
    Real(desk, folder).shown().end()


def go_to_renata(app: Real) -> None:
    """Whoever was chosen before the kill."""
    app.desktop.press("ctrl+k")
    app.wait_for_focus("'Name, place or role'")
    app.desktop.write("renata")
    app.wait_to_see("Renata Núñez")
    app.desktop.press("Return")
    app.wait_for_focus("Renata Núñez")


def type_words(app: Real, number: int, chance: random.Random) -> tuple[list[tuple[str, float]], str]:
    """Type words at the end of the notes: each with the time when it had been typed, and what was told meanwhile."""
    app.write_notes("")
    typed: list[tuple[str, float]] = []
    acknowledged = ""
    for count in range(chance.randint(1, 10)):
        word = f"{number}.{count} "
        app.desktop.write(word)
        typed.append((word, time.monotonic()))
        if chance.random() < 0.3:
            acknowledged = notes(app.folder)
    return typed, acknowledged


def notes(folder: Path) -> str:
    return str(ask(folder, "show", "renata")["research"]["notes"])


def names(folder: Path) -> list[str]:
    return [person["name"] for person in ask(folder, "people")]
