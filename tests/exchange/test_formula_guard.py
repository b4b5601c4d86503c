"""Nothing is run by a spreadsheet, and everything reads in again as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.exchange.formula_guard import guarded, unguarded

SIGNS = "=+-@\t\r\n＝＋－＠"


@given(st.one_of(st.text(max_size=30), st.text("'=+-@\t\r\na", max_size=8)))
def test_it_can_be_taken_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in tuple(SIGNS)


@pytest.mark.parametrize("text", ["Ana", "", "'tis", "a=b", " =1+1"])
def test_what_no_spreadsheet_would_run_stays(text: str) -> None:
    assert guarded(text) == text


@pytest.mark.parametrize("text", ["=1+1", "+1 617 555 0100", "-2", "@SUM(A1)", "'=1+1", "''+1"])
def test_what_it_would_run_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"
