"""The names of columns in many languages, looked up whatever their accents, capitals, signs and numbers.

Public: ``folded``, ``best_language``, ``lookup``, ``known``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import import_module

from otnet_desktop.exchange.columns.composed import taken_apart
from otnet_desktop.exchange.columns.meaning import LABELLED, Field, spelled_meaning
from otnet_desktop.exchange.columns.numbered import numbered_meaning

LANGUAGES = (
    "english", "german", "french", "spanish", "italian", "dutch", "portuguese", "polish", "swedish", "danish",
    "norwegian", "finnish", "japanese", "czech", "russian", "turkish", "chinese", "korean", "hungarian",
    "romanian", "greek", "ukrainian", "hebrew", "arabic",
)  # fmt: skip
"""English first: programs leave some of their columns in it."""

LONGEST = 80
"""Characters of a name; what is longer is none."""

_OF_ANY_PLACE = ("fax", "cell")
"""Telephones that one may have at work and at home."""

_IN_BRACKETS = re.compile(r"\s*\[[^\[\]]*\]")
"""``First Name [Required]``."""

DAY_BEFORE_MONTH = frozenset(LANGUAGES) - {"english", "japanese", "chinese", "korean", "hungarian"}


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """Letters only, small, without accents: ``E-Mail 2: Adresse`` is ``emailadresse``."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if letter.isalpha())


@cache
def names_in(language: str) -> Mapping[str, str]:
    """Spelled meanings by folded name; a name that two meanings claim belongs to the first."""
    told: Mapping[str, str] = import_module(f"{__package__}.languages.{language}").NAMES
    found: dict[str, str] = {}
    for meaning, names in told.items():
        for name in names.split(" | "):
            found.setdefault(folded(name), meaning)
    return found


@cache
def all_names() -> Mapping[str, str]:
    """Every name of every language; where they disagree, the earlier language is right."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for name, meaning in names_in(language).items():
            found.setdefault(name, meaning)
    return found


def known(names: Iterable[str]) -> int:
    """How many of these are names of columns."""
    every = all_names()
    short = (name for name in names if len(name) <= LONGEST)
    return sum(1 for name in short if folded(name) in every or numbered_meaning(name) is not None)


def best_language(names: Iterable[str]) -> str:
    """The language that knows most of these names."""
    keys = {folded(name) for name in names} - {""}
    return max(LANGUAGES, key=lambda language: len(keys & names_in(language).keys()))


def lookup(name: str, language: str) -> str:
    """What a column of that name is, spelled: by its language, else by English, else by any; nothing if unknown."""
    if found := _listed(folded(name), language):
        return found
    for base, kind in taken_apart(name):
        meaning = spelled_meaning(_listed(folded(base), language))
        if meaning and not meaning.label and meaning.field in LABELLED:
            return meaning._replace(label=kind).spelled
        if meaning and meaning.field is Field.PHONE and meaning.label in _OF_ANY_PLACE:
            return meaning._replace(label=f"{kind} {meaning.label}").spelled
    bare = _IN_BRACKETS.sub("", name)
    return lookup(bare, language) if bare != name else ""


def _listed(key: str, language: str) -> str:
    for names in (names_in(language), names_in("english"), all_names()):
        if key in names:
            return names[key]
    return ""
