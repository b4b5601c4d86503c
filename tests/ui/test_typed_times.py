"""Times of day as people type them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

import pytest
from PySide6.QtCore import QLocale

from otnet_desktop.ui.dates import written_time
from otnet_desktop.ui.typed_times import read_time


@pytest.fixture(autouse=True)
def _locale() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:30", time(14, 30)),
        ("14.30", time(14, 30)),
        ("1430", time(14, 30)),
        ("930", time(9, 30)),
        ("9", time(9)),
        ("0:05", time(0, 5)),
        ("18h30", time(18, 30)),
        ("18 h", time(18)),
        ("9am", time(9)),
        ("9:15 p.m.", time(21, 15)),
        ("12 am", time(0)),
        ("12pm", time(12)),
        (" Noon ", time(12)),
        ("", None),
        ("24", None),
        ("9:60", None),
        ("9:5", None),
        ("14 pm", None),
        ("0 am", None),
        ("soon", None),
        ("9 apples", None),
        ("12:30:15", None),
    ],
)
def test_a_time_is_read_as_it_is_meant(typed: str, meant: time | None) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("locale", ["en_GB", "en_US", "fi_FI", "fr_CA", "bg_BG", "ja_JP", "zh_TW", "ko_KR", "ar_EG"])
def test_what_a_field_shows_is_read_as_the_same_time(locale: str) -> None:
    QLocale.setDefault(QLocale(locale))
    for at in [time(hour, minute) for hour in range(24) for minute in (0, 5, 30, 59)]:
        assert read_time(written_time(at)) == at, written_time(at)
