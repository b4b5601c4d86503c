"""Words of different countries find each other, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.synonyms import MOST_READINGS, Synonyms
from otnet_desktop.domain.vocabulary import Choice

ROWS = (
    ("SNF", "care home", "skilled nursing facility"),
    ("fieldwork", "practice placement"),
    ("pediatric", "paediatric", "peds"),
    ("CV", "resume"),
)
SETTINGS = (
    Choice("snf", "Skilled nursing facility / care home"),
    Choice("home_health", "Home health / community visits"),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("SNF", {"care home", "skilled nursing facility"}),
        ("care home", {"snf", "skilled nursing facility"}),
        ("Care Hom", set()),
        ("fieldwork", {"practice placement"}),
        ("practice placements", {"fieldwork"}),
        ("paed", {"pediatric", "peds"}),
        ("paediatrics", {"pediatric", "peds"}),
        ("peds fieldwork", {"peds practice placement", "pediatric fieldwork", "pediatric practice placement"}),
        ("dana peds", {"dana pediatric", "dana paediatric"}),
    ],
)
def test_other_words_for_the_same(typed: str, meant: set[str]) -> None:
    told = set(Synonyms(ROWS).readings(typed))
    assert meant <= told if meant else not told
    assert typed.casefold() not in told


@pytest.mark.parametrize("typed", ["", "ped", "care", "homes care", "Renata", "cvs", "pedal"])
def test_what_stands_for_nothing_else(typed: str) -> None:
    assert Synonyms(ROWS).readings(typed) == ()


def test_two_letters_are_understood_but_not_looked_for() -> None:
    assert Synonyms(ROWS).readings("CV") == ("resume",)
    assert Synonyms(ROWS).readings("resume") == ()


def test_a_setting_is_found_by_the_words_of_its_label() -> None:
    assert "home health" in Synonyms((), SETTINGS).readings("community visits")
    assert "snf" in Synonyms((), SETTINGS).readings("skilled nursing facility")


@given(st.text(max_size=60))
def test_any_text_has_few_other_readings(text: str) -> None:
    readings = Synonyms(ROWS, SETTINGS).readings(text)
    assert len(readings) == len(set(readings)) <= MOST_READINGS
    assert all(reading.strip() for reading in readings)
