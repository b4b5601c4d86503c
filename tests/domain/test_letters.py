"""Length, hints, letters and which letter fits."""

from __future__ import annotations

import json
import string
from datetime import UTC, datetime
from pathlib import Path

import pytest

from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.letter_choice import BY_PURPOSE, BY_REMINDER, BY_STAGE, GROUPS, TITLES, kind_of, letter_for
from otnet_desktop.domain.letters import GAPS, MAY_BE_LEFT_OUT, Letter, close_gap, fill, first_gap, gaps_in
from otnet_desktop.domain.reminders import Ball, Kind, Reminder, Stage
from otnet_desktop.domain.writing import Hint, Length, hints, length_of, words_in

LETTERS = {
    name: Letter(told["subject"], told["body"])
    for name, told in json.loads(
        (Path(__file__).parents[2] / "resources" / "letters" / "letters.json").read_text("utf-8")
    )["letters"].items()
}


def fields_of(letter: Letter) -> set[str]:
    parts = (*string.Formatter().parse(letter.subject), *string.Formatter().parse(letter.body))
    return {name for _, name, _, _ in parts if name}


def reminder(kind: Kind, variant: str = "", *, overdue: bool = False) -> Reminder:
    return Reminder("k", kind, "renata", datetime(2026, 3, 18, tzinfo=UTC), True, variant, overdue=overdue)


@pytest.mark.parametrize(
    ("words", "length"), [(0, "green"), (100, "green"), (101, "amber"), (150, "amber"), (151, "red")]
)
def test_length_goes_by_the_number_of_words(words: int, length: str) -> None:
    assert length_of(words) is Length(length)


def test_what_is_read_at_once_is_one_word() -> None:
    assert words_in("I'm at renata@larchmont.example – a well-known co-author, 3 × 4 p.m.") == 9


def test_what_is_to_be_filled_in_is_one_word() -> None:
    assert words_in("I am ‹what you are, such as an OT student›, at ‹your school›.") == 5


def test_a_whole_letter_needs_no_advice() -> None:
    body = fill(LETTERS["intro.setting_info"], dict.fromkeys(fields_of(LETTERS["intro.setting_info"]), "x")).body
    assert hints(body, OutKind.INTRO) == (Hint.REASON,)
    assert hints(body.replace("x I would", "I read your guide. I would"), OutKind.INTRO) == ()


def test_each_thing_that_is_missing_is_named() -> None:
    bare = "Send me your caseload numbers."
    assert hints(bare, OutKind.INTRO) == (Hint.INTRODUCTION, Hint.REASON, Hint.QUESTION, Hint.POLITENESS)
    assert hints(bare, OutKind.THANKS) == (Hint.POLITENESS,)
    assert hints("  ", OutKind.INTRO) == ()


def test_a_signature_alone_introduces_nobody() -> None:
    body = "Could we talk about your work? Thank you.\nJordan Avery"
    assert hints(body, OutKind.INTRO, my_name="Jordan Avery") == (Hint.INTRODUCTION,)
    assert hints(f"Jordan Avery here. {body}", OutKind.INTRO, my_name="Jordan Avery") == ()


def test_a_key_point_met_again_is_a_reason() -> None:
    body = "I am Jo. The sensory path made me curious. Could we talk? Thank you."
    assert hints(body, OutKind.INTRO) == (Hint.REASON,)
    assert hints(body, OutKind.INTRO, key_points=["Wrote the sensory path guide"]) == ()


def test_a_job_is_only_spoken_of_when_it_is_the_purpose() -> None:
    body = "I am Jo. I saw your clinic. Do you have a vacancy? Thank you."
    assert hints(body, OutKind.INTRO, purpose="setting_info") == (Hint.JOB_WORDS,)
    assert hints(body, OutKind.INTRO, purpose="job_lead") == ()


def test_what_is_unknown_stays_visible_and_is_listed() -> None:
    filled = fill(LETTERS["thank_you.meeting"], {"greeting_name": "Renata", "takeaway": "", "my_name": "Jo"})
    assert filled.gaps == ("on which day", "what you took away", "what you will do differently")
    assert "‹what you took away›" in filled.body
    assert "{" not in filled.body
    span = first_gap(filled.body)
    assert span is not None
    assert filled.body[slice(*span)] == "‹on which day›"
    later = close_gap(filled.body, "takeaway", "the sensory path")
    assert gaps_in(later) == ("on which day", "what you will do differently")


def test_sentences_one_can_do_without_leave_no_trace() -> None:
    body = fill(LETTERS["thank_you.meeting"], dict.fromkeys(GAPS, "x")).body
    assert "\n\nI will let you know how it goes." in body
    assert "  " not in body


@pytest.mark.parametrize("name", sorted(LETTERS))
def test_every_letter_can_be_filled_and_chosen(name: str) -> None:
    letter = LETTERS[name]
    assert fields_of(letter) <= GAPS.keys() | MAY_BE_LEFT_OUT
    assert fill(letter, dict.fromkeys(fields_of(letter), "x")).gaps == ()
    assert [name in letters for _, letters in GROUPS].count(True) == 1
    assert TITLES[name]


@pytest.mark.parametrize("name", sorted(LETTERS))
def test_of_nothing_known_every_gap_is_told(name: str) -> None:
    letter = LETTERS[name]
    parts = (*string.Formatter().parse(letter.subject), *string.Formatter().parse(letter.body))
    fields = [field for _, field, *_ in parts if field and field not in MAY_BE_LEFT_OUT]
    assert fill(letter, {}).gaps == tuple(dict.fromkeys(GAPS[field] for field in fields))


def test_a_gap_tells_what_was_noted_for_it() -> None:
    letter = Letter("", "Thank you for {takeaway}.")
    filled = fill(letter, {"takeaway": ""}, notes={"takeaway": "she ‹really›\nknows every school"})
    assert filled.body == "Thank you for ‹what you took away: she really knows every school›."
    assert filled.gaps == ("what you took away: she really knows every school",)


def test_letters_that_are_chosen_exist() -> None:
    chosen = {*BY_PURPOSE.values(), *BY_REMINDER.values(), *BY_STAGE.values()}
    assert chosen <= LETTERS.keys()
    assert TITLES.keys() == LETTERS.keys() | {""}


@pytest.mark.parametrize(
    ("asked_by", "stage", "ball", "purpose", "letter"),
    [
        (None, Stage.READY, Ball.NONE, "shadowing", "intro.shadowing"),
        (None, Stage.IDEA, Ball.NONE, "", ""),
        (None, Stage.IN_CONVERSATION, Ball.ME, "shadowing", ""),
        (None, Stage.SCHEDULING, Ball.ME, "", "offer_times"),
        (None, Stage.SCHEDULING, Ball.THEM, "", "nudge"),
        (None, Stage.QUIET, Ball.NONE, "mentorship", "intro.mentorship"),
        (reminder(Kind.THANK_YOU, "meeting"), Stage.MET, Ball.NONE, "", "thank_you.meeting"),
        (reminder(Kind.THANK_YOU, "meeting", overdue=True), Stage.MET, Ball.NONE, "", "thank_you.late"),
        (reminder(Kind.THANK_YOU, "encounter"), Stage.MET, Ball.NONE, "", "intro.encounter"),
        (reminder(Kind.REPLY_NEEDED, "in_conversation"), Stage.IN_CONVERSATION, Ball.ME, "", ""),
        (reminder(Kind.RESCHEDULE, "cancelled_by_me"), Stage.RESCHEDULING, Ball.ME, "", "reschedule_me"),
        (reminder(Kind.FOLLOW_UP, "slots"), Stage.SCHEDULING, Ball.THEM, "", "nudge"),
    ],
)
def test_the_letter_that_fits(asked_by: Reminder | None, stage: Stage, ball: Ball, purpose: str, letter: str) -> None:
    assert letter_for(asked_by, stage, ball, purpose) == letter


def test_the_coordinator_is_asked_only_before_the_first_letter() -> None:
    def letter(stage: Stage) -> str:
        return letter_for(None, stage, Ball.NONE, "fieldwork_placement", asks_first=True)

    assert letter(Stage.READY) == "intro.fieldwork_gatekeeper"
    assert letter(Stage.MET) == "thank_you.meeting"
    assert letter_for(None, Stage.READY, Ball.NONE, "fieldwork_placement") == "intro.fieldwork_placement"


def test_what_a_sent_letter_counts_as() -> None:
    assert kind_of("intro.mentorship") is OutKind.INTRO
    assert kind_of("intro.encounter") is OutKind.THANKS
    assert kind_of("intro.fieldwork_gatekeeper") is OutKind.OTHER
    assert kind_of("", Stage.IN_CONVERSATION) is OutKind.REPLY
    assert kind_of("", Stage.THANKED) is OutKind.OTHER
