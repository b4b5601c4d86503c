"""The strength of a passphrase: nothing easy is called good, and a few words are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.passphrases import Strength, guessed_bits, strength_of


@pytest.mark.parametrize(
    ("passphrase", "strength"),
    [
        ("short", Strength.TOO_SHORT),
        ("aaaaaaaaaaaaaaaa", Strength.WEAK),
        ("1234567890", Strength.WEAK),
        ("qwertyuiop", Strength.WEAK),
        ("Password1234", Strength.WEAK),
        ("abababababab", Strength.WEAK),
        ("otnet otnet otnet otnet", Strength.WEAK),
        ("heron violin kettle", Strength.WEAK),
        ("heron violin kettle moss", Strength.FAIR),
        ("heron violin kettle moss lantern", Strength.GOOD),
        ("heron violin kettle moss lantern harbour", Strength.STRONG),
        ("kX7-vQ2p", Strength.FAIR),
        ("kX7-vQ2p!mW9zL", Strength.STRONG),
        ("Schlüsselblümchenwiese", Strength.STRONG),
    ],
)
def test_it_is_called_what_it_is(passphrase: str, strength: Strength) -> None:
    assert strength_of(passphrase) is strength, guessed_bits(passphrase)


@given(st.text(max_size=40))
def test_any_text_has_one(text: str) -> None:
    assert strength_of(text) in Strength
    assert (strength_of(text) is Strength.TOO_SHORT) == (len(text) < 8)
