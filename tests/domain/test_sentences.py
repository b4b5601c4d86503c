"""Sentences keep what they are made of."""

from __future__ import annotations

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.sentences import sentence


def test_a_sentence_is_its_english_and_knows_its_parts() -> None:
    made = sentence("{file} has {n} cards ({why}).", file="a{b}.vcf", n=2, why=OSError("full"))
    assert made == "a{b}.vcf has 2 cards (full)."
    assert (made.pattern, dict(made.parts)) == (
        "{file} has {n} cards ({why}).",
        {"file": "a{b}.vcf", "n": 2, "why": "full"},
    )


def test_a_sentence_without_parts_may_hold_brackets() -> None:
    assert sentence("Write {so}.") == "Write {so}."


def test_an_error_is_one_sentence_of_its_title_and_its_hint() -> None:
    error = BadInput(sentence("{file} cannot be read.", file="a{b}"), "Choose {another}.")
    assert str(error) == error.told == "a{b} cannot be read. Choose {another}."
    assert str(BadInput("This is empty.")) == BadInput("This is empty.").told == "This is empty."
