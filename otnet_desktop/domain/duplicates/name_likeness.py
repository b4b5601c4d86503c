"""How two names compare: equal, a nickname, a shorter form, only the first name, only the family name."""

from __future__ import annotations

from enum import Enum, auto

from otnet_desktop.domain.duplicates.called import Called
from otnet_desktop.domain.duplicates.nicknames import may_be

LONG_ENOUGH_TO_SLIP = 5


class Likeness(Enum):
    """How much of two names is the same, from all of it to none."""

    EQUAL = auto()
    NICKNAME = auto()
    SLIP = auto()
    """One letter is different."""
    SHORTER = auto()
    """One leaves something out: an initial, a second family name."""
    GIVEN = auto()
    """Only the first name: perhaps somebody married."""
    FAMILY = auto()
    NONE = auto()
    NAMELESS = auto()


def likeness(one: Called, other: Called) -> Likeness:
    """Compare two names. It is the same either way round."""
    if not one.words or not other.words:
        return Likeness.NAMELESS
    left, right = _unlike(one, other)
    if not (left or right) or one.runs & other.runs:
        return Likeness.EQUAL
    if len(left) < len(one.words) and (part := _nearly(one, other, left, right)):
        return part
    return _half(one, other)


def _nearly(one: Called, other: Called, left: set[str], right: set[str]) -> Likeness | None:
    """What becomes of two names that have a word in common."""
    if _leave_nothing_but_nicknames(one, other, left, right):
        return Likeness.NICKNAME
    if not left or not right or _is_initial(left, right):
        return Likeness.SHORTER
    if len(left) == len(right) == 1 and one_letter_differs(*left, *right):
        return Likeness.SLIP
    return None


def _half(one: Called, other: Called) -> Likeness:
    if any(may_be(first, second) for first in _first_names(one) for second in _first_names(other)):
        return Likeness.GIVEN
    return Likeness.FAMILY if {*one.family} & {*other.family} else Likeness.NONE


def _first_names(name: Called) -> frozenset[str]:
    return frozenset(word for word in name.given if len(word) > 1) | name.also


def _unlike(one: Called, other: Called) -> tuple[set[str], set[str]]:
    """The words each has alone; an umlaut and its two letters are one."""
    left, right = set(one.words - other.words), set(other.words - one.words)
    for word, written in one.spelled:
        if word in left and written in right:
            left.discard(word)
            right.discard(written)
    for word, written in other.spelled:
        if word in right and written in left:
            right.discard(word)
            left.discard(written)
    return left, right


def _leave_nothing_but_nicknames(one: Called, other: Called, left: set[str], right: set[str]) -> bool:
    """Whether the first names differ by what one is called, and the rest is equal or longer on one side only."""
    left_names, right_names = left - {*one.family}, right - {*other.family}
    for first in left_names or one.also:
        for second in right_names or other.also:
            if may_be(first, second):
                return not (left - {first}) or not (right - {second})
    if left_names & other.also or right_names & one.also:
        return not (left - other.also) or not (right - one.also)
    return False


def _is_initial(left: set[str], right: set[str]) -> bool:
    if len(left) != 1 or len(right) != 1:
        return False
    (first,), (second,) = left, right
    return 1 in (len(first), len(second)) and first[0] == second[0]


def one_letter_differs(one: str, other: str) -> bool:
    """Whether a slip of the finger lies between two longer words: one letter more, another, or two the wrong way."""
    if min(len(one), len(other)) < LONG_ENOUGH_TO_SLIP or abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, other_rest = one[start:], other[start:]
    if len(one) == len(other):
        swapped = rest[1::-1] + rest[2:] == other_rest
        return rest[1:] == other_rest[1:] or swapped
    return rest[1:] == other_rest or rest == other_rest[1:]
