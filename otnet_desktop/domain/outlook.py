"""How a person stands at an instant, and what is worth doing: everything else in the app follows from ``look``.

Pure, and independent of the order of the facts. Facts later than ``now`` are as if they had not happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from otnet_desktop.domain.facts import Fact
from otnet_desktop.domain.people import Status
from otnet_desktop.domain.reminders import Outlook, Reminder, Stage
from otnet_desktop.domain.rules import keeping, meetings, outreach, promises, thanks
from otnet_desktop.domain.rules.arbitration import arbitrate, order
from otnet_desktop.domain.rules.casefile import CaseFile, lay_out
from otnet_desktop.domain.rules.desk import Desk
from otnet_desktop.domain.rules.moment import Moment
from otnet_desktop.domain.rules.reading import read
from otnet_desktop.domain.rules.stages import meetings_ahead, stage_of, whose_turn
from otnet_desktop.domain.timing import Timing


def look(person: str, facts: Iterable[Fact], timing: Timing, now: datetime) -> Outlook:
    """The outlook for one person.

    ``facts`` are theirs, with those of people they referred and of opportunities they helped with; others are ignored.
    """
    return look_among([person], facts, timing, now)[person]


def look_among(people: Iterable[str], facts: Iterable[Fact], timing: Timing, now: datetime) -> dict[str, Outlook]:
    """The outlooks for some people; the facts may be about others as well, who met the same people."""
    case = lay_out(facts)
    return {person: look_into(case, person, timing, now) for person in people}


def look_all(facts: Iterable[Fact], timing: Timing, now: datetime) -> dict[str, Outlook]:
    """The outlook for everyone any fact is about (an opportunity that came through no one is under ``""``)."""
    case = lay_out(facts)
    return {person: look_into(case, person, timing, now) for person in list(case.people)}


def in_order(outlooks: Mapping[str, Outlook]) -> list[Reminder]:
    """All reminders as a list shows them. What a meeting asks for is listed once, under the first guest there."""
    listed: dict[str, Reminder] = {}
    for outlook in outlooks.values():
        for reminder in outlook.reminders:
            other = listed.get(reminder.key)
            if other is None or seat(reminder) < seat(other):
                listed[reminder.key] = reminder
    return sorted(listed.values(), key=order)


def seat(reminder: Reminder) -> int:
    """Which guest of the meeting the reminder is with: it is shown for the first."""
    guests = reminder.companions
    return guests.index(reminder.person) if reminder.person in guests else len(guests)


def look_into(case: CaseFile, person: str, timing: Timing, now: datetime) -> Outlook:
    """The outlook for one person out of facts that are laid out already."""
    moment = Moment(now)
    story = read(person, case.story_of(person), moment, timing)
    desk = Desk(story, case, timing, moment)
    stage = stage_of(desk)
    status = story.status
    ahead = meetings_ahead(desk)
    if status is Status.ACTIVE:
        _put_reminders(desk, stage, meeting_ahead=bool(ahead))
    shown, held_back = arbitrate(desk.pile, ahead, moment)
    return Outlook(
        person=person,
        stage=stage,
        status=status,
        ball=whose_turn(story, stage),
        approach=story.exchange.approach,
        nudges=story.exchange.nudges,
        reminders=shown,
        held_back=held_back,
        last_reached_out=story.reached_out_at,
        last_in_touch=story.in_touch_at,
        next_meeting=ahead[0].start if ahead else None,
        valid_until=moment.valid_until,
    )


def _put_reminders(desk: Desk, stage: Stage, *, meeting_ahead: bool) -> None:
    thanks.thank_you(desk)
    thanks_are_due = bool(desk.pile)
    meetings.around_meetings(desk)
    outreach.answer_owed(desk)
    outreach.address_to_fix(desk)
    outreach.thank_for_honest_answer(desk)
    outreach.draft_waiting(desk)
    promises.promises(desk)
    promises.deadlines(desk)
    keeping.close_loops(desk)
    keeping.tell_news(desk)
    keeping.congratulate(desk)
    if meeting_ahead:
        return  # whatever else is to be asked can be asked there
    outreach.follow_up(desk)
    outreach.ask_again(desk)
    outreach.meeting_to_replace(desk)
    if stage is Stage.IN_TOUCH or (stage is Stage.MET and not thanks_are_due):
        keeping.keep_in_touch(desk)
