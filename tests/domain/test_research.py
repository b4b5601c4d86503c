"""Key points as they are typed and ordered."""

from __future__ import annotations

from datetime import date

import pytest

from otnet_desktop.domain.research import KeyPoint, point_from_line, swapped

TODAY = date(2026, 3, 18)


def test_a_plain_line_is_a_key_point_seen_today() -> None:
    assert point_from_line("  Supervises   two students ", TODAY) == KeyPoint("Supervises two students", seen_on=TODAY)


@pytest.mark.parametrize(
    ("line", "text", "source", "url"),
    [
        (
            "Co-authored the guide https://www.Larchmont.example/ot?id=3",
            "Co-authored the guide",
            "larchmont.example",
            "https://www.Larchmont.example/ot?id=3",
        ),
        ("Talk (http://u:p@example.org/a).", "Talk ).", "example.org", "http://u:p@example.org/a"),
        ("https://example.org", "example.org", "example.org", "https://example.org"),
        ("file:///etc/passwd is no source", "file:///etc/passwd is no source", "", ""),
    ],
)
def test_a_web_address_in_the_line_becomes_its_source(line: str, text: str, source: str, url: str) -> None:
    point = point_from_line(line, TODAY)

    assert (point.source, point.url) == (source, url)
    assert point.text.strip("(). ") == text.strip("(). ")


def test_moving_a_point_past_an_end_moves_nothing() -> None:
    one, two, three = points = (KeyPoint("1"), KeyPoint("2"), KeyPoint("3"))

    assert swapped(points, 0, -1) == points
    assert swapped(points, 2, 1) == points
    assert swapped(points, 0, 1) == (two, one, three)
    assert swapped(points, 2, -1) == (one, three, two)
