"""Pasted text, sentence by sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.lifting import MOST_SENTENCES, sentences


@pytest.mark.parametrize(
    "parts",
    [
        ("Ada runs the garden group.", "She trained in Leeds."),
        ("Dr. Lin met J. Smith at St. Mary's.", "They built a garden."),
        ("Uses tools, e.g. Weighted pens.", "It works well."),
        ("Opened in 2019.", "12 therapists work there."),
        ("Is it quiet?", "“Very quiet!” she said."),
        ("Élodie dirige la clinique.", "Étienne y travaille."),
    ],
)
def test_each_sentence_stands_alone(parts: tuple[str, ...]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_headings_and_bullets_are_sentences_and_buttons_are_not() -> None:
    page = "Home\nAbout us today\n3 of 7\n- Sensory garden group\n• Feeding clinic on Mondays\n2) Open on Saturdays"
    assert sentences(page) == (
        "About us today",
        "Sensory garden group",
        "Feeding clinic on Mondays",
        "Open on Saturdays",
    )


def test_a_line_that_a_mail_broke_is_one_sentence() -> None:
    assert sentences("She wrote a guide to the\nsensory path at her school.\nIt is free of charge.") == (
        "She wrote a guide to the sensory path at her school.",
        "It is free of charge.",
    )


def test_the_same_is_told_once() -> None:
    assert sentences("Ada runs the garden.\n\nAda runs the garden.") == ("Ada runs the garden.",)
    assert sentences("") == ()


def test_a_book_is_read_to_a_point() -> None:
    assert len(sentences("\n".join(f"This is sentence {n}." for n in range(2 * MOST_SENTENCES)))) == MOST_SENTENCES


@given(st.text())
def test_no_word_is_made_up(text: str) -> None:
    for sentence in sentences(text):
        assert set(sentence.split()) <= set(text.split())
