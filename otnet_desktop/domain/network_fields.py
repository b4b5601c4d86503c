"""The fields of one fact in a network told as facts: with dates (``at``) or with days from today (``off``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.worktime import FIRST_DAY, LAST_DAY, Worktime

Told = Mapping[str, Any]
E = TypeVar("E", bound=StrEnum)

MOST_DAYS = 100_000
"""Days and numbers beyond this are a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is needed to understand a fact: today, the wall clock, and who goes by which full name."""

    today: date
    rhythm: Worktime
    ref_of: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class ToldFact:
    """One fact as the file tells it. ``owner`` is the person it stands inside, ``""`` for none."""

    told: Told
    where: str
    seq: int
    owner: str
    context: Context

    # -- one field each ----------------------------------------------------------------------------------------

    def wrong(self, what: str) -> BadInput:
        """The error that names this fact."""
        return BadInput(f"{self.where} cannot be used: {what}.", "Correct the file and try again.")

    def text(self, name: str, default: str | None = None) -> str:
        """A field that is text; required unless there is a default."""
        value = self.told.get(name, default)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or (value == "" and default is None):
            raise self.wrong(f'"{name}" is missing' if value in (None, "") else f'"{name}" is not text')
        return value

    def yes(self, name: str, default: bool = False) -> bool:
        """A field that is true or false."""
        value = self.told.get(name, default)
        if not isinstance(value, bool):
            raise self.wrong(f'"{name}" is neither true nor false')
        return value

    def number(self, name: str) -> int:
        """A whole number."""
        value = self.told.get(name)
        if isinstance(value, bool) or not isinstance(value, int) or abs(value) > MOST_DAYS:
            raise self.wrong(f'"{name}" is missing' if value is None else f'"{name}" is not a fitting whole number')
        return value

    def one_of(self, name: str, kinds: type[E], default: str | None = None) -> E:
        """A word out of a list."""
        word = self.text(name, default)
        try:
            return kinds(word)
        except ValueError:
            known = ", ".join(kinds)
            raise self.wrong(f'"{name}" is "{word}", which is none of {known}') from None

    def day(self, name: str, off: str) -> date | None:
        """A day, told as a date or as an offset from today; ``None`` when neither is there."""
        if self.told.get(off) is not None:
            return self._fitting(off, self.context.today + timedelta(days=self.number(off)))
        value = self.told.get(name)
        if value is None:
            return None
        try:
            return self._fitting(name, date.fromisoformat(value))
        except (TypeError, ValueError):
            raise self.wrong(f'"{name}" is not a date: {value!r}') from None

    def instant(self, name: str, off: str, clock: str) -> datetime:
        """A moment, told as a local time (or one with an offset) or as days from today and a clock time."""
        if self.told.get(off) is not None:
            day = self._fitting(off, self.context.today + timedelta(days=self.number(off)))
            return self.context.rhythm.at(day, self._clock(clock))
        value = self.told.get(name)
        if value is None:
            raise self.wrong(f'neither "{name}" nor "{off}" says when')
        try:
            told = datetime.fromisoformat(value)
        except (TypeError, ValueError):
            raise self.wrong(f'"{name}" is not a time: {value!r}') from None
        self._fitting(name, told.date())
        if told.tzinfo is not None:
            return told.astimezone(UTC)
        return self.context.rhythm.at(told.date(), told.time())

    def _fitting(self, name: str, day: date) -> date:
        """A day, unless it lies too far off to be meant."""
        if not FIRST_DAY <= day <= LAST_DAY:
            raise self.wrong(f'"{name}" lies too far off: {day}')
        return day

    def _clock(self, name: str) -> time:
        value = self.told.get(name)
        try:
            return time.fromisoformat(value)  # type: ignore[arg-type]  # anything else than text ends below
        except (TypeError, ValueError):
            raise self.wrong(f'"{name}" is not a clock time: {value!r}') from None

    def person(self, name: str = "pid") -> str:
        """A person: by ref or full name, or the one the fact stands inside."""
        value = self.told.get(name)
        if value is None and self.owner:
            return self.owner
        if not isinstance(value, str) or not value:
            raise self.wrong(f'"{name}" does not say who')
        return self._known(value)

    def people(self, name: str, default: Sequence[str] = ()) -> tuple[str, ...]:
        """Several people, by ref or full name."""
        value = self.told.get(name)
        if value is None:
            return tuple(default)
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.wrong(f'"{name}" is not a list of people')
        return tuple(dict.fromkeys(self._known(one) for one in value))

    def guests(self) -> tuple[str, ...]:
        """Who took part."""
        guests = self.people("pids", [self.owner] if self.owner else [])
        if not guests:
            raise self.wrong('"pids" does not say who')
        return guests

    def _known(self, name: str) -> str:
        try:
            return self.context.ref_of(name)
        except LookupError as unknown:
            raise self.wrong(str(unknown.args[0])) from None

    def span(self) -> tuple[datetime, datetime]:
        """Start and end of a meeting."""
        start = self.instant("start", "m_off", "m_time")
        if self.told.get("mins") is not None:
            end = start + timedelta(minutes=self.number("mins"))
        else:
            end = self.instant("end", "end_off", "end_time")
        if end <= start:
            raise self.wrong("it ends before it begins")
        return start, end
