"""Who introduced whom: a tree in which nobody stands on anybody."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.introductions import Link, Tree, lay_out
from otnet_desktop.domain.people import PersonId


def tree(*pairs: tuple[int, int]) -> Tree:
    return lay_out(Link(PersonId(by), PersonId(to)) for by, to in pairs)


def places(made: Tree) -> dict[int, tuple[int, float]]:
    return {int(spot.person): (spot.layer, spot.row) for spot in made.spots}


def test_an_introducer_stands_before_those_they_led_to_in_their_middle() -> None:
    made = tree((1, 2), (1, 3), (3, 4), (3, 5))
    assert places(made) == {1: (0, 0.75), 2: (1, 0.0), 3: (1, 1.5), 4: (2, 1.0), 5: (2, 2.0)}
    assert (made.rows, made.layers) == (3, 3)


def test_a_second_introducer_and_a_ring_are_told_as_lines_more() -> None:
    made = tree((1, 2), (3, 2), (2, 1), (4, 4), (1, 2))
    assert made.more == (Link(PersonId(3), PersonId(2)), Link(PersonId(2), PersonId(1)))
    assert places(made) == {1: (0, 0.0), 2: (1, 0.0), 3: (0, 1.0)}


def test_nobody_is_no_tree() -> None:
    assert (tree().rows, tree().layers) == (0, 0)


def test_a_long_chain_is_no_trouble() -> None:
    made = tree(*((n, n + 1) for n in range(3000)))
    assert (made.rows, made.layers) == (1, 3001)


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12)), max_size=30))
def test_everybody_has_one_place_and_no_two_share_it(pairs: list[tuple[int, int]]) -> None:
    made = tree(*pairs)
    named = {person for by, to in pairs if by != to for person in (by, to)}
    assert sorted(int(spot.person) for spot in made.spots) == sorted(named)
    for layer in range(made.layers):
        rows = sorted(spot.row for spot in made.spots if spot.layer == layer)
        assert all(after - before >= 1 for before, after in pairwise(rows))
    known = places(made)
    assert all(spot.by is None or known[spot.by][0] == spot.layer - 1 for spot in made.spots)
    drawn = {(int(spot.by), int(spot.person)) for spot in made.spots if spot.by} | {
        (int(a), int(b)) for a, b in made.more
    }
    assert drawn == {(by, to) for by, to in pairs if by != to}
