"""Rows come several at a time, all of them and in their order, and what goes wrong at a later one is said plainly."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from otnet_desktop.domain.errors import DataUnavailable
from otnet_desktop.store.cursors import FEWEST_AT_ONCE, MOST_AT_ONCE, Rows, rows_of

NUMBERS = "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 2000) SELECT reached(i) FROM n"


@pytest.fixture
def reached() -> list[int]:
    """How far SQLite has read."""
    return []


@pytest.fixture
def cursor(reached: list[int]) -> Iterator[Rows]:
    def reach(number: int) -> int:
        reached.append(number)
        if number == 1500:
            raise RuntimeError
        return number

    connection = sqlite3.connect(":memory:")
    connection.create_function("reached", 1, reach)
    yield rows_of(connection)
    connection.close()


def test_all_rows_come_in_their_order(cursor: Rows) -> None:
    rows = cursor.execute(NUMBERS.replace("2000", "1000"))
    assert list(rows) == [(number,) for number in range(1, 1001)]


def test_sqlite_is_seldom_asked_while_somebody_thinks_about_each_row(cursor: Rows, reached: list[int]) -> None:
    pauses = {len(reached) for _row in cursor.execute(NUMBERS.replace("2000", "1000"))}
    assert len(pauses) < 12


def test_who_stops_at_the_first_row_has_not_read_many(cursor: Rows, reached: list[int]) -> None:
    for _row in cursor.execute(NUMBERS):
        break
    assert len(reached) <= FEWEST_AT_ONCE + 1 < MOST_AT_ONCE


def test_trouble_at_a_later_row_is_said_plainly(cursor: Rows, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("otnet_desktop.store.trouble.in_words", lambda _error: DataUnavailable("No.", "No."))
    with pytest.raises(DataUnavailable):
        list(cursor.execute(NUMBERS))
