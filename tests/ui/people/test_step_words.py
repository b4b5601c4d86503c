"""The next step in words where there is a reason to write."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from otnet_desktop.domain.next_step import Action, Step
from otnet_desktop.domain.reasons import Because, Reason
from otnet_desktop.domain.reminders import Kind, Reminder
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.people.step_words import worded
from otnet_desktop.ui.tongue import tongue

ADVICE = Reason(Because.ADVICE, "Join a club", "went twice")
NEWS = Reason(Because.NEWS, "Opened a garden")
MOVED = Reason(Because.MOVED, "Harbor Hands")


def test_the_step_says_what_there_is_to_tell(workspace: Workspace) -> None:
    told = worded(Step(Action.TELL), "Renata", tongue(workspace), ADVICE)
    assert told.what == "Tell Renata what came of it"
    assert "“Join a club”" in told.why
    assert told.button == "Write"
    moved = worded(Step(Action.TELL), "Renata", tongue(workspace), MOVED)
    assert (moved.what, "Harbor Hands" in moved.why) == ("Say hello to Renata", True)
    news = worded(Step(Action.TELL), "Renata", tongue(workspace), NEWS)
    assert (news.what, "“Opened a garden”" in news.why) == ("Say hello to Renata", True)


def test_a_suggested_note_says_what_it_could_be_about(workspace: Workspace) -> None:
    due = workspace.clock.now() - timedelta(hours=1)
    reminder = Reminder("KIT:r:20260318", Kind.KEEP_IN_TOUCH, "r", due, active=True)
    step = Step(Action.FOLLOW_UP, reminder, due, due=True)
    assert "“Join a club”" in worded(step, "Renata", tongue(workspace), ADVICE).why
    assert "Join a club" not in worded(step, "Renata", tongue(workspace)).why


def test_a_reminder_to_come_is_called_one(workspace: Workspace) -> None:
    due = workspace.clock.now() + timedelta(hours=2)
    thanks = Reminder("THANKS:m:r", Kind.THANK_YOU, "r", due, active=False)
    assert worded(Step(Action.FOLLOW_UP, thanks, due), "Renata", tongue(workspace)).when == "Reminder: today 12:00"
    outcome = Reminder("OUTCOME:m:r", Kind.MEETING_OUTCOME, "r", due, active=False)
    assert worded(Step(Action.SAY_HOW_IT_WENT, outcome, due), "Renata", tongue(workspace)).when.startswith("Reminder")
    assert worded(Step(Action.PREPARE, None, due), "Renata", tongue(workspace)).when == "today 12:00", "they meet then"


def test_a_meeting_with_a_group_is_not_called_one_with_somebody(workspace: Workspace) -> None:
    due = workspace.clock.now() + timedelta(hours=2)
    group = ("kai", "lu", "mo", "ned")
    outcome = Reminder("OUTCOME:m:kai", Kind.MEETING_OUTCOME, "kai", due, active=False, companions=group)
    step = Step(Action.SAY_HOW_IT_WENT, outcome, due)
    assert worded(step, "Kai", tongue(workspace)).what == "How did it go with Kai and 3 others?"
    prepare = Step(Action.PREPARE, replace(outcome, kind=Kind.MEETING_PREP), due)
    assert worded(prepare, "Kai", tongue(workspace)).what == "You meet Kai and 3 others"


def test_a_later_can_be_answered_kindly(workspace: Workspace) -> None:
    waits = worded(Step(Action.WAIT_UNTIL), "Cy", tongue(workspace))
    assert (waits.what, waits.button) == ("Nothing to do: Cy asked you to come back later", "Write a line")
