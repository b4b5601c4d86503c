"""What one finds out about a person before writing, and why one writes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from otnet_desktop.domain.facts import Gate

KEY_POINTS_MOST = 5
KEY_POINTS_ENOUGH = 3
KEY_POINT_LENGTH = 140
STALE_AFTER = timedelta(days=180)

GATED_PURPOSES = frozenset({"fieldwork_placement", "capstone_site"})
"""Many programmes let only their fieldwork coordinator approach sites (ACOTE; see the help page on intention)."""


class PurposeState(StrEnum):
    """What became of a purpose."""

    OPEN = "open"
    MET = "met"
    DROPPED = "dropped"


class Confidence(StrEnum):
    """How one knows something: read or seen by oneself, heard from somebody, or only guessed."""

    UNSAID = ""
    SEEN = "seen"
    TOLD = "told"
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One thing worth knowing, at most 140 characters, with where and when it was seen. ``id`` 0 is a new one."""

    text: str
    source: str = ""
    url: str = ""
    seen_on: date | None = None
    id: int = 0
    confidence: Confidence = Confidence.UNSAID


@dataclass(frozen=True, slots=True)
class Purpose:
    """Why I write to somebody. ``kind`` is a code of ``vocabulary/purposes``; ``set_on`` is when it was last begun."""

    kind: str
    statement: str = ""
    state: PurposeState = PurposeState.OPEN
    gate: Gate = Gate.NOT_NEEDED
    gate_on: date | None = None
    id: int = 0
    set_on: datetime | None = None

    @property
    def asks_gatekeeper(self) -> bool:
        """A placement or capstone request that the school's coordinator has not cleared."""
        return self.kind in GATED_PURPOSES and self.gate in (Gate.OPEN, Gate.ASKED)


@dataclass(frozen=True, slots=True)
class Research:
    """Everything noted about a person or a place: Markdown notes, key points in order, and why one writes.

    Purposes have the open ones first, of these the one begun last: it counts. A place has none.
    """

    notes: str = ""
    reviewed_at: datetime | None = None
    key_points: tuple[KeyPoint, ...] = ()
    purposes: tuple[Purpose, ...] = ()

    @property
    def purpose(self) -> Purpose | None:
        """The purpose that counts now."""
        return next((p for p in self.purposes if p.state is PurposeState.OPEN), None)

    def is_stale(self, now: datetime) -> bool:
        """Whether what is known should be looked at again before writing (180 days)."""
        return self.reviewed_at is not None and now - self.reviewed_at >= STALE_AFTER


_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def point_from_line(line: str, seen_on: date) -> KeyPoint:
    """A key point typed on one line; a web address in it becomes its link, and its host the source."""
    found = _ADDRESS.search(line)
    if found is None:
        return KeyPoint(" ".join(line.split()), seen_on=seen_on)
    url = found.group().rstrip(".,;:!?)")
    text = " ".join(line.replace(url, " ").split()).rstrip(" -–—(:")
    host = source_of(url)
    return KeyPoint(text or host, host, url, seen_on)


def source_of(url: str) -> str:
    """What to call a page: its host, "larchmont.example"."""
    host = url.partition("://")[2].partition("/")[0].partition("?")[0]
    return host.rpartition("@")[2].lower().removeprefix("www.")


def swapped(points: tuple[KeyPoint, ...], position: int, by: int) -> tuple[KeyPoint, ...]:
    """The same points with one moved a place up (-1) or down (1); at an end nothing moves."""
    target = position + by
    if not (0 <= position < len(points) and 0 <= target < len(points)):
        return points
    moved = list(points)
    moved[position], moved[target] = moved[target], moved[position]
    return tuple(moved)
