"""Rows of a table."""

from __future__ import annotations

from otnet_desktop.exchange.rows import read_rows


def test_a_cell_may_be_longer_than_pythons_reader_takes_by_itself() -> None:
    note = "word " * 40_000
    assert list(read_rows(iter([f'Ana,"{note}"', "Ben,"]), 0, 2, ",")) == [(1, ["Ana", note]), (2, ["Ben", ""])]
