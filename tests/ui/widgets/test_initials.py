"""Initials for every name there is, and tints."""

from __future__ import annotations

import pytest

from otnet_desktop.ui.theme.tokens import Tone
from otnet_desktop.ui.widgets.initials import TINTS, initials_of, tint_of


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Renata Okafor", "RO"),
        ("Renata Okafor, OTR/L", "RO"),
        ("Dr. Amélie de la Tour", "AT"),
        ("Dr. Chen", "C"),
        ("Dr", "D"),
        ("élodie", "É"),
        ("E\u0301lodie Duval", "ÉD"),
        ("ßen Groß", "ßG"),
        ("李小龍", "李"),
        ("דנה לוי", "ד"),
        ("山田 Taro", "山"),
        ("किरण देसाई", "कि"),
        ("Мария Иванова", "МИ"),
        ("“Jo” O’Neill", "JO"),
        ("<img src=x>", "IS"),
        ("", ""),
        ("🙂 42", ""),
        (" , OTR/L", ""),
    ],
)
def test_initials(name: str, initials: str) -> None:
    assert initials_of(name) == initials


def test_a_tint_is_for_ever_and_never_the_warm_one() -> None:
    tints = [tint_of(f"person-{number}") for number in range(200)]
    assert set(tints) == set(TINTS)
    assert Tone.DUE not in tints
    assert tint_of("person-1") is tint_of("person-1")
    assert tint_of("p-renata") is Tone.BLUE
