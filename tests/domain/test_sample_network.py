"""The sample network: sixty people, looked at on each day of the week."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from otnet_desktop.domain.network import read_network
from otnet_desktop.domain.notices import due_notices
from otnet_desktop.domain.outlook import in_order, look_all
from otnet_desktop.domain.reminders import Outlook, Reminder
from otnet_desktop.domain.worktime import worktime
from tests.domain.telling import BOSTON, SAMPLE, load

TOLD = load(SAMPLE)
ANCHOR = date.fromisoformat(TOLD["anchor"]["date"])


def _seen_on(today: date) -> tuple[dict[str, Outlook], datetime]:
    network = read_network(TOLD, today, BOSTON)
    now = worktime(BOSTON).at(today, time(10))
    return look_all(network.facts, BOSTON, now), now


ON_THE_ANCHOR, NOW = _seen_on(ANCHOR)


def _due(reminder: Reminder) -> dict[str, Any]:
    local = worktime(BOSTON).local(reminder.due)
    return {"days": (local.date() - ANCHOR).days, "time": local.strftime("%H:%M")}


@pytest.mark.parametrize("person", TOLD["people"], ids=lambda person: person["id"])
def test_person(person: dict[str, Any]) -> None:
    outlook, expected = ON_THE_ANCHOR[person["id"]], person["expect"]
    assert (outlook.stage, outlook.status) == (expected["stage"], expected["status"])
    assert [
        {"kind": r.kind, "variant": r.variant, "due": _due(r), "overdue": r.overdue} for r in outlook.active
    ] == expected["active"]
    upcoming = [r for r in outlook.reminders if not r.active]
    assert [{"kind": r.kind, "variant": r.variant, "due": _due(r)} for r in upcoming] == expected["upcoming"]
    assert [r.kind for r in outlook.held_back] == expected["held_back"]


def test_list_and_numbers() -> None:
    expected = TOLD["expect_summary"]
    reminders = in_order(ON_THE_ANCHOR)
    active = [r for r in reminders if r.active]
    assert [{"kind": r.kind, "person": r.person, "due": _due(r)} for r in active] == expected["tray_order"]
    assert len(reminders) - len(active) == expected["upcoming_total"]
    assert sum(r.overdue for r in reminders) == expected["overdue"]
    assert sum(len(outlook.held_back) for outlook in ON_THE_ANCHOR.values()) == expected["held_back_total"]


def test_the_first_start_shows_one_notice() -> None:
    beat = due_notices(in_order(ON_THE_ANCHOR), (), None, NOW, BOSTON)
    assert len(beat.notices) == TOLD["expect_summary"]["first_run_notifications"]


@pytest.mark.parametrize("days", range(1, 7))
def test_any_day_of_the_week_shows_the_same(days: int) -> None:
    outlooks, _ = _seen_on(ANCHOR + timedelta(days=days))
    for person, outlook in ON_THE_ANCHOR.items():
        assert outlooks[person].stage == outlook.stage
        assert {r.kind for r in outlooks[person].active} == {r.kind for r in outlook.active}
