"""Random lives of a user: one use case after the other, through the real services, on a real store in a folder.

What is typed in a life are words found nowhere else, so that a property can tell where they went.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from hypothesis import Phase, settings
from hypothesis import strategies as st

from otnet_desktop.domain.errors import OtnetError
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.reminders import Reminder
from otnet_desktop.domain.worktime import worktime
from otnet_desktop.services.material import Material
from otnet_desktop.services.workspace import Workspace, open_workspace
from tests.domain.worlds import STEPS, ZONES, Draw
from tests.services.clocks import SettableClock

AROUND_CHANGES = [date(2026, 3, 18), date(2026, 3, 5), date(2026, 3, 26), date(2026, 10, 2), date(2026, 10, 22)]
"""Where lives begin: a plain day, and days before the clocks change somewhere in ``ZONES``."""

HABITS: list[dict[str, object]] = [
    {},
    {"quiet_days": [], "popups_per_day": 9, "digest_at": 9},
    {"quiet_days": [4], "work_time": "06:30", "max_nudges": 2, "popups_per_day": 1},
]

FEW = settings(
    max_examples=settings().max_examples // 6,
    phases=[phase for phase in Phase if phase not in (Phase.shrink, Phase.explain)],
)
"""A life costs a tenth of a second: ten in the quick tests, many more in the campaigns. One that fails is told as it
is: looking for the shortest one takes longer than a test may.
"""

ELEVEN = time(11)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Word:
    """Something typed: about whom (a ref), and whether it is nobody else's business (a note) or a name or address."""

    text: str
    about: str
    is_private: bool = True


class Life:
    """One user with one data folder. ``draw`` decides everything; letters are empty without ``material``."""

    def __init__(self, draw: Draw, folder: Path, material: Material | None = None) -> None:
        self.draw = draw
        self.folder = folder
        self._material = material
        self.zone = ZoneInfo(self.one(*ZONES))
        self.clock = SettableClock(datetime.combine(self.one(*AROUND_CHANGES), ELEVEN, self.zone))
        self.words: list[Word] = []
        self._numbers = count(1)
        self.workspace = self._opened()
        self.workspace.preferences.change(timing=self.one(*HABITS))

    def _opened(self) -> Workspace:
        return open_workspace(self.folder / "data", self.clock, lambda: self.zone, self._material)

    def restart(self) -> None:
        """The program ends and starts again."""
        self.workspace.close()
        self.workspace = self._opened()

    # -- chance ------------------------------------------------------------------------------------------------

    def one(self, *choices: T) -> T:
        """Any of these, the first rather than the last."""
        chosen: T = self.draw(st.sampled_from(choices))
        return chosen

    def whether(self) -> bool:
        """Yes or no."""
        return self.one(False, True)

    def number(self) -> int:
        """One that was not given yet."""
        return next(self._numbers)

    def word(self, about: PersonId | str = "", *, private: bool = True) -> str:
        """A word that nobody typed before, remembered together with whom it is about."""
        ref = about if isinstance(about, str) else self.workspace.people.get(about).ref
        text = f"Zx{self.number()}q"
        self.words.append(Word(text, ref, private))
        return text

    def person(self) -> PersonId:
        """Somebody; mostly one of the first. Raises Nothing while nobody is here."""
        return self._any(self.workspace.store.people.everyone())

    def group(self) -> tuple[PersonId, ...]:
        """One or several people."""
        return tuple(dict.fromkeys(self.person() for _ in range(self.one(1, 1, 2, 3))))

    def meetings(self) -> list[Meeting]:
        """All meetings, the last one noted first."""
        numbers = [row[0] for row in self.workspace.store.database.sql("SELECT id FROM meeting ORDER BY id DESC")]
        return [self.workspace.meetings.get(number) for number in numbers]

    def reminder(self) -> Reminder:
        """Anything in the list, what is due first. Raises Nothing."""
        return self._any(listed(self.workspace))

    def ahead(self) -> datetime:
        """An instant in the weeks to come, on the quarter of an hour."""
        return self.clock.now() + timedelta(minutes=15 * self.draw(st.integers(1, 2000)))

    def day(self) -> date | None:
        """A day to come, or none."""
        days = self.one(None, 1, 4, 30)
        return None if days is None else self.ahead().date() + timedelta(days=days)

    def _any(self, things: list[T]) -> T:
        if not things:
            raise Nothing
        return self.one(*things)

    # -- time --------------------------------------------------------------------------------------------------

    def does(self, *acts: Act) -> Act:
        """After a while, one of these; what cannot be is refused as the window would hear it. Which it was."""
        self.clock.advance(seconds=self.one(*STEPS).total_seconds())
        self.workspace.reminders.tick()
        act = self.one(*acts)
        attempt(act, self)
        return act

    def wake(self, days: int = 0) -> None:
        """Go on to eleven in the morning of a working day, at least so many days from now."""
        rhythm = worktime(self.workspace.preferences.timing())
        day = rhythm.day(self.clock.now()) + timedelta(days=days)
        while not rhythm.is_business_day(day) or rhythm.at(day, ELEVEN) <= self.clock.now():
            day += timedelta(days=1)
        self.clock.advance(seconds=(rhythm.at(day, ELEVEN) - self.clock.now()).total_seconds())
        self.workspace.reminders.tick()


Act = Callable[[Life], object]


class Nothing(Exception):
    """Whatever was to be done, there is nobody and nothing to do it to."""


def attempt(act: Act, life: Life) -> bool:
    """Whether it was done, neither refused nor without anything to do it to."""
    try:
        act(life)
    except (Nothing, OtnetError):
        return False
    return True


def listed(workspace: Workspace) -> list[Reminder]:
    """Everything in the list, due or not."""
    return [*workspace.reminders.due(), *workspace.reminders.upcoming()]


@contextmanager
def living(draw: Callable[..., Any], material: Material | None = None) -> Iterator[Life]:
    """A life of its own, which leaves nothing behind."""
    with tempfile.TemporaryDirectory(prefix="otnet-life-") as folder:
        life = Life(draw, Path(folder), material)
        try:
            yield life
        finally:
            life.workspace.close()
