"""Two lists of ids differ in one part, whatever they are."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.ui.people.changed_part import changed_part

IDS = st.lists(st.integers(0, 20), max_size=12)


def test_one_who_came_in_the_middle() -> None:
    assert changed_part(array("q", [1, 2, 4]), array("q", [1, 2, 3, 4])) == (2, 0, 1)


def test_one_who_went() -> None:
    assert changed_part(array("q", [1, 2, 3, 4]), array("q", [1, 3, 4])) == (1, 1, 0)


def test_equal_lists_differ_nowhere() -> None:
    assert changed_part(array("q", [1, 2]), array("q", [1, 2])) == (2, 0, 0)


@given(IDS, IDS)
def test_taking_out_and_putting_in_gives_the_other_list(before: list[int], after: list[int]) -> None:
    first, gone, come = changed_part(array("q", before), array("q", after))
    assert before[:first] + after[first : first + come] + before[first + gone :] == after
    if gone and come:
        assert before[first] != after[first]
        assert before[first + gone - 1] != after[first + come - 1]
