"""Days, times and numbers as people say them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLocale

from otnet_desktop.ui.dates import said_day, said_moment, said_since, said_time
from otnet_desktop.ui.words import plural

BOSTON = ZoneInfo("America/New_York")
WEDNESDAY = date(2026, 3, 18)


@pytest.fixture(autouse=True)
def _locale() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 3, 18), "today"),
        (date(2026, 3, 19), "tomorrow"),
        (date(2026, 3, 17), "yesterday"),
        (date(2026, 3, 20), "Fri"),
        (date(2026, 3, 24), "Tue"),
        (date(2026, 3, 25), "25 Mar"),
        (date(2026, 3, 2), "2 Mar"),
        (date(2025, 12, 31), "31 Dec 2025"),
    ],
)
def test_a_day_is_said_from_today(day: date, said: str) -> None:
    assert said_day(day, WEDNESDAY) == said


def test_the_zone_decides_which_day_it_is() -> None:
    late = datetime(2026, 3, 19, 2, 30, tzinfo=UTC)

    assert said_moment(late, datetime(2026, 3, 18, 14, tzinfo=UTC), BOSTON) == "today 22:30"
    assert said_moment(late, datetime(2026, 3, 18, 14, tzinfo=UTC), UTC) == "tomorrow 02:30"


def test_the_reader_decides_how_it_is_written() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))

    assert said_day(date(2026, 3, 2), WEDNESDAY) == "Mar 2"
    assert said_time(datetime(2026, 3, 18, 22, 30, tzinfo=UTC), BOSTON).replace("\u202f", " ") == "6:30 PM"


def test_without_any_locale_nobody_reads_seconds() -> None:
    QLocale.setDefault(QLocale.c())

    assert said_time(datetime(2026, 3, 18, 14, tzinfo=UTC), BOSTON) == "10:00"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 3, 17), "yesterday"),
        (date(2026, 3, 13), "5 days ago"),
        (date(2026, 2, 25), "3 weeks ago"),
        (date(2025, 9, 1), "6 months ago"),
    ],
)
def test_how_long_ago_is_said_in_whole_units(day: date, said: str) -> None:
    assert said_since(day, WEDNESDAY) == said


def test_one_and_many_are_different_sentences() -> None:
    assert plural(1, "{n} day", "{n} days") == "1 day"
    assert plural(0, "{n} day", "{n} days") == "0 days"
    assert plural(1200, "{n} day", "{n} days") == "1,200 days"
