"""The instant one looks from, which remembers when its answers stop being true."""

from __future__ import annotations

from datetime import datetime


class Moment:
    """``now``, and the earliest instant asked about that is still to come.

    Every rule compares ``now`` through ``has_reached``; so whatever the rules answered stays right until
    ``valid_until`` (``None``: for good), without anyone having to keep a list of what could change.
    """

    __slots__ = ("now", "valid_until")

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.valid_until: datetime | None = None

    def has_reached(self, instant: datetime) -> bool:
        """Whether it is ``instant`` or later."""
        if instant <= self.now:
            return True
        if self.valid_until is None or instant < self.valid_until:
            self.valid_until = instant
        return False
