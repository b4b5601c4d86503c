"""Who carries which key, for very many at once: sixteen million of them, eight bytes for each of their keys."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from itertools import groupby

NUMBER_BITS = 24
MOST = (1 << NUMBER_BITS) - 1
KEY_MASK = (1 << (63 - NUMBER_BITS)) - 1
PARTS = 128
"""Each is put in order by itself: a single list of a million would keep every other thread waiting meanwhile."""


def key_number(key: str) -> int:
    """A key as a number, good within this process. Two that fall together only cost a look."""
    return hash(key) & KEY_MASK


class Carriers:
    """Takes in numbered people or entries with their keys, and hands out who shares one."""

    def __init__(self) -> None:
        self._parts = [array("q") for _ in range(PARTS)]

    def add(self, number: int, keys: Iterable[str]) -> None:
        """Somebody with all their keys."""
        assert number <= MOST, f"{number} is more than can be numbered"
        for key in keys:
            told = hash(key) & KEY_MASK
            self._parts[told % PARTS].append(told << NUMBER_BITS | number)

    def shared(self) -> Iterator[tuple[int, tuple[int, ...]]]:
        """The number of each key that several carry, and who they are, in their order. It may be asked once."""
        while self._parts:
            part = self._parts.pop()
            for key, told in groupby(sorted(part), _key_of):
                numbers = tuple(dict.fromkeys(one & MOST for one in told))
                if len(numbers) > 1:
                    yield key, numbers


def _key_of(told: int) -> int:
    return told >> NUMBER_BITS
