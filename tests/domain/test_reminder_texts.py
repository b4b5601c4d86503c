"""What reminders say: always whole sentences, never a reproach, and nobody's name when discreet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given

from otnet_desktop.domain.notices import Form, Notice, arrange
from otnet_desktop.domain.outlook import in_order, look_all
from otnet_desktop.domain.reminder_templates import WORDS, templates
from otnet_desktop.domain.reminder_texts import Tongue, Wording, announce, say
from otnet_desktop.domain.reminders import Kind, Reminder
from otnet_desktop.domain.timing import Timing
from otnet_desktop.domain.worktime import worktime
from tests.domain.telling import BOSTON, instant, people, story, told
from tests.domain.worlds import World, worlds

RAW = re.compile(r"[{}]")
REPROACH = re.compile(r"fail|forgot|should have|overdue|late again|must|!|streak|owe", re.IGNORECASE)

NAMES = {"ana": "Ana", "ben": "Ben", "cleo": "Cleo"}


def _tongue(
    now: datetime,
    name_of: Callable[[str], str] = lambda ref: NAMES.get(ref, ""),
    timing: Timing = BOSTON,
    translate: Callable[[str], str] = str,
) -> Tongue:
    rhythm = worktime(timing)

    def say_day(day: date) -> str:
        return f"{day:%d %b}"

    def say_time(at: datetime) -> str:
        return f"{rhythm.local(at):%H:%M}"

    return Tongue(now, rhythm.day, say_day, say_time, name_of, translate)


def _texts(wording: Wording) -> tuple[str, ...]:
    return wording.title, wording.why, wording.button, wording.discreet


def _says(facts: Iterable[dict[str, Any]], at: str, **settings: Any) -> Wording:  # noqa: ANN401
    so_far = story([*people("ana", "ben"), *facts], settings)
    reminders = in_order(look_all(so_far.facts, so_far.timing, instant(at)))
    return say(reminders[0], _tongue(instant(at)))


# -- by example -------------------------------------------------------------------------------------------------

HELD = [
    told(
        "03-02 10:00", "meeting", mid="m", pids=["ana"], fmt="phone", start="2026-03-10T14:00", end="2026-03-10T14:30"
    ),
    told("03-10 14:35", "outcome", mid="m", outcome="held"),
]


@pytest.mark.parametrize(
    ("at", "title", "why"),
    [
        ("03-10 16:30", "Thank Ana", "You met today. A short note now is perfect."),
        ("03-11 10:00", "Thank Ana", "You met yesterday. A short note now is perfect."),
        ("03-12 10:00", "Thank Ana – late, but welcome", "You met 2 days ago. It will still be read with pleasure."),
    ],
)
def test_a_thank_you_stays_welcome(at: str, title: str, why: str) -> None:
    wording = _says(HELD, at)
    assert (wording.title, wording.why, wording.discreet) == (title, why, "A thank-you is due")


def test_a_meeting_soon_says_how_long_and_how() -> None:
    wording = _says(HELD[:1], "03-10 13:30")
    assert (wording.title, wording.why) == ("Ana in 30 minutes", "By phone, at 14:00.")
    assert _says(HELD[:1], "03-10 13:59").title == "Ana in 1 minute"
    for not_in_minutes in ("03-02 10:30", "03-10 13:59:40"):
        assert _says(HELD[:1], not_in_minutes).title == "Meet Ana 10 Mar at 14:00"


def test_a_meeting_in_more_than_two_hours_is_told_by_the_clock() -> None:
    assert _says(HELD[:1], "03-10 12:00", soon_remote_min=180).title == "Ana in 120 minutes"
    assert _says(HELD[:1], "03-10 11:59", soon_remote_min=180).title == "Meet Ana 10 Mar at 14:00"


def test_from_sixty_days_on_months_are_counted() -> None:
    met = [
        told("03-02 12:00", "encounter", mid="e", pids=["ana"]),
        told("03-03 09:30", "thanked", mid="e", pids=["ana"]),
    ]
    facts = [*met, told("03-03 09:31", "kit", pid="ana", days=60)]
    assert _says(facts, "05-01 12:00").why.startswith("Last contact 59 days ago.")
    assert _says(facts, "05-02 12:00").why.startswith("Last contact 2 months ago.")
    assert _says(facts, "06-17 12:00").why.startswith("Last contact 4 months ago.")  # 106 days


def test_a_group_is_named_by_one_and_counted() -> None:
    group = [HELD[0] | {"pids": ["ana", "ben"]}]
    assert _says(group, "03-10 13:45").title == "Ana and 1 other in 15 minutes"


def test_the_only_the_first_and_the_last_nudge_say_so() -> None:
    intro = told("03-02 10:00", "out", pid="ana", kind="intro")
    nudge = told("03-09 10:00", "out", pid="ana", kind="nudge")
    assert "only reminder" in _says([intro], "03-09 09:00").why
    assert _says([intro], "03-09 09:00", max_nudges=2).why == "No reply since 02 Mar."
    assert "last reminder" in _says([intro, nudge], "03-16 09:00", max_nudges=2).why


def test_after_a_second_cancellation_the_ball_may_stay_with_them() -> None:
    facts = [
        HELD[0],
        told("03-03 10:00", "cancel", mid="m", by="them"),
        told("03-04 10:00", "reschedule", mid="m", start="2026-03-12T14:00", end="2026-03-12T14:30"),
    ]
    first = _says(facts[:2], "03-05 09:00")
    assert first.title == "Offer Ana a new time"
    assert first.why == "They could not make it (10 Mar). One friendly note, then let it rest."
    assert (
        _says([*facts, told("03-05 10:00", "cancel", mid="m", by="them")], "03-09 09:00").button == "Leave it with them"
    )


def test_whoever_proposed_times_does_not_wait_for_mine() -> None:
    asked = [told("03-02 10:00", "out", pid="ana", kind="slots"), told("03-03 09:00", "in", pid="ana", kind="slots")]
    wording = _says(asked, "03-04 09:00")
    assert (wording.title, wording.button) == ("Ana proposed times", "Book the meeting")
    wording = _says([*asked, told("03-03 10:00", "in", pid="ana", kind="yes")], "03-04 10:00")
    assert (wording.title, wording.button) == ("Ana is waiting for your times", "Offer times")


def test_promises_are_named_in_the_text_and_not_in_the_title() -> None:
    promise = told("03-02 10:00", "promise", cid="c", pid="ana", by="me", due_on="2026-03-10", text="the poster")
    wording = _says([promise], "03-10 09:00")
    assert (wording.title, wording.why) == ("Keep your promise to Ana", "“the poster”, by 10 Mar.")
    assert _says([promise], "03-11 09:00").title == "Your promise to Ana is still open"


# -- always -----------------------------------------------------------------------------------------------------


def test_every_kind_has_words() -> None:
    assert {name.split("/")[0].split("+")[0] for name in WORDS} == set(Kind)


def test_no_template_is_a_reproach() -> None:
    assert not [text for text in templates() if REPROACH.search(text)]


def test_titles_are_short_enough_for_a_notification() -> None:
    for words in WORDS.values():
        for template in words.title:
            assert len(template if isinstance(template, str) else template.many) <= 60


@given(worlds())
def test_nothing_unfilled_is_ever_shown_even_when_names_are_missing(world: World) -> None:
    for name_of in (NAMES.get, lambda _ref: ""):
        tongue = _tongue(world.now, lambda ref, known=name_of: known(ref) or "", world.timing)  # type: ignore[misc]
        for outlook in look_all(world.facts, world.timing, world.now).values():
            for reminder in (*outlook.reminders, *outlook.held_back):
                for text in _texts(say(reminder, tongue)):
                    assert text
                    assert not RAW.search(text), (reminder, text)


NOBODY_SAYS = re.compile(r"\bon (today|tomorrow|yesterday)|\b0 \w|-\d|[a-z] make (today|tomorrow|yesterday|\d)")


@given(worlds())
def test_days_are_said_as_people_say_them(world: World) -> None:
    def say_day(day: date) -> str:
        near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
        return near.get((day - worktime(world.timing).day(world.now)).days, f"{day:%d %b}")

    tongue = replace(_tongue(world.now, timing=world.timing), say_day=say_day)
    for outlook in look_all(world.facts, world.timing, world.now).values():
        for reminder in (*outlook.reminders, *outlook.held_back):
            for text in _texts(say(reminder, tongue)):
                assert not NOBODY_SAYS.search(text), (reminder, text)


def test_the_last_day_of_a_deadline_is_today() -> None:
    facts = [told("03-02 10:00", "opportunity", oid="o", pid="ana", title="Award", state="open", deadline="2026-03-10")]
    assert _says(facts, "03-09 09:00").title == "Award: 1 day left"
    assert _says(facts, "03-10 09:00").title == "Award: deadline 10 Mar"


@given(worlds())
def test_every_text_is_a_translated_template(world: World) -> None:
    """Nothing is filled in before it is translated, and every template is known to the translators."""
    known = set(templates())

    def translate(text: str) -> str:
        assert text in known
        return text.replace(" ", "_")

    tongue = _tongue(world.now, lambda ref: NAMES.get(ref, ""), world.timing, translate)
    for reminder in in_order(look_all(world.facts, world.timing, world.now)):
        assert " " not in say(reminder, tongue).discreet


@given(worlds())
def test_discreet_texts_name_nobody_and_nothing(world: World) -> None:
    tongue = _tongue(world.now, lambda _ref: "Secretname", world.timing)
    reminders = in_order(look_all(world.facts, world.timing, world.now))
    for reminder in reminders:
        assert "Secretname" not in say(reminder, tongue).discreet
    if reminders:
        assert "Secretname" not in announce(Notice(world.now, tuple(reminders), Form.DIGEST), tongue).discreet


# -- several at once --------------------------------------------------------------------------------------------


def _reminder(kind: Kind, person: str) -> Reminder:
    return Reminder(f"{kind}:{person}", kind, person, instant("03-09 09:00"), active=True)


def _many(*kinds: Kind) -> tuple[Reminder, ...]:
    return tuple(_reminder(kind, person) for kind, person in zip(kinds, ("ana", "ben", "cleo", "ana"), strict=False))


def test_a_digest_names_three_and_counts_the_rest() -> None:
    reminders = _many(Kind.THANK_YOU, Kind.REPLY_NEEDED, Kind.FOLLOW_UP, Kind.KEEP_IN_TOUCH)
    (notice,) = arrange(instant("03-09 09:00"), reminders, 5, 0, BOSTON)
    wording = announce(notice, _tongue(notice.at))
    assert wording.title == "4 things for your network"
    assert wording.why.splitlines()[1:] == [
        "Ben is waiting for your times",
        "One gentle reminder to Cleo?",
        "and 1 more",
    ]
    assert wording.discreet == "4 reminders"
    whole = announce(replace(notice, reminders=notice.reminders[:3]), _tongue(notice.at))
    assert whole.why.splitlines() == wording.why.splitlines()[:3]


def test_coming_back_counts_by_kind() -> None:
    reminders = _many(Kind.THANK_YOU, Kind.PROMISE_DUE, Kind.FOLLOW_UP, Kind.FOLLOW_UP)
    wording = announce(Notice(instant("03-27 09:00"), reminders, Form.CATCH_UP), _tongue(instant("03-27 09:00")))
    assert (wording.title, wording.why) == ("While you were away", "1 thank-you, 1 promise, 2 follow-ups")


def test_one_alone_is_told_as_itself() -> None:
    (reminder,) = _many(Kind.CONGRATULATE)
    notice = Notice(instant("03-09 09:00"), (reminder,), Form.SINGLE)
    assert announce(notice, _tongue(notice.at)) == say(reminder, _tongue(notice.at))
