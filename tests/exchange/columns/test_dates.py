"""Days in every spelling."""

from __future__ import annotations

import pytest

from otnet_desktop.exchange.columns.dates import DateOrder, is_no_date, order_in, read_date


@pytest.mark.parametrize(
    ("text", "day_first", "month_first"),
    [
        ("3/4/1990", "1990-04-03", "1990-03-04"),
        ("25/12/1990", "1990-12-25", "1990-12-25"),
        ("12/25/1990", "1990-12-25", "1990-12-25"),
        ("01.04.90", "1990-04-01", "1990-01-04"),
        ("3/4/05", "2005-04-03", "2005-03-04"),
        ("4/22", "--04-22", "--04-22"),
    ],
)
def test_numbers(text: str, day_first: str, month_first: str) -> None:
    assert read_date(text, DateOrder.DAY_FIRST) == day_first
    assert read_date(text, DateOrder.MONTH_FIRST) == month_first


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1990-04-01", "1990-04-01"),
        ("19900401", "1990-04-01"),
        ("1990-04-01T00:00:00", "1990-04-01"),
        ("1990-04-01 00:00:00", "1990-04-01"),
        ("1990年4月1日", "1990-04-01"),
        ("--04-22", "--04-22"),
        ("1604-02-29", "--02-29"),
        ("05 Mar 2024", "2024-03-05"),
        ("5. März 2024", "2024-03-05"),
        ("01 Okt. 2023", "2023-10-01"),
        ("March 4, 1990", "1990-03-04"),
        ("4 de abril de 1990", "1990-04-04"),
        ("5 juillet 1980", "1980-07-05"),
        ("5 juin 1980", "1980-06-05"),
        ("12 września 1980", "1980-09-12"),
        ("31 Feb 2024", ""),
        ("05 Foo 2024", ""),
        ("13/13/1990", ""),
        ("0/0/00", ""),
        ("", ""),
        ("soon", ""),
    ],
)
def test_words_and_other_spellings(text: str, day: str) -> None:
    assert read_date(text, DateOrder.DAY_FIRST) == day


def test_the_order_that_some_can_only_have() -> None:
    assert order_in(["3/4/1990", "25/4/1990"]) is DateOrder.DAY_FIRST
    assert order_in(["3/4/1990", "3/25/1990"]) is DateOrder.MONTH_FIRST
    assert order_in(["1990/3/4"]) is DateOrder.YEAR_FIRST
    assert order_in(["3/4/1990", "", "soon"]) is None


def test_outlooks_way_to_say_nothing() -> None:
    assert is_no_date("0/0/00")
    assert not is_no_date("1/0/00")
