"""Is an incoming person somebody we know? Certain only by what belongs to one person alone; never by the name alone.

An address two people share (a clinic's mailbox, a family's telephone) does not make them one: it counts only beside an
equal name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Generic, TypeVar

from otnet_desktop.domain.credentials import split_name
from otnet_desktop.domain.people import ContactKind, Profile
from otnet_desktop.exchange.linkedin import profile_address

Id = TypeVar("Id")

ALSO_UID = "X-OTNET-ALSO-UID:"
"""Line of ``Profile.foreign`` that holds the identity of an entry once brought together with this person."""

_TITLES = frozenset({"dr", "prof", "professor", "mr", "mrs", "ms", "mx", "miss", "sir"})
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile(r"['’‘ʼ`´]")
_COMPANY_FORMS = frozenset({"inc", "llc", "ltd", "gmbh", "corp", "co", "plc", "the", "kg", "ag"})
_PHONE_DIGITS = 10


class Verdict(Enum):
    """How sure we are."""

    SAME = "the same person"
    UNCLEAR = "perhaps the same person: somebody must say"
    OTHER = "somebody else"


@dataclass(frozen=True, slots=True)
class Match(Generic[Id]):
    """The verdict, whom it is about (none for somebody new) and why, in words."""

    verdict: Verdict
    whom: Id | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """What a person can be known by, folded so that spelling does not matter."""

    uids: frozenset[str]
    linkedin: frozenset[str]
    emails: frozenset[str]
    phones: frozenset[str]
    companies: frozenset[str]
    name: str
    birthday: str
    generation: str


def marks(profile: Profile) -> Marks:
    """The marks of a profile."""
    points = profile.contact_points
    also = (line.removeprefix(ALSO_UID) for line in profile.foreign if line.startswith(ALSO_UID))
    return Marks(
        uids=frozenset(_uid(uid) for uid in (profile.uid, *also) if uid),
        linkedin=frozenset(a for p in points if p.kind is ContactKind.LINKEDIN and (a := profile_address(p.value))),
        emails=frozenset(fold_email(p.value) for p in points if p.kind is ContactKind.EMAIL and p.value),
        phones=frozenset(f for p in points if p.kind is ContactKind.PHONE and (f := fold_phone(p.value))),
        companies=frozenset(f for place in profile.affiliations if (f := fold_company(place.organisation))),
        name=fold_name(profile),
        birthday=profile.birthday,
        generation=profile.suffix.casefold().rstrip("."),
    )


def keys(profile: Profile) -> frozenset[str]:
    """Keys by which a store finds candidates: two profiles that share none are certainly not the same person."""
    found = marks(profile)
    named = {f"name:{found.name}"} if found.name else set()
    return frozenset(
        {f"uid:{uid}" for uid in found.uids}
        | {f"linkedin:{address}" for address in found.linkedin}
        | {f"email:{address}" for address in found.emails}
        | named
    )


def match(incoming: Profile, candidates: Iterable[tuple[Id, Profile]]) -> Match[Id]:
    """The best of all verdicts; two people who both look the same make it unclear."""
    mine = marks(incoming)
    same: list[Match[Id]] = []
    unclear: list[Match[Id]] = []
    for whom, profile in candidates:
        verdict, evidence = compare(mine, marks(profile))
        if verdict is Verdict.SAME:
            if evidence == BY_UID:
                return Match(verdict, whom, evidence)
            same.append(Match(verdict, whom, evidence))
        elif verdict is Verdict.UNCLEAR:
            unclear.append(Match(verdict, whom, evidence))
    if len(same) == 1:
        return same[0]
    if same:
        return Match(Verdict.UNCLEAR, same[0].whom, f"{len(same)} people here fit: {same[0].evidence}")
    return unclear[0] if unclear else Match(Verdict.OTHER)


BY_UID = "the same entry of the same address book"
BY_LINKEDIN = "the same LinkedIn profile"
BY_EMAIL = "the same name and e-mail address"
BY_PHONE = "the same name and telephone number"
BY_COMPANY = "the same name and organisation"
ONLY_NAME = "the same name, and nothing else to tell by"
ONLY_EMAIL = "the same e-mail address, and one of the two has no name"


def compare(one: Marks, other: Marks) -> tuple[Verdict, str]:
    """Whether two sets of marks belong to one person, and why."""
    if one.uids & other.uids:
        return Verdict.SAME, BY_UID
    if one.linkedin & other.linkedin:
        return Verdict.SAME, BY_LINKEDIN
    if not one.name or not other.name:
        return _compare_nameless(one, other)
    if one.name != other.name or _contradict(one, other):
        return Verdict.OTHER, ""
    return _compare_namesakes(one, other)


def _compare_namesakes(one: Marks, other: Marks) -> tuple[Verdict, str]:
    if one.emails & other.emails:
        return Verdict.SAME, BY_EMAIL
    if one.phones & other.phones:
        return Verdict.SAME, BY_PHONE
    if one.companies & other.companies:
        return Verdict.SAME, BY_COMPANY
    return Verdict.UNCLEAR, ONLY_NAME


def _compare_nameless(one: Marks, other: Marks) -> tuple[Verdict, str]:
    if not one.emails & other.emails:
        return Verdict.OTHER, ""
    if one.name or other.name:
        return Verdict.UNCLEAR, ONLY_EMAIL
    return Verdict.SAME, BY_EMAIL


def _contradict(one: Marks, other: Marks) -> bool:
    """Whether two people of one name are two: by profile, birthday, generation, or by work and address together."""
    if one.linkedin and other.linkedin:
        return True
    if one.generation != other.generation and one.generation and other.generation:
        return True
    if _birthdays_differ(one.birthday, other.birthday):
        return True
    works_elsewhere = _apart(one.companies, other.companies)
    return works_elsewhere and (_apart(one.emails, other.emails) or _apart(one.phones, other.phones))


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and not one & other


def _birthdays_differ(one: str, other: str) -> bool:
    if not one or not other:
        return False
    shorter, longer = sorted((one, other), key=len)
    return not longer.endswith(shorter.removeprefix("-")) if shorter.startswith("--") else one != other


def fold_name(profile: Profile) -> str:
    """Given and family name (else the shown one): no accents, titles, letters or apostrophes, in any order."""
    shown = f"{profile.given} {profile.family}" if profile.given or profile.family else profile.display
    if "@" in shown:
        return ""
    return _folded_name(shown)


@lru_cache(maxsize=4096)
def _folded_name(shown: str) -> str:
    bare, _ = split_name(shown.strip())
    words = _WORD.findall(_fold(bare))
    return " ".join(sorted(word for word in words if word not in _TITLES) or words)


def fold_company(name: str) -> str:
    """An organisation's name without accents, punctuation and its legal form."""
    words = _WORD.findall(_fold(name))
    return " ".join(word for word in words if word not in _COMPANY_FORMS) or " ".join(words)


def fold_email(address: str) -> str:
    """An address as mail systems compare it in practice."""
    return address.strip().casefold()


def fold_phone(number: str) -> str:
    """The last ten digits, which stay the same with and without a country code; nothing for fewer than seven."""
    digits = "".join(letter for letter in number.partition(";")[0] if letter.isdecimal())
    return digits[-_PHONE_DIGITS:] if len(digits) >= 7 else ""


def _fold(text: str) -> str:
    plain = _APOSTROPHES.sub("", text.casefold().replace("ß", "ss"))
    return "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))


def _uid(uid: str) -> str:
    return uid.casefold().removeprefix("urn:uuid:")
