"""Names and words as unevenly used as real ones: the n-th is met n times less often than the first (Zipf's law)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import accumulate, product

GIVEN_NAMES = """
Renata Tomás Aiko Bo Chidi Dana Elif Femi Grace Hana Ines Jonas Keiko Liam Maria Noor Olga Pia Quinn Rosa Sven
Tara Uma Viktor Wren Ximena Yara Zoë Anna Björn Claire David Emma Finn Georgia Hugo Ivy Jade Karl Lena
"""
FAMILY_NAMES = """
Núñez García Okafor Svensson Müller Tanaka Kowalski Rossi Dubois Smith Nguyen Ali Haddad Ivanova Johnson Kim
Larsen Moreau Novak O'Brien Petrov Quispe Ramos Schmidt Takahashi Ueda Vargas Weber Xu Yamada Zhang Anders
Brown Cohen
"""
TITLES = (
    "School OT",
    "Hand therapist",
    "Professor",
    "Fieldwork coordinator",
    "Pediatric OT",
    "Clinic owner",
    "Researcher",
)
SETTINGS = ("school", "hospital", "university", "home_health", "outpatient_clinic", "community")
PLACES = ("USD", "Hospital", "University", "Clinic", "Rehab Center", "Health Network")
TAGS = ("alumni", "mentor", "conference", "capstone")
COMMON_WORDS = """
sensory path guide splint wrist dysphagia handwriting stroke recovery family coaching feeding autism school
clinic doctoral capstone research grant mentor fieldwork student balance vision driving community mental
health burnout advocacy policy telehealth pediatric geriatric assistive technology wheelchair seating garden
music play sleep likes coffee walks talks often about her first year and what she would do otherwise if asked
again today
"""

STARTS = "ba cor dal el fen gri ha in jo kel lu mar nor o pra qui ros sal ter ulf vin wes yar zel"
MIDDLES = "ba den di go la lin ma mer no pe ra ri sa sto ta ven"
ENDS = "an by der el field in is land ley man more o son ton vic wood"


class Vocabulary:
    """Words in the order of how often they are used."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._weights = list(accumulate(1 / (place + 10) for place in range(len(words))))

    def draw(self, chance: random.Random) -> str:
        """One word."""
        return chance.choices(self._words, cum_weights=self._weights)[0]

    def text(self, chance: random.Random, length: int) -> str:
        """So many words in a row."""
        return " ".join(chance.choices(self._words, cum_weights=self._weights, k=length))


def made_up(count: int) -> list[str]:
    """So many different words that could be real."""
    parts = product(ENDS.split(), MIDDLES.split(), STARTS.split())
    return [start + middle + end for end, middle, start in parts][:count]


GIVEN = Vocabulary([*GIVEN_NAMES.split(), *(name.capitalize() for name in made_up(400))])
FAMILY = Vocabulary([*FAMILY_NAMES.split(), *(name.capitalize() for name in reversed(made_up(3_000)))])
WORDS = Vocabulary([*COMMON_WORDS.split(), *made_up(6_000)])
