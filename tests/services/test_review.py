"""A year looked back on: what belongs to it by the user's own calendar."""

from __future__ import annotations

from datetime import date

from otnet_desktop.domain.answers import side_by_side
from otnet_desktop.domain.facts import MeetingOutcome, OpportunityState, Side, ThanksHow
from otnet_desktop.domain.meetings import MeetingNotes, Question
from otnet_desktop.domain.promises import Opportunity
from otnet_desktop.domain.reflections import Reflection
from otnet_desktop.services.workspace import Workspace
from tests.factories import take_away
from tests.services.clocks import SettableClock
from tests.ui.network import add, book, boston, met


def test_a_year_holds_what_was_told_in_it(workspace: Workspace) -> None:
    ann, bo = add(workspace, "Ann Ek"), add(workspace, "Bo Ek")
    meeting = book(workspace, ann, bo, start="2025-12-31T23:30", minutes=20)  # in UTC it is the next year already
    workspace.meetings.turned_out(meeting.id, MeetingOutcome.HELD, absent=[bo])
    take_away(workspace, meeting.id, "Begin small")
    workspace.reflections.save(Reflection(meeting.id, liked="Her calm"))
    workspace.thanks.thank([ann], meeting.ref, ThanksHow.CARD, at=boston("2026-01-01T09:00"))
    mine = workspace.promises.make(ann, Side.ME, "Send the guide")
    theirs = workspace.promises.make(ann, Side.THEM, "Send a name")
    for promise in (mine, theirs):
        workspace.promises.keep(promise, at=boston("2026-02-01T09:00"))
    tried = workspace.advice.receive(ann, "Visit a school", meeting.id)
    workspace.advice.tried(tried, on=date(2026, 2, 2))
    workspace.opportunities.write(Opportunity(0, "", "Award", state=OpportunityState.ACCEPTED))
    last, this = workspace.review.of(2025), workspace.review.of(2026)
    assert last.people == (ann,)
    assert [text for _, text in last.learned] == ["Begin small"]
    assert [one.reflection.liked for one in last.reflections] == ["Her calm"]
    assert (last.thanks, last.promises, last.tried, last.accepted) == ((), (), (), ())
    assert this.met == ()
    assert [(thanks.person, thanks.on) for thanks in this.thanks] == [(ann, date(2026, 1, 1))]
    assert [(promise.text, promise.on) for promise in this.promises] == [("Send the guide", date(2026, 2, 1))]
    assert [advice.text for advice in this.tried] == ["Visit a school"]
    assert [one.title for one in this.accepted] == ["Award"]
    assert workspace.review.of(2024).is_empty
    assert workspace.review.years() == [2026, 2025]


def test_years_ahead_are_not_looked_back_on(workspace: Workspace, clock: SettableClock) -> None:
    book(workspace, add(workspace, "Ann"), start="2027-03-10T10:00")
    assert workspace.review.years() == [2026]


def test_the_same_question_stands_side_by_side(workspace: Workspace) -> None:
    ann, bo = add(workspace, "Ann"), add(workspace, "Bo")
    first, second = met(workspace, ann, start="2026-03-10T10:00"), met(workspace, bo, start="2026-03-11T10:00")
    for meeting, questions in (
        (first, (Question("What is a day like?", answer="Busy"), Question("And pay?"))),
        (second, (Question("what is a day like", answer=" Calm "), Question("Why here?", answer="The team"))),
    ):
        workspace.meetings.keep(meeting.id, MeetingNotes(questions=questions))
    answered = side_by_side(workspace.meetings.answered())
    assert [(one.question, [answer.text for answer in one.answers]) for one in answered] == [
        ("What is a day like?", ["Busy", "Calm"]),
        ("Why here?", ["The team"]),
    ]
    assert [answer.meeting.id for answer in answered[0].answers] == [first.id, second.id]
