"""The same question asked of several people."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.answers import folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What is a day like?", "what is a  day like"),
        ("How did you choose pædiatrics – and why?", "HOW DID YOU CHOOSE PÆDIATRICS, AND WHY?"),
        ("Où est-ce ?", "ou est ce"),
        ("一天怎么样？", "一天怎么样"),
    ],
)
def test_worded_alike_is_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_other_words_are_another_question() -> None:
    assert folded("What do you like?") != folded("What did you like?")
