"""Where one has been, for going back.

Public: ``Trail`` with ``visit`` and ``back``.
"""

from __future__ import annotations

from collections import deque

LONGEST = 50


class Trail:
    """People in the order they were shown."""

    def __init__(self) -> None:
        self._behind: deque[int] = deque(maxlen=LONGEST)
        self._here = 0

    def visit(self, person: int) -> None:
        """Somebody is shown."""
        if person == self._here:
            return
        if self._here:
            self._behind.append(self._here)
        self._here = person

    def back(self) -> int:
        """Who was shown before, and is to be shown now; 0 when there is nobody."""
        if not self._behind:
            return 0
        self._here = self._behind.pop()
        return self._here
