"""Every row of the state table: facts, a clock, the exact stage and the exact reminders."""

from __future__ import annotations

from typing import Any

import pytest

from otnet_desktop.domain.outlook import look
from otnet_desktop.domain.people import Status
from otnet_desktop.domain.rules.thanks import ledger
from tests.domain.telling import DATA, instant, load, story, wall

ROWS = load(DATA / "state_table.json")["rows"]


def _by_name(row: dict[str, Any]) -> str:
    return str(row["id"])


def test_the_table_is_whole() -> None:
    assert len(ROWS) == 78
    assert len({row["id"] for row in ROWS}) == 78


@pytest.mark.parametrize("row", ROWS, ids=_by_name)
def test_row(row: dict[str, Any]) -> None:
    test = row["test"]
    so_far = story(test["facts"], test["settings"])
    outlook = look("a", so_far.facts, so_far.timing, instant(test["now"]))
    assert outlook.stage == test["stage"]
    assert outlook.status == (test["status"] or Status.ACTIVE)
    got = [(r.kind, wall(r.due), r.active, r.variant) for r in outlook.reminders]
    assert sorted(got) == sorted((e["kind"], e["due"], e["active"], e["variant"]) for e in test["expect"])


def test_a_second_thank_you_does_not_replace_the_first() -> None:
    test = next(row["test"] for row in ROWS if "ledger" in row["test"])
    given = {
        f"{mid}:{pid}": {"how": thanked.how, "at": wall(thanked.at)}
        for (mid, pid), thanked in ledger(story(test["facts"]).facts).items()
    }
    assert given == test["ledger"]


def test_a_forced_thank_you_does() -> None:
    test = next(row["test"] for row in ROWS if "ledger" in row["test"])
    facts = [fact | ({"forced": True} if fact.get("how") == "card" else {}) for fact in test["facts"]]
    assert ledger(story(facts).facts)["m", "a"].how == "card"
