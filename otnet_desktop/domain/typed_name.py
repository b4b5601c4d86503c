"""A name as people type it on one line: "Dr. Ada Lin, OTR/L" or "Lin, Ada".

Only what is certain is taken apart; whatever does not fit stays in ``display``, so that the name always reads as typed.
"""

from __future__ import annotations

from dataclasses import dataclass

from otnet_desktop.domain.credentials import split_name, split_suffix

TITLES = frozenset({"dr", "prof", "professor", "mr", "mrs", "ms", "mx", "miss", "sir", "rev"})
PARTICLES = frozenset(
    {"af", "al", "bin", "bint", "da", "dal", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn",
     "la", "las", "le", "los", "mac", "st", "ten", "ter", "van", "vom", "von", "zu"}
)  # fmt: skip
"""Small words that begin a family name ("van der Berg")."""


@dataclass(frozen=True, slots=True)
class TypedName:
    """The parts of a name. ``display`` is set only when the parts alone would not read as typed."""

    prefix: str = ""
    given: str = ""
    family: str = ""
    suffix: str = ""
    display: str = ""
    credentials: tuple[str, ...] = ()


def read_name(typed: str) -> TypedName:
    """Take a typed name apart. A single word is a given name; two with a comma between are family name first."""
    name, credentials = split_name(" ".join(typed.split()))
    prefix, words = _without_titles(name)
    head, _, tail = words.partition(",")
    if tail.strip() and head:
        suffix, letters = split_suffix(tail.strip())
        if suffix and not letters and not _is_generation(suffix):
            given, family, suffix = tail.strip(), head.strip(), ""
        else:
            given, family = _given_and_family(head)
            credentials = (*letters, *credentials)
    else:
        given, family, suffix = *_given_and_family(words), ""
    plain = f"{given} {family}".strip()
    shown = " ".join(part for part in (prefix, plain) if part) + (f", {suffix}" if suffix else "")
    return TypedName(prefix, given, family, suffix, "" if shown == plain else shown, credentials)


def _without_titles(name: str) -> tuple[str, str]:
    words = name.split()
    end = 0
    while end < len(words) - 1 and words[end].rstrip(".").casefold() in TITLES:
        end += 1
    return " ".join(words[:end]), " ".join(words[end:])


def _given_and_family(name: str) -> tuple[str, str]:
    words = name.split()
    if len(words) < 2:
        return name.strip(), ""
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    return " ".join(words[:start]), " ".join(words[start:])


def _is_generation(suffix: str) -> bool:
    return suffix.rstrip(".").casefold() in {"jr", "sr", "junior", "senior", "ii", "iii", "iv", "v", "esq"}
