"""Fifty starts at the same moment, again and again: one winner, everybody else hands over and leaves with 0."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.app.copies import Copies


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
