"""The story of a person: everything that happened, latest first, future above."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from otnet_desktop.domain.facts import InKind, OutKind, Side, ThanksHow
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.messages import Draft, Reply
from otnet_desktop.domain.people import Affiliation, Status
from otnet_desktop.domain.research import Purpose
from otnet_desktop.domain.story import StoryKind
from otnet_desktop.services.workspace import Workspace
from tests.services.acquaintances import renata, somebody
from tests.services.clocks import BOSTON, SettableClock


def test_everything_is_told_in_order(workspace: Workspace, clock: SettableClock) -> None:
    person, kai = renata(workspace), somebody(workspace, "Kai")
    start = datetime(2026, 4, 1, 9, 0, tzinfo=BOSTON)
    steps: list[Callable[[], object]] = [
        lambda: workspace.research.save_purpose(person.id, Purpose("setting_info")),
        lambda: workspace.outreach.log_sent(Draft(person.id, OutKind.INTRO, body="Hello")),
        lambda: workspace.outreach.log_reply(Reply(person.id, InKind.YES, "Gladly")),
        lambda: workspace.meetings.met_by_chance([person.id], event="Fair", ref="fair"),
        lambda: workspace.thanks.thank([person.id], "fair", ThanksHow.CARD),
        lambda: workspace.promises.make(person.id, Side.ME, "poster", ref="c1"),
        lambda: workspace.promises.keep("c1"),
        lambda: workspace.people.referred(person.id, kai.id),
        lambda: workspace.people.moved(person.id, Affiliation("Harbor", "OT")),
        lambda: workspace.people.keep_in_touch(person.id, 120),
        lambda: workspace.people.set_status(person.id, Status.ARCHIVED),
        lambda: workspace.people.set_status(person.id, Status.ARCHIVED, on=False),
        lambda: workspace.meetings.book(MeetingPlan((person.id,), start, start + timedelta(hours=1))),
    ]
    for step in steps:
        clock.advance(minutes=1)
        step()
    story = workspace.story.of(person.id)
    assert [entry.kind for entry in story] == [
        StoryKind.MEETING,
        StoryKind.STATUS,
        StoryKind.STATUS,
        StoryKind.CADENCE,
        StoryKind.MOVED,
        StoryKind.INTRODUCED,
        StoryKind.PROMISE_KEPT,
        StoryKind.PROMISED,
        StoryKind.THANKED,
        StoryKind.ENCOUNTER,
        StoryKind.HEARD,
        StoryKind.WROTE,
        StoryKind.PURPOSE,
        StoryKind.ADDED,
    ]
    told = {entry.kind: entry for entry in story}
    assert told[StoryKind.INTRODUCED].values["name"] == "Kai"
    assert told[StoryKind.THANKED].values == {"how": "card"}
    wrote = told[StoryKind.WROTE].message
    assert wrote is not None
    assert wrote.body == "Hello"


def test_everyone_is_told_of_a_span_only(workspace: Workspace, clock: SettableClock) -> None:
    person, kai = renata(workspace), somebody(workspace, "Kai")
    workspace.meetings.met_by_chance([person.id])
    clock.advance(days=40)
    workspace.meetings.met_by_chance([kai.id])
    now = clock.now()
    assert [e.people for e in workspace.story.of_everyone(now - timedelta(days=7), now + timedelta(hours=1))] == [
        (kai.id,)
    ]
    assert len(workspace.story.of_everyone(now - timedelta(days=60), now + timedelta(days=1))) == 2
