"""The zone of the machine, as it is now."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from otnet_desktop.app.zone import is_known, machine_zone


@pytest.fixture
def in_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    yield monkeypatch
    monkeypatch.undo()


def test_a_journey_shows_without_a_restart(in_zone: pytest.MonkeyPatch) -> None:
    in_zone.setenv("TZ", "Europe/Lisbon")
    assert machine_zone() == "Europe/Lisbon"
    in_zone.setenv("TZ", "Australia/Melbourne")
    assert machine_zone() == "Australia/Melbourne"


def test_a_zone_nobody_knows_becomes_utc_and_is_told_once(
    in_zone: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    is_known.cache_clear()
    in_zone.setenv("TZ", "../../../etc/passwd")
    with caplog.at_level(logging.WARNING):
        assert [machine_zone(), machine_zone()] == ["UTC", "UTC"]
    assert len(caplog.records) == 1
