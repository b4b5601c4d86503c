"""How much of a long story is shown at once, and that all of it can be reached."""

from __future__ import annotations

from datetime import timedelta

import pytest

from otnet_desktop.domain.facts import MeetingFormat
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.timeline import story_span
from otnet_desktop.ui.timeline.story_span import WEEKS, EveryoneSpan
from tests.ui.network import add

FEW = 3
HOURS = (-3000, -1600, *(-50,) * 5, -40, -30, -20, -10, 10, 20, 30, *(40,) * 5, 50, 1600, 3000)
"""From now; some further away than what is shown at first, some at the same time as others."""


@pytest.fixture
def span(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> EveryoneSpan:
    for name in ("BEHIND", "MORE"):
        monkeypatch.setattr(story_span, name, FEW)
    ann = add(workspace, "Ann Ek")
    for hours in HOURS:
        start = workspace.clock.now() + timedelta(hours=hours)
        plan = MeetingPlan((ann,), start, start + timedelta(minutes=30), MeetingFormat.PHONE, title=str(hours))
        workspace.meetings.agreed(plan)
    return EveryoneSpan(workspace.story)


def shown(span: EveryoneSpan, workspace: Workspace) -> list[int]:
    entries = span.read(workspace.clock.now())
    return [int(entry.meeting.plan.title) for entry in entries if entry.meeting is not None]


def test_of_many_those_nearest_to_today_are_shown(span: EveryoneSpan, workspace: Workspace) -> None:
    assert shown(span, workspace) == [30, 20, 10, -10, -20, -30]
    assert (span.has_later, span.has_earlier) == (True, True)


def test_everything_is_reached_by_and_by_at_either_end(span: EveryoneSpan, workspace: Workspace) -> None:
    now = workspace.clock.now()
    for more, has_more in ((span.show_later, "has_later"), (span.show_earlier, "has_earlier")):
        seen = [len(shown(span, workspace))]
        while getattr(span, has_more):
            more(now)
            seen.append(len(shown(span, workspace)))
            assert 0 < seen[-1] - seen[-2] <= FEW, "each wish shows a few more"
    assert shown(span, workspace) == sorted(HOURS, reverse=True)


def test_of_a_month_long_ago_the_end_comes_first(span: EveryoneSpan, workspace: Workspace) -> None:
    end = workspace.clock.now() - timedelta(hours=15)
    past = EveryoneSpan(workspace.story, end - WEEKS, end)
    assert shown(past, workspace) == [-20, -30, -40]
    assert (past.has_later, past.has_earlier) == (True, True)
