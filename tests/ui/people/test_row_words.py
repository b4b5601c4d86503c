"""What the list says about somebody."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.domain.reminders import Kind, Reminder, Stage
from otnet_desktop.domain.roster import ListRow
from otnet_desktop.ui.people.row_words import described
from otnet_desktop.ui.theme.tokens import Tone
from otnet_desktop.ui.widgets.person_row import PersonRow
from tests.factories import NOW
from tests.services.clocks import BOSTON


def say(stage: Stage = Stage.IDEA, **more: Any) -> PersonRow:  # noqa: ANN401
    row = ListRow(PersonId(1), "p-1", "Renata Okafor", "School OT", stage, more.pop("status", Status.ACTIVE), **more)
    return described(row, NOW, BOSTON)


def reminder(kind: Kind, *, active: bool = True, **more: Any) -> Reminder:  # noqa: ANN401
    return Reminder("KEY", kind, "p-1", more.pop("due", NOW), active, **more)


@pytest.mark.parametrize("kind", list(Kind))
def test_everything_due_has_words_and_the_tone_of_what_is_due(kind: Kind) -> None:
    row = say(next=reminder(kind))
    if kind not in (Kind.MEETING_PREP, Kind.MEETING_SOON):  # these speak of the meeting, where there is one
        assert (bool(row.pill_text), row.pill_tone, row.due) == (True, Tone.DUE, True)


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_has_quiet_words(stage: Stage) -> None:
    row = say(stage)
    assert row.pill_text
    assert (row.pill_tone, row.due) == (Tone.QUIET, False)


def test_thanks_say_until_when() -> None:
    assert say(next=reminder(Kind.THANK_YOU, deadline=NOW + timedelta(hours=3))).pill_text == "thank today"
    assert say(next=reminder(Kind.THANK_YOU, deadline=NOW + timedelta(days=1))).pill_text == "thank by tomorrow"
    assert say(next=reminder(Kind.THANK_YOU, deadline=NOW, overdue=True)).pill_text == "thank"


def test_whoever_proposed_times_waits_for_a_choice() -> None:
    owed = reminder(Kind.REPLY_NEEDED, variant="scheduling")
    assert say(Stage.SCHEDULING, next=owed).pill_text == "offer times"
    proposed = reminder(Kind.REPLY_NEEDED, variant="scheduling", values={"they": "proposed"})
    assert say(Stage.SCHEDULING, next=proposed).pill_text == "choose a time"


def test_a_meeting_ahead_says_when() -> None:
    row = say(Stage.SCHEDULED, next_meeting=NOW + timedelta(days=1, hours=10))
    assert (row.pill_text, row.pill_tone) == ("meet tomorrow 16:00", Tone.BLUE)


def test_a_meeting_that_goes_on_or_is_over_is_not_ahead() -> None:
    going_on = say(Stage.SCHEDULED, next_meeting=NOW - timedelta(minutes=5))
    assert (going_on.pill_text, going_on.pill_tone) == ("meeting", Tone.QUIET)
    over = say(Stage.SCHEDULED, next=reminder(Kind.MEETING_OUTCOME, active=False))
    assert (over.pill_text, over.pill_tone) == ("how did it go?", Tone.QUIET)


def test_a_meeting_to_prepare_is_due_and_still_says_when() -> None:
    row = say(Stage.SCHEDULED, next_meeting=NOW + timedelta(hours=6), next=reminder(Kind.MEETING_PREP))
    assert (row.pill_text, row.pill_tone) == ("meet today 12:00", Tone.DUE)


def test_waiting_counts_days_from_the_last_message() -> None:
    follow_up = reminder(Kind.FOLLOW_UP, active=False, values={"sent": (NOW - timedelta(days=2)).isoformat()})
    assert say(Stage.AWAITING_REPLY, next=follow_up).pill_text == "waiting 2 d"
    long_ago = reminder(Kind.FOLLOW_UP, active=False, values={"sent": (NOW - timedelta(days=30)).isoformat()})
    assert say(Stage.AWAITING_REPLY, next=long_ago).pill_text == "waiting since 16 Feb"


def test_later_says_the_month() -> None:
    ask_again = reminder(Kind.ASK_AGAIN, active=False, due=NOW + timedelta(days=60))
    assert say(Stage.LATER, next=ask_again).pill_text == "later, May"


def test_those_left_in_peace_are_not_urged() -> None:
    row = say(status=Status.DO_NOT_CONTACT, next=reminder(Kind.FOLLOW_UP))
    assert (row.pill_text, row.pill_tone) == ("do not contact", Tone.QUIET)
