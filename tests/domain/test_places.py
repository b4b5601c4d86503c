"""Two places that are one keep everything that was noted."""

from __future__ import annotations

from datetime import UTC, date, datetime

from otnet_desktop.domain.places import joined
from otnet_desktop.domain.research import KeyPoint, Research

EARLY, LATE = datetime(2026, 1, 2, tzinfo=UTC), datetime(2026, 3, 4, tzinfo=UTC)


def test_nothing_is_lost_and_nothing_is_said_twice() -> None:
    stays = Research("Quiet rooms", LATE, tuple(KeyPoint(f"Point {n}") for n in range(4)))
    goes = Research(
        "By the river",
        EARLY,
        (
            KeyPoint("Point 1"),
            KeyPoint("Garden"),
            KeyPoint("Parking", "their page", "https://a.example", date(2026, 1, 2)),
        ),
    )

    known = joined(stays, goes)

    assert [point.text for point in known.key_points] == ["Point 0", "Point 1", "Point 2", "Point 3", "Garden"]
    assert known.notes == "Quiet rooms\n\nBy the river\n\n- Parking (their page, https://a.example, 2026-01-02)"
    assert known.reviewed_at == EARLY  # as old as the older half


def test_the_same_notes_are_kept_once() -> None:
    assert joined(Research("Same"), Research("Same")) == Research("Same")
