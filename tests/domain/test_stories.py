"""The acceptance stories kept as data: exact reminders at each checkpoint, and exact pop-ups."""

from __future__ import annotations

from typing import Any

import pytest

from otnet_desktop.domain.agenda import agenda
from otnet_desktop.domain.notices import Form, due_notices
from otnet_desktop.domain.outlook import in_order, look_all
from tests.domain.telling import DATA, instant, listed, load, story, wall

STORIES = load(DATA / "scenarios.json")["scenarios"]
CHECKS = [(told, check) for told in STORIES for check in told["checks"]]
POPUPS = [(told, popups) for told in STORIES for popups in told["popups"]]


@pytest.mark.parametrize(("told", "check"), CHECKS, ids=[f"{told['id']} {check['at']}" for told, check in CHECKS])
def test_checkpoint(told: dict[str, Any], check: dict[str, Any]) -> None:
    so_far = story(told["facts"], told["settings"])
    outlooks = look_all(so_far.facts, so_far.timing, instant(check["at"]))
    reminders = in_order(outlooks)
    assert listed(r for r in reminders if r.active) == sorted(map(tuple, check["active"]))
    assert listed(r for r in reminders if not r.active) == sorted(map(tuple, check["upcoming"]))
    assert {person: outlooks[person].stage for person in check["stages"]} == check["stages"]


@pytest.mark.parametrize(("told", "popups"), POPUPS, ids=[told["id"] for told, _ in POPUPS])
def test_popups(told: dict[str, Any], popups: list[Any]) -> None:
    start, end, expected = popups
    so_far = story(told["facts"], told["settings"])
    notices = agenda(so_far.facts, so_far.timing, _minute(start), _minute(end))
    assert [(notice.at, [r.kind for r in notice.reminders]) for notice in notices] == [
        (_minute(at), kinds) for at, kinds in expected
    ]


def _minute(text: str) -> Any:  # noqa: ANN401
    """A time as the stories write it: "3-19 00:00"."""
    day, clock = text.split()
    month, of_month = day.split("-")
    return instant(f"{int(month):02}-{int(of_month):02} {clock}")


def test_three_weeks_with_the_lid_closed_are_one_notice() -> None:
    told = next(told for told in STORIES if told["id"] == "S07")
    so_far = story(told["facts"])
    back = instant("03-27 09:00")
    beat = due_notices(
        in_order(look_all(so_far.facts, so_far.timing, back)), (), instant("03-05 11:05"), back, so_far.timing
    )
    assert [notice.form for notice in beat.notices] == [Form.CATCH_UP]
    assert sorted(beat.notices[0].keys) == ["FOLLOWUP:gwen:1:0", "PROMISE:i", "THANKS:h:hugh"]
    assert wall(beat.notices[0].at) == "2026-03-27T09:00"
