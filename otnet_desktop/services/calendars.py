"""The calendars of this machine: files that say when one is busy, and the folder where one's own meetings are laid.

Kept beside the data and not in them: on another machine these places are others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from otnet_desktop.domain.availability import HORIZON
from otnet_desktop.domain.busy_times import CalendarReading, Trouble
from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import NotSaved
from otnet_desktop.exchange.busy_calendar import Reader, read_calendar
from otnet_desktop.exchange.calendar_file import LONGEST
from otnet_desktop.services.availability import AvailabilityService
from otnet_desktop.services.preferences import PreferencesService
from otnet_desktop.services.steps import Steps
from otnet_desktop.store.private_files import write_private

FILE_NAME = "calendars.json"
MOST_FILES = 200
"""Of one folder."""
ENDING = ".ics"
PAST = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CalendarPlaces:
    """``watched`` are files or folders with calendar files; ``feed`` is the folder for one's own ("" for none)."""

    watched: tuple[str, ...] = ()
    feed: str = ""
    feed_has_follow_ups: bool = False


class CalendarsService:
    """``read`` may run in a worker, and ``watch`` in that of an import; nothing else may."""

    def __init__(self, steps: Steps, preferences: PreferencesService, availability: AvailabilityService) -> None:
        self._steps = steps
        self._preferences = preferences
        self._availability = availability
        self._file = steps.store.database.path.with_name(FILE_NAME)
        self._places = self._load()
        self.readings: Mapping[str, CalendarReading] = {}
        """How each file was read last."""

    def places(self) -> CalendarPlaces:
        """What was chosen on this machine."""
        return self._places

    def change(self, **changes: Any) -> None:  # noqa: ANN401 - fields of CalendarPlaces
        """Choose other places. Raises NotSaved."""
        wanted = replace(self._places, **changes)
        if wanted == self._places:
            return
        try:
            write_private(self._file, json.dumps(asdict(wanted), indent=1).encode())
        except OSError as error:
            raise NotSaved("The choice of calendars could not be saved.", str(error.strerror or error)) from error
        self._places = wanted
        self._steps.announce(Changed(frozenset({Room.SCHEDULE})))

    def is_watched(self, file: Path) -> bool:
        """Whether a file is read already, by itself or as one of a folder."""
        return file.resolve() in {watched.resolve() for watched in self.files()}

    def watch(self, file: Path) -> None:
        """Read a file from now on. Raises NotSaved."""
        if not self.is_watched(file):
            self.change(watched=(*self._places.watched, str(file.resolve())))

    def read(self) -> dict[str, CalendarReading]:
        """Read every watched file, each by its path. What cannot be opened is said in its reading."""
        reader = self._reader()
        return {str(file): _read(file, reader) for file in self.files()}

    def read_one(self, file: Path) -> CalendarReading:
        """Read a file that may not be watched."""
        return _read(file, self._reader())

    def _reader(self) -> Reader:
        now = self._steps.clock.now()
        address = self._preferences.current.me.email.strip().lower()
        zone = self._preferences.timing().zone
        return Reader(now - PAST, now + HORIZON, zone, frozenset({address} if address else ()))

    def take(self, readings: Mapping[str, CalendarReading]) -> None:
        """What was read holds now."""
        self.readings = readings
        self._availability.take_busy({busy for reading in readings.values() for busy in reading.busy})

    def files(self) -> list[Path]:
        """The files that are watched, those of folders included."""
        found = [file for place in self._places.watched for file in _files_at(Path(place))]
        feed = Path(self._places.feed) if self._places.feed else None
        return [file for file in dict.fromkeys(found) if feed is None or file.parent != feed or file.name != FEED_NAME]

    def _load(self) -> CalendarPlaces:
        try:
            told = json.loads(self._file.read_bytes())
            watched = tuple(str(place) for place in told["watched"])
            return CalendarPlaces(watched, str(told["feed"]), bool(told["feed_has_follow_ups"]))
        except (OSError, ValueError, KeyError, TypeError):
            return CalendarPlaces()


FEED_NAME = "otnet.ics"
"""What one's own calendar is called in the folder that was chosen."""


def _files_at(place: Path) -> Iterator[Path]:
    if not place.is_dir():
        yield place
        return
    try:
        inside = sorted(file for file in place.iterdir() if file.suffix.lower() == ENDING and file.is_file())
    except OSError:
        return
    yield from inside[:MOST_FILES]


def _read(file: Path, reader: Reader) -> CalendarReading:
    try:
        with file.open("rb") as opened:
            raw = opened.read(LONGEST)
    except OSError:
        return CalendarReading(troubles={Trouble.CANNOT_BE_OPENED: 1})
    return read_calendar(raw.decode("utf-8", "replace"), reader)
