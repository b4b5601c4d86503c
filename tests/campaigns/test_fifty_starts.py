"""Fifty starts at the same moment, again and again: one winner, everybody else hands over and leaves with 0.

First a small program many times, then the real one, also while its window asks for the passphrase. ``OTNET_STARTS``
says how many real windows start at the same moment (12 unless told; 50 are promised).
"""

from __future__ import annotations

import os
import signal
from contextlib import ExitStack
from pathlib import Path

import pytest

from otnet_desktop.store.store import Store
from tests.app.copies import Copies
from tests.campaigns.witnessed import set_clock, witnessed
from tests.factories import NOW, add_person
from tests.store.keys import quick_key

STARTS = int(os.environ.get("OTNET_STARTS", "12"))
KILLS = 3


@pytest.mark.parametrize("_round", range(5))
def test_fifty_simultaneous_starts_have_one_winner(tmp_path: Path, _round: int) -> None:
    with Copies(tmp_path) as copies:
        outcome = copies.race(50)
    assert outcome.winners == 1
    assert outcome.handed_over == 49
    assert outcome.rung == 49
    assert outcome.statuses == {0}


def test_a_killed_first_copy_never_stands_in_the_way(tmp_path: Path) -> None:
    with Copies(tmp_path) as copies:
        for _ in range(50):
            first = copies.start()
            assert first.line() == "first"
            first.send(signal.SIGKILL)
            first.status()


@pytest.fixture(params=["open", "locked"])
def first_word(request: pytest.FixtureRequest) -> str:
    """What the real program says first: that it runs, or that it asks for the passphrase."""
    return str(request.param)


@pytest.fixture
def folder(tmp_path: Path, first_word: str) -> Path:
    """Data of one person, protected or not."""
    made = tmp_path / "data"
    store = Store.open(made, quick_key() if first_word == "locked" else None)
    add_person(store, "Ann Archer")
    store.close()
    set_clock(made, NOW)
    return made


def test_of_many_real_starts_one_stays_and_comes_forward(folder: Path, first_word: str) -> None:
    with ExitStack() as stack:
        programs = [stack.enter_context(witnessed(folder)) for _ in range(STARTS)]
        said = [program.next() for program in programs]
        assert sorted(said) == ["" for _ in range(STARTS - 1)] + [first_word]
        winner = programs[said.index(first_word)]
        assert {program.status() for program in programs if program is not winner} == {0}
        winner.until("forward")
        assert winner.end() == 0


def test_after_kills_a_real_start_needs_no_help(folder: Path, first_word: str) -> None:
    for _ in range(KILLS):
        with witnessed(folder) as killed:
            killed.until(first_word)
            killed.process.kill()
            assert killed.status() == -signal.SIGKILL
    with witnessed(folder) as first:
        first.until(first_word)
        with witnessed(folder) as later:
            assert later.next() == ""
            assert later.status() == 0
        first.until("forward")
        assert first.end() == 0
