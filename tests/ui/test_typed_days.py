"""Days as people type them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from otnet_desktop.ui.dates import written_day
from otnet_desktop.ui.typed_days import read_day

WEDNESDAY = date(2026, 3, 18)
LOCALES = [
    "en_GB",
    "en_US",
    "de_DE",
    "fr_FR",
    "fr_CA",
    "it_IT",
    "es_ES",
    "pl_PL",
    "ja_JP",
    "ko_KR",
    "ar_EG",
    "fa_IR",
    "hi_IN",
    "th_TH",
    "ru_RU",
    "bg_BG",
    "hu_HU",
    "vi_VN",
    "he_IL",
]


@pytest.fixture(autouse=True)
def _locale() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("today", date(2026, 3, 18)),
        (" Tomorrow ", date(2026, 3, 19)),
        ("yesterday", date(2026, 3, 17)),
        ("12 Mar", date(2026, 3, 12)),
        ("Mar 12", date(2026, 3, 12)),
        ("12th of March", None),
        ("12th march", date(2026, 3, 12)),
        ("wed 18 mar 2026", date(2026, 3, 18)),
        ("2026-03-12", date(2026, 3, 12)),
        ("20260312", date(2026, 3, 12)),
        ("12/4/2026", date(2026, 4, 12)),
        ("12/04/26", date(2026, 4, 12)),
        ("12.4.", date(2026, 4, 12)),
        ("25/4", date(2026, 4, 25)),
        ("4/25", date(2026, 4, 25)),
        ("1/2/75", date(1975, 2, 1)),
        ("Sept 2024", date(2024, 9, 1)),
        ("9/2024", date(2024, 9, 1)),
        ("2024", date(2024, 1, 1)),
        ("20", date(2026, 3, 20)),
        ("17", date(2026, 4, 17)),
        ("12 Jan", date(2027, 1, 12)),
        ("20 Jan", date(2026, 1, 20)),
        ("29 feb", date(2028, 2, 29)),
        ("Fri", date(2026, 3, 20)),
        ("monday", date(2026, 3, 23)),
        ("Wed", date(2026, 3, 25)),
        ("", None),
        ("ma 12", None),
        ("31 Feb", None),
        ("32", None),
        ("in a while", None),
        ("1 2 3 4 5", None),
        ("12 Mar Fri 2026 7", None),
        ("March", None),
        ("0", None),
    ],
)
def test_a_day_is_read_as_it_is_meant(typed: str, meant: date | None) -> None:
    assert read_day(typed, WEDNESDAY) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("20", date(2026, 2, 20)),
        ("20 Dec", date(2025, 12, 20)),
        ("18 Mar", date(2026, 3, 18)),
        ("Fri", date(2026, 3, 13)),
        ("Wed", date(2026, 3, 11)),
        ("29 feb", date(2024, 2, 29)),
        ("20 Dec 2026", date(2026, 12, 20)),
    ],
)
def test_who_looks_back_means_the_last_one(typed: str, meant: date) -> None:
    assert read_day(typed, WEDNESDAY, looks_back=True) == meant


def test_the_reader_s_order_of_numbers_goes_first() -> None:
    QLocale.setDefault(QLocale("en_US"))
    assert read_day("4/12/2026", WEDNESDAY) == date(2026, 4, 12)
    assert read_day("25/4", WEDNESDAY) == date(2026, 4, 25)


def test_names_are_the_reader_s_and_english_ones() -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert read_day("12. Mai", WEDNESDAY) == date(2026, 5, 12)
    assert read_day("12 May", WEDNESDAY) == date(2026, 5, 12)
    assert read_day("Freitag", WEDNESDAY) == read_day("friday", WEDNESDAY) == date(2026, 3, 20)


@pytest.mark.parametrize("locale", LOCALES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(away=st.integers(-4000, 4000))
def test_what_a_field_shows_is_read_as_the_same_day(locale: str, away: int) -> None:
    QLocale.setDefault(QLocale(locale))
    day = WEDNESDAY + timedelta(days=away)
    assert read_day(written_day(day), WEDNESDAY) == day
    assert read_day(day.isoformat(), WEDNESDAY) == day
