"""Nothing is run by a spreadsheet, and everything reads in again as it was."""

from __future__ import annotations

import csv
import io
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.exchange.formula_guard import guarded, unguarded
from otnet_desktop.exchange.table import MARK, table, table_of

SIGNS = "=+-@\t\r\n＝＋－＠"


@given(st.one_of(st.text(max_size=30), st.text("'=+-@\t\r\na", max_size=8)))
def test_it_can_be_taken_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in tuple(SIGNS)


SPELLED = (
    "cmd|' /C calc'!A0",
    'HYPERLINK("http://a.example")',
    "1+1",
    "a,b",
    'say "so"',
    "one\ntwo",
    "é",
    "\ufeff",
    "",
)


@pytest.mark.parametrize("of_records", [True, False], ids=["of records", "of rows"])
def test_two_thousand_cells_of_a_table_are_text_and_come_back(of_records: bool) -> None:
    chance = random.Random(515)
    cells = [
        "".join(chance.choices(f"'{SIGNS} a;", k=chance.randrange(4))) + chance.choice(SPELLED) for _ in range(2000)
    ]
    heads = [f"column {number}" for number in range(20)]
    rows = [cells[start : start + 20] for start in range(0, 2000, 20)]
    lines = table_of(heads, (dict(zip(heads, row, strict=True)) for row in rows)) if of_records else table(heads, rows)
    text = "".join(lines).removeprefix(MARK)
    found = [cell for row in list(csv.reader(io.StringIO(text, newline="")))[1:] for cell in row]
    assert not [cell for cell in found if cell.startswith(tuple(SIGNS))]
    assert [unguarded(cell) for cell in found] == cells
    assert sum(cell.startswith(tuple(SIGNS)) for cell in cells) > 500


@pytest.mark.parametrize("text", ["Ana", "", "'tis", "a=b", " =1+1"])
def test_what_no_spreadsheet_would_run_stays(text: str) -> None:
    assert guarded(text) == text


@pytest.mark.parametrize("text", ["=1+1", "+1 617 555 0100", "-2", "@SUM(A1)", "'=1+1", "''+1"])
def test_what_it_would_run_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"
