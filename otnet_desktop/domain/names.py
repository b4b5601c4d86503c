"""How a person is sorted, summed up in one line and found again: texts derived from a profile."""

from __future__ import annotations

import re
import unicodedata

from otnet_desktop.domain.people import Affiliation, Profile

SEPARATOR = " · "


SPELLED = {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
"""Letters that Unicode does not take apart, and what people without them on the keyboard type instead."""

LETTERS = re.compile("[" + "".join(SPELLED) + "]")
MARKS = re.compile("[\u0300-\u036f]+")
NEXT_MARK = "\u0483"
"""The first combining mark after those of Latin letters."""


def fold(text: str) -> str:
    """Text without accents and case, for comparing and sorting: "Tomás Sørensen" -> "tomas sorensen"."""
    if text.isascii():
        return text.lower()
    plain = MARKS.sub("", unicodedata.normalize("NFKD", text))
    if max(plain, default="") >= NEXT_MARK:
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return LETTERS.sub(lambda letter: SPELLED[letter[0]], plain.casefold())


def sort_name(profile: Profile) -> str:
    """Family name first where there is one; people without any name sort by what they are shown as."""
    name = f"{profile.family} {profile.given}".strip() or profile.full_name
    return fold(name)


def headline(profile: Profile) -> str:
    """Role and place, as in "School OT · Larchmont USD"; empty when neither is known."""
    return place_line(profile.current)


def place_line(place: Affiliation) -> str:
    """The same for any place somebody works or worked at."""
    return SEPARATOR.join(filter(None, (place.title, place.organisation)))


def find_text(profile: Profile) -> str:
    """Everything else one may type to find this person, one entry a line; notes have their own index.

    The names come again as people type them who lack the letters: the index itself folds accents, but no "ø".
    """
    parts = [
        profile.given,
        profile.middle,
        profile.family,
        profile.nickname,
        profile.say_it_like,
        profile.pronouns,
        *profile.also_named,
        *profile.credentials,
        profile.role.replace("_", " "),
        *profile.practice_areas,
        *profile.languages,
        *profile.tags,
        profile.how_met,
        profile.event,
        *[point.value for point in profile.contact_points],
        *[text for place in profile.affiliations for text in (place.title, place.department, place.organisation)],
        *[place.setting.replace("_", " ") for place in profile.affiliations],
        *[fold(text) for text in (profile.full_name, profile.current.organisation) if not text.isascii()],
    ]
    return "\n".join(filter(None, dict.fromkeys(parts)))
