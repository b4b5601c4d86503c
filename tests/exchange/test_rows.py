"""Rows of a table."""

from __future__ import annotations

import pytest

from otnet_desktop.exchange import rows
from otnet_desktop.exchange.report import Rejected
from otnet_desktop.exchange.rows import read_rows


def test_a_cell_may_be_longer_than_pythons_reader_takes_by_itself() -> None:
    note = "word " * 40_000
    assert list(read_rows(iter([f'Ana,"{note}"', "Ben,"]), 0, 2, ",")) == [(1, ["Ana", note]), (2, ["Ben", ""])]


def test_rows_that_all_lack_a_mark_are_not_each_read_to_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    take = rows._Feed.__next__

    def taken(feed: rows._Feed) -> str:
        read.append(line := take(feed))
        return line

    monkeypatch.setattr(rows._Feed, "__next__", taken)
    found = list(read_rows(iter(['a,b"c,d,"'] * 20_000), 0, 4, ","))
    assert len(found) == 20_000
    assert all(isinstance(row, Rejected) for _, row in found)
    assert len(read) < 1_000_000  # and not 200 million


def test_a_cell_of_many_lines_is_read_behind_any_number_of_broken_rows() -> None:
    note = "\n".join(["line"] * 5_000)
    broken, whole = ['Ana,"Lee,'] * 10, [f'Ben,"{note}"']
    found = list(read_rows(iter([*broken, *"\n".join(whole).split("\n")]), 0, 2, ","))
    assert found[-1] == (11, ["Ben", note])
