"""Who shares a key, among very many."""

from __future__ import annotations

from random import Random

import pytest

from otnet_desktop.domain.duplicates.carriers import MOST, PARTS, Carriers, key_number


def test_only_keys_of_several_come_out_with_everybody_once_in_their_order() -> None:
    carriers = Carriers()
    carriers.add(7, ["a", "b", "a"])
    carriers.add(3, ["b", "c"])
    carriers.add(MOST, ["b"])
    carriers.add(4, ["a", "d"])
    assert dict(carriers.shared()) == {key_number("a"): (4, 7), key_number("b"): (3, 7, MOST)}


def test_the_same_is_found_as_by_a_plain_look() -> None:
    chance, carriers = Random(1), Carriers()
    plain: dict[str, set[int]] = {}
    for number in range(5_000):
        keys = [f"key {chance.randrange(4_000)}" for _ in range(3)]
        carriers.add(number, keys)
        for key in keys:
            plain.setdefault(key, set()).add(number)
    expected = {key_number(key): tuple(sorted(people)) for key, people in plain.items() if len(people) > 1}
    assert len(expected) > PARTS
    assert dict(carriers.shared()) == expected


def test_more_than_can_be_numbered_is_a_mistake_of_ours() -> None:
    with pytest.raises(AssertionError):
        Carriers().add(MOST + 1, ["a"])
