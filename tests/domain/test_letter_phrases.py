"""Notes and labels become English one can send, or nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from otnet_desktop.domain.letter_phrases import (
    SETTINGS,
    clock_of,
    in_setting,
    of_their_work,
    offer_of,
    said_takeaway,
    thing_of,
    with_article,
)

VOCABULARY = Path(__file__).parents[2] / "resources" / "vocabulary" / "settings.json"


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("OT student", "an OT student"),
        ("COTA", "a COTA"),
        ("MSc student", "an MSc student"),
        ("OTD candidate", "an OTD candidate"),
        ("new graduate", "a new graduate"),
        ("occupational therapist", "an occupational therapist"),
        ("university lecturer", "a university lecturer"),
        ("a student", "a student"),
        ("", ""),
    ],
)
def test_what_one_is_has_its_article(what: str, said: str) -> None:
    assert with_article(what) == said


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Wrote the sensory path guide", "I read that you wrote the sensory path guide, and it stayed with me."),
        ("Writes the clinic blog.", "I read that you write the clinic blog, and it stayed with me."),
        ("Trained as an engineer first", "I read that you trained as an engineer first, and it stayed with me."),
        ("Publishes on sleep", "I read that you publish on sleep, and it stayed with me."),
        ("Same fieldwork site I want", ""),
        ("Runs her own clinic", ""),
        ("Wrote their thesis on play", ""),
        ("Retired professor of play", ""),
        ("Runs", ""),
        ("", ""),
    ],
)
def test_a_key_point_is_said_to_them_if_it_can_be(note: str, said: str) -> None:
    assert of_their_work(note) == said


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Sensory path", "sensory path"),
        ("NICU follow-up", "NICU follow-up"),
        ("Documentation time decides everything.", "“Documentation time decides everything”"),
        ("“Start with one classroom”", "“Start with one classroom”"),
        ("All requests go through her first", ""),
    ],
)
def test_a_takeaway_is_quoted_where_it_is_a_sentence(note: str, said: str) -> None:
    assert said_takeaway(note) == said


@pytest.mark.parametrize(
    ("promise", "thing", "offer"),
    [
        ("send my poster", "my poster", "to send my poster"),
        ("Send her the goal bank.", "the goal bank", ""),
        ("the goal bank", "the goal bank", "the goal bank"),
        ("introduce Ana to Ben", "", "to introduce Ana to Ben"),
        ("a visit", "a visit", "a visit"),
        ("", "", ""),
    ],
)
def test_what_was_promised_is_a_thing_or_a_deed(promise: str, thing: str, offer: str) -> None:
    assert thing_of(promise) == thing
    assert offer_of(promise) == offer


def test_every_setting_of_the_vocabulary_can_be_said() -> None:
    codes = {code for code, _ in json.loads(VOCABULARY.read_text("utf-8"))["rows"]}
    assert codes - {"other"} == set(SETTINGS)
    for said in SETTINGS.values():
        assert "(" not in said
        assert "/" not in said
    assert in_setting("swings", "Swing clinic") == "swing clinic"
    assert in_setting("other", "Other (free text)") == ""


def test_a_clock_is_named_after_its_place() -> None:
    assert clock_of("America/New_York") == "New York time"
    assert clock_of("UTC") == "UTC"
    assert clock_of("") == ""
