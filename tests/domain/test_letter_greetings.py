"""One is greeted by name, several by theirs, many as all."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.letter_greetings import greet_anew, greeting_names
from otnet_desktop.domain.people import ContactKind, ContactPoint, Profile

ANA, BEN, CLEO = (Profile(given=name, family="Ek") for name in ("Ana", "Ben", "Cleo"))


@pytest.mark.parametrize(
    ("readers", "said"),
    [
        ([ANA], "Ana"),
        ([ANA, BEN], "Ana and Ben"),
        ([ANA, BEN, CLEO], "Ana, Ben and Cleo"),
        ([ANA] * 5, "all"),
        ([Profile(prefix="Dr.", family="Kim")], "Dr. Kim"),
        ([Profile(family="Kim")], "Kim"),
        ([Profile(nickname="Bo")], "Bo"),
        ([Profile(display="Stroke team")], "Stroke team"),
        ([ANA, Profile(contact_points=(ContactPoint(ContactKind.EMAIL, "a@b.example"),))], ""),
    ],
)
def test_names_as_one_calls_them(readers: list[Profile], said: str) -> None:
    assert greeting_names(readers) == said


def test_a_greeting_of_ones_own_stays() -> None:
    assert greet_anew("Dear Ana,\n\nThank you.", "Ana", "Ana and Ben") == "Dear Ana and Ben,\n\nThank you."
    assert greet_anew("Hi Ana,\n\nThank you.", "Ana", "Ana and Ben") == "Hi Ana,\n\nThank you."
    assert greet_anew("Dear Ana,", "Ana", "") == "Dear Ana,"
