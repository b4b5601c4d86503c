"""A report says where it happened and names nobody."""

from __future__ import annotations

import pytest

from otnet_desktop import __version__
from otnet_desktop.app.report import LONGEST, MOST_CAUSES, place_of, report_of
from tests.app.failing_places import SECRET, fail


def fail_twice() -> None:
    try:
        fail()
    except KeyError as error:
        raise ValueError(SECRET) from error


def fall(depth: int) -> None:
    fall(depth + 1)


def test_a_report_tells_causes_and_no_values() -> None:
    with pytest.raises(ValueError, match="Renata") as raised:
        fail_twice()
    report = report_of(raised.value)
    assert report.startswith(f"OTnet Desktop {__version__}\n")
    assert report.index("KeyError") < report.index("ValueError")
    assert "in fail_twice" in report
    assert "Renata" not in report


def test_a_report_is_short_however_deep_it_happened() -> None:
    with pytest.raises(RecursionError) as raised:
        fall(0)
    assert report_of(raised.value).count("in fall") <= LONGEST
    chain: Exception = KeyError("first")
    for _ in range(10):
        later = KeyError("later")
        later.__cause__, chain = chain, later
    assert report_of(chain).count("KeyError") == MOST_CAUSES


def test_folders_are_not_told() -> None:
    assert place_of("/home/renata/lib/python3.11/json/decoder.py") == "decoder.py"
    assert place_of(fail.__code__.co_filename) == "failing_places.py"
    assert place_of(report_of.__code__.co_filename) == "otnet_desktop/app/report.py"
