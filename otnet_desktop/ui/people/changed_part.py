"""Where two lists of ids differ, so that a list on the screen changes only there.

Public: ``changed_part(before, after)``.
"""

from __future__ import annotations

from array import array


def changed_part(before: array[int], after: array[int]) -> tuple[int, int, int]:
    """``(first, gone, come)``: from ``first`` on, ``gone`` ids went and ``come`` ids took their place.

    What both ends have in common is left out; equal lists answer ``(len, 0, 0)``.
    """
    if before == after:
        return len(before), 0, 0
    same = _same(before, after, min(len(before), len(after)))
    tail = _same(before[::-1], after[::-1], min(len(before), len(after)) - same)
    return same, len(before) - same - tail, len(after) - same - tail


def _same(one: array[int], other: array[int], most: int) -> int:
    """How many ids are the same from the start, at most ``most``. Halved again and again: slices compare quickly."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
