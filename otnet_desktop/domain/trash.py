"""Somebody who was deleted, as long as they can be brought back."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NewType

from otnet_desktop.domain.people import PersonId, Status

TrashId = NewType("TrashId", int)

KEPT_FOR = timedelta(days=30)
A_LEAP = timedelta(days=2)
"""What is longer between two looks may be a clock that was set far ahead."""
BELIEVED_AFTER = timedelta(days=1)
"""So long the clock must have gone on since then, to be believed."""


@dataclass(frozen=True, slots=True)
class Trashed:
    """Somebody in the trash, and until when."""

    id: TrashId
    person: PersonId
    ref: str
    name: str
    headline: str
    deleted_at: datetime

    @property
    def gone_at(self) -> datetime:
        """When they will be deleted for good."""
        return self.deleted_at + KEPT_FOR


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Which time it is for the trash: ``believed``, and since when the clock tells another that is not, yet."""

    believed: datetime
    leapt_to: datetime | None = None

    def at(self, now: datetime) -> Reckoning:
        """The same at the next look. One wrong clock at one start must not empty the trash."""
        leapt = self.leapt_to
        if now <= self.believed + A_LEAP or (leapt is not None and now >= leapt + BELIEVED_AFTER):
            return Reckoning(now)
        return Reckoning(self.believed, now if leapt is None else min(now, leapt))


OF_ONE_ALONE = ("uid:", "linkedin:")
"""Keys that belong to one person alone; certain is a name together with an address besides."""


class GoneClosed:
    """Whoever lies in the trash and had asked for silence, or died, by the keys they are known by."""

    def __init__(self, closed: Iterable[tuple[Status, Collection[str]]]) -> None:
        self._closed = sorted(
            ((status, frozenset(keys)) for status, keys in closed), key=lambda one: -one[0].strictness
        )
        self._keys = frozenset[str]().union(*(keys for _, keys in self._closed))

    def status_of(self, keys: Collection[str]) -> Status | None:
        """The strictest status of those who are certainly the person with these keys; None where nobody is."""
        if self._keys.isdisjoint(keys):
            return None
        return next((status for status, theirs in self._closed if _are_one(theirs.intersection(keys))), None)


def _are_one(shared: Collection[str]) -> bool:
    kinds = {key.partition(":")[0] + ":" for key in shared}
    return not kinds.isdisjoint(OF_ONE_ALONE) or {"email:", "name:"} <= kinds
