"""Networks told as facts, replayed into a real store: the same stages and reminders as the rules alone give."""

from __future__ import annotations

from typing import Any

import pytest

from otnet_desktop.domain.availability import Hours
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.network import read_network
from otnet_desktop.domain.outlook import look_all
from otnet_desktop.domain.reminders import Reminder
from otnet_desktop.services.network import Replayed, replay
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.store.content import content_hash
from tests.domain.telling import DATA, SAMPLE, load
from tests.services.clocks import SettableClock, wall

ROWS = load(DATA / "state_table.json")["rows"]
CHECKS = [(story, check) for story in load(DATA / "scenarios.json")["scenarios"] for check in story["checks"]]


def tell(workspace: Workspace, told: dict[str, Any]) -> Replayed:
    timing = workspace.preferences.timing()
    today = workspace.clock.now().astimezone(timing.zone).date()
    return replay(workspace, read_network(told, today, timing))


def shape(reminders: list[Reminder]) -> list[tuple[str, str, str]]:
    return sorted((r.kind.value, r.person, wall(r.due)) for r in reminders)


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_row_of_the_state_table_through_the_store(
    workspace: Workspace, clock: SettableClock, row: dict[str, Any]
) -> None:
    test = row["test"]
    clock.set(test["now"])
    tell(workspace, {"facts": test["facts"], "settings": test["settings"]})
    outlook = workspace.people.outlook(workspace.store.people.by_ref("a").id)
    assert outlook.stage == test["stage"]
    assert outlook.status == (test["status"] or "active")
    got = sorted((r.kind.value, wall(r.due), r.active, r.variant) for r in outlook.reminders)
    assert got == sorted((e["kind"], e["due"], e["active"], e["variant"]) for e in test["expect"])


@pytest.mark.parametrize(("story", "check"), CHECKS, ids=[f"{s['id']}-{c['at']}" for s, c in CHECKS])
def test_checkpoint_of_a_story_through_the_store(
    workspace: Workspace, clock: SettableClock, story: dict[str, Any], check: dict[str, Any]
) -> None:
    """The whole story is told at once; what is later than the clock must not show."""
    clock.set(check["at"])
    tell(workspace, {"facts": story["facts"], "settings": story["settings"]})
    assert shape(workspace.reminders.due()) == sorted(map(tuple, check["active"]))
    assert shape(workspace.reminders.upcoming()) == sorted(map(tuple, check["upcoming"]))
    for ref, stage in check["stages"].items():
        assert workspace.people.outlook(workspace.store.people.by_ref(ref).id).stage == stage


def test_what_is_kept_of_the_sample_is_what_the_rules_say(workspace: Workspace) -> None:
    told = load(SAMPLE)
    replayed = tell(workspace, told)
    assert replayed.people == 60
    assert workspace.care.check() == []
    derived = look_all(workspace.store.facts.everything(), workspace.preferences.timing(), workspace.clock.now())
    people = workspace.store.people.everyone()
    kept = {outlook.person: outlook for outlook in workspace.store.outlooks.of(people).values()}
    assert {ref: outlook.stage for ref, outlook in kept.items()} == {
        ref: derived[ref].stage if ref in derived else "idea" for ref in kept
    }
    assert len(workspace.reminders.due()) == told["expect_summary"]["active_total"]


def test_time_alone_changes_what_is_due(workspace: Workspace, clock: SettableClock) -> None:
    clock.set("2026-03-02T09:30")
    facts = [
        {"type": "add_person", "pid": "a", "at": "2026-03-02T09:00", "name": "A"},
        {"type": "out", "pid": "a", "at": "2026-03-02T09:10", "kind": "intro"},
    ]
    tell(workspace, {"facts": facts})
    assert workspace.reminders.due() == []
    clock.set("2026-03-09T09:00")
    assert shape(workspace.reminders.due()) == [("FOLLOW_UP", "a", "2026-03-09T09:00")]
    clock.set("2026-03-02T09:30")
    assert workspace.reminders.due() == [], "a clock set back takes it away again"


def test_a_sample_never_mixes_with_people_who_are_there(workspace: Workspace) -> None:
    facts = [{"type": "add_person", "pid": "a", "at": "2026-03-02T09:00", "name": "A"}]
    tell(workspace, {"facts": facts})
    with pytest.raises(BadInput, match="people here already"):
        tell(workspace, {"facts": facts})
    assert len(workspace.store.people.everyone()) == 1


def test_a_fact_that_cannot_be_leaves_nothing_behind(workspace: Workspace) -> None:
    facts = [
        {"type": "add_person", "pid": "a", "at": "2026-03-02T09:00", "name": "A"},
        {"type": "cancel", "mid": "nowhere", "at": "2026-03-02T10:00", "by": "me"},
    ]
    with pytest.raises(BadInput, match="nowhere"):
        tell(workspace, {"facts": facts})
    assert workspace.store.people.everyone() == []


def test_one_undo_takes_a_whole_sample_back(workspace: Workspace) -> None:
    tell(workspace, load(SAMPLE))
    assert workspace.history.undo() == "Fill with a sample"
    assert workspace.store.people.everyone() == []
    assert workspace.reminders.due() == []
    workspace.history.redo()
    assert len(workspace.store.people.everyone()) == 60
    assert len(workspace.reminders.due()) == 34


def test_the_sample_knows_when_one_is_free(workspace: Workspace) -> None:
    tell(workspace, load(SAMPLE))
    assert len(workspace.availability.hours().weekly) == 5
    workspace.history.undo()
    assert workspace.availability.hours() == Hours()


def test_what_is_wrong_at_the_very_end_leaves_nothing(workspace: Workspace) -> None:
    before = content_hash(workspace.store.database), workspace.preferences.current
    told = load(SAMPLE)
    last = next(one for one in reversed(told["people"]) if one.get("meeting_notes"))
    last["meeting_notes"] = {"takeaways": 7}
    with pytest.raises(BadInput, match="meeting_notes"):
        tell(workspace, told | {"settings": {"work_time": "10:30"}})
    assert (content_hash(workspace.store.database), workspace.preferences.current) == before
    assert workspace.store.preferences.get("preferences") is None


def test_what_a_meeting_left_is_told(workspace: Workspace) -> None:
    told = load(SAMPLE)
    tell(workspace, told)
    for person in told["people"]:
        if (listed := person.get("meeting_notes")) is not None:
            known = workspace.store.people.by_ref(person["id"]).id
            (*_, meeting) = workspace.meetings.of(known)
            kept = meeting.kept
            assert (kept.notes, kept.consent) == ("", listed.get("consent") or "not_asked")
            assert kept.takeaways == tuple(listed["takeaways"])
            assert [advice.text for advice in workspace.advice.in_meeting(meeting.id)] == listed.get("advice", [])
