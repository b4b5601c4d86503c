"""Whether two people are one, and what speaks for it. Certain only by what belongs to one person alone.

A name alone never makes two people one, nor does an address that several read (a clinic's mailbox, a family's phone).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, StrEnum

from otnet_desktop.domain.duplicates.called import Called
from otnet_desktop.domain.duplicates.marks import Marks
from otnet_desktop.domain.duplicates.name_likeness import Likeness, likeness
from otnet_desktop.domain.duplicates.ways import is_of_a_house, phone_key, share_phone


class Verdict(Enum):
    """How sure one can be."""

    SAME = "the same person"
    LIKELY = "most likely the same person: somebody must say"
    UNCLEAR = "perhaps the same person: little to tell by"
    OTHER = "somebody else"


class Clue(StrEnum):
    """What two people have in common. In words for a terminal: ``domain.duplicates.words``."""

    UID = "uid"
    PAGE = "page"
    NAME = "name"
    NICKNAME = "nickname"
    SLIP = "slip"
    SHORTER = "shorter"
    FIRST_NAME = "first_name"
    FAMILY_NAME = "family_name"
    ONE_NAMELESS = "one_nameless"
    EMAIL = "email"
    PHONE = "phone"
    COMPANY = "company"
    BIRTHDAY = "birthday"
    SITE = "site"
    NOTHING_ELSE = "nothing_else"


NAME_CLUES = {
    Likeness.EQUAL: Clue.NAME,
    Likeness.NICKNAME: Clue.NICKNAME,
    Likeness.SLIP: Clue.SLIP,
    Likeness.SHORTER: Clue.SHORTER,
    Likeness.GIVEN: Clue.FIRST_NAME,
    Likeness.FAMILY: Clue.FAMILY_NAME,
    Likeness.NAMELESS: Clue.ONE_NAMELESS,
}
CLOSEST_FIRST = list(Likeness)
FULL_DATE = 8
"""Fewest characters of a birthday that tells the year (``19900401``)."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict and the clues, the name first."""

    verdict: Verdict
    clues: tuple[Clue, ...] = ()


OTHERS = Comparison(Verdict.OTHER)


def compare(one: Marks, other: Marks, of_many: Collection[str] = ()) -> Comparison:
    """Whether two sets of marks belong to one person. ``of_many`` are keys of addresses that a crowd shares."""
    if _meet(one.uids, other.uids):
        return Comparison(Verdict.SAME, (Clue.UID,))
    if _meet(one.pages, other.pages):
        return Comparison(Verdict.SAME, (Clue.PAGE,))
    names = _closest(one, other)
    shared = _shared(one, other)
    if names is Likeness.NAMELESS:
        return _nameless(one, other, shared)
    clues = (NAME_CLUES[names], *shared) if names in NAME_CLUES else shared
    if contradict(one, other):
        return Comparison(Verdict.OTHER, clues)
    if names is Likeness.EQUAL:
        return Comparison(_namesakes(one, other, shared), clues if shared else (*clues, Clue.NOTHING_ELSE))
    likely = _is_likely(names, one, other, shared, of_many)
    return Comparison(Verdict.LIKELY if likely else Verdict.OTHER, clues)


def _is_likely(names: Likeness, one: Marks, other: Marks, shared: tuple[Clue, ...], of_many: Collection[str]) -> bool:
    """Whether what they share makes one of two who are called nearly the same."""
    match names:
        case Likeness.NICKNAME:
            return bool(shared) or not _soft_differences(one, other)
        case Likeness.SLIP | Likeness.SHORTER:
            more_than_one_word = min(len(one.called.words), len(other.called.words)) > 1
            return bool(shared) and (more_than_one_word or set(shared) != {Clue.COMPANY})
        case Likeness.GIVEN:
            return _of_one_alone(one, other, of_many)
    return False


def _closest(one: Marks, other: Marks) -> Likeness:
    """By whichever of their names they are closest."""
    if not one.also and not other.also:
        return likeness(one.called, other.called)
    pairs = ((name, another) for name in (one.called, *one.also) for another in (other.called, *other.also))
    return min((likeness(*pair) for pair in pairs), key=CLOSEST_FIRST.index)


def _shared(one: Marks, other: Marks) -> tuple[Clue, ...]:
    found = (
        (Clue.EMAIL, _meet(one.emails, other.emails)),
        (Clue.PHONE, share_phone(one.phones, other.phones)),
        (Clue.COMPANY, _meet(one.companies, other.companies)),
        (Clue.BIRTHDAY, one.birthday == other.birthday and len(one.birthday) >= FULL_DATE),
        (Clue.SITE, _meet(one.sites, other.sites)),
    )
    return tuple(clue for clue, is_shared in found if is_shared)


def _namesakes(one: Marks, other: Marks, shared: tuple[Clue, ...]) -> Verdict:
    """Two of an equal name: any detail makes them one, and those of whom nothing differs are likely to be."""
    if set(shared) - {Clue.SITE}:
        return Verdict.SAME
    differences = _soft_differences(one, other)
    if not differences:
        return Verdict.LIKELY
    return Verdict.OTHER if "work" in differences and len(differences) > 1 else Verdict.UNCLEAR


def _nameless(one: Marks, other: Marks, shared: tuple[Clue, ...]) -> Comparison:
    """One of two, or both, are known by an address only."""
    personal = [clue for clue in shared if clue in (Clue.EMAIL, Clue.PHONE)]
    if not personal:
        return OTHERS
    if not one.called.words and not other.called.words:
        return Comparison(Verdict.SAME, shared)
    houses = Clue.PHONE not in personal and all(map(is_of_a_house, _common(one.emails, other.emails)))
    return Comparison(Verdict.UNCLEAR if houses else Verdict.LIKELY, (Clue.ONE_NAMELESS, *shared))


def _of_one_alone(one: Marks, other: Marks, of_many: Collection[str]) -> bool:
    """Whether people of one first name and two family names share what is hardly shared: somebody may have married."""
    emails = [a for a in _common(one.emails, other.emails) if not is_of_a_house(a) and f"email:{a}" not in of_many]
    if emails:
        return True
    numbers = [n for n in one.phones if share_phone([n], other.phones) and f"phone:{phone_key(n)}" not in of_many]
    work_number = _meet(one.companies, other.companies) and _apart(one.emails, other.emails)
    same_day = one.birthday == other.birthday and len(one.birthday) >= FULL_DATE
    return (bool(numbers) and not work_number) or (same_day and _meet(one.companies, other.companies))


def contradict(one: Marks, other: Marks) -> bool:
    """Whether two are two, whatever they are called: by profile, birthday, generation or middle name."""
    if _apart(one.pages, other.pages):
        return True
    if one.generation != other.generation and one.generation and other.generation:
        return True
    return _birthdays_differ(one.birthday, other.birthday) or _middles_differ(one.called, other.called)


def _middles_differ(one: Called, other: Called) -> bool:
    return bool(one.middles) and bool(other.middles) and not one.middles & other.middles


def _birthdays_differ(one: str, other: str) -> bool:
    if not one or not other:
        return False
    shorter, longer = sorted((one, other), key=len)
    return not longer.endswith(shorter.removeprefix("-")) if shorter.startswith("--") else one != other


def _soft_differences(one: Marks, other: Marks) -> frozenset[str]:
    """What is told of both and differs, though it may have changed in time."""
    found = {
        "work": _apart(one.companies, other.companies),
        "emails": _apart(one.emails, other.emails),
        "phones": bool(one.phones) and bool(other.phones) and not share_phone(one.phones, other.phones),
    }
    return frozenset(what for what, differs in found.items() if differs)


def _common(one: tuple[str, ...], other: tuple[str, ...]) -> list[str]:
    theirs = {*other}
    return [text for text in one if text in theirs]


def _meet(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return bool(one) and bool(other) and not {*one}.isdisjoint(other)


def _apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return bool(one) and bool(other) and not _meet(one, other)
