"""What a meeting left behind in me, and how the settings it was about would fit: words, never a sum or a winner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from otnet_desktop.domain.meetings import Meeting, MeetingId

LEAST_FIT, BEST_FIT = 1, 5


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a setting would suit me, as it felt after one meeting: 1 (not for me) to 5 (I can see myself there)."""

    setting: str
    score: int


@dataclass(frozen=True, slots=True)
class Reflection:
    """My own words after a meeting; nobody else's are in it."""

    meeting: MeetingId
    liked: str = ""
    disliked: str = ""
    wondering: str = ""
    fits: tuple[Fit, ...] = ()

    @property
    def says_anything(self) -> bool:
        """Whether anything was written or felt."""
        return bool(self.liked or self.disliked or self.wondering or self.fits)


@dataclass(frozen=True, slots=True)
class Reflected:
    """A reflection beside the meeting it is about."""

    meeting: Meeting
    reflection: Reflection

    def fit(self, setting: str) -> int | None:
        """How that setting felt after this meeting."""
        return next((fit.score for fit in self.reflection.fits if fit.setting == setting), None)


def by_setting(reflected: Iterable[Reflected]) -> dict[str, list[Reflected]]:
    """What was thought of each setting, in the order in which it came up; no setting is put before another for it."""
    found: dict[str, list[Reflected]] = {}
    for one in reflected:
        for fit in one.reflection.fits:
            found.setdefault(fit.setting, []).append(one)
    return found
