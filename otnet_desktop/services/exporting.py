"""Writing people out. Private notes leave only when asked for; the archive always holds everything."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from otnet_desktop import __version__
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.people import PersonId, Profile
from otnet_desktop.exchange import own_csv
from otnet_desktop.exchange.archive import ArchiveNote, write_archive
from otnet_desktop.exchange.google_out import google_header, google_record
from otnet_desktop.exchange.table import Record, table_of
from otnet_desktop.exchange.vcard.outgoing import Version, write_cards
from otnet_desktop.services.clock import Clock
from otnet_desktop.services.feed import FeedService, SayMeeting
from otnet_desktop.services.laid_aside import LaidAside
from otnet_desktop.store.private_files import folder_beside, written_where_asked
from otnet_desktop.store.store import Store

Thing = TypeVar("Thing")

PAGE = 500
A_DAY = timedelta(days=1)
"""What is left half made for longer is waste."""

VCARD_3, VCARD_4, GOOGLE, TABLE, CALENDAR, ARCHIVE = "vcard3", "vcard4", "google-csv", "csv", "ics", "archive"


class ExportService:
    """Writes people, meetings and the archive, each file wholly or not at all."""

    def __init__(self, store: Store, clock: Clock, feed: FeedService) -> None:
        self._store = store
        self._clock = clock
        self._feed = feed

    def write(
        self,
        format_name: str,
        out: Path,
        *,
        private: bool = False,
        people: Sequence[PersonId] = (),
        say_meeting: SayMeeting | None = None,
    ) -> int:
        """Write some people or everyone; how many people (or meetings, in a calendar) comes back.

        ``say_meeting`` words a meeting in the reader's language. Raises BadInput for a place that cannot be, and for an
        archive of some people.
        """
        self._store.expect_elsewhere(out)
        if format_name == ARCHIVE:
            if people:
                raise BadInput("An archive always holds everyone.", "Leave --person out, or choose vcard4.")
            return self.write_archive(out)
        if format_name == CALENDAR:
            return self._write_calendar(out, people, say_meeting or with_names)
        ids = list(people) or self.everyone()
        self._write_text(out, self._people(format_name, ids, private=private))
        return len(ids)

    def write_archive(self, out: Path) -> int:
        """Everything in one ZIP, a verified copy of the data; ``CareService.restore`` brings it back.

        Any program can read it, also where the data are protected: so say that before.
        """
        old = self._clock.now() - A_DAY
        with written_where_asked(out) as file, folder_beside(out, old) as folder:
            copy = folder / "otnet.db"
            made = self._store.backups.write(copy, plain=True)
            written = self._clock.now().isoformat(timespec="seconds")
            note = ArchiveNote(f"OTnet Desktop {__version__}", written, made.schema, made.people, made.sha256)
            write_archive(file, note, copy)
        return made.people

    def write_page(self, out: Path, page: bytes) -> None:
        """Write a page somebody made of their data, whole or not at all. Raises BadInput for a place that cannot be."""
        self._store.expect_elsewhere(out)
        with written_where_asked(out) as file:
            file.write(page)

    def _write_calendar(self, out: Path, people: Sequence[PersonId], say_meeting: SayMeeting) -> int:
        text, count = self._feed.meetings_of(people, say_meeting)
        self._write_text(out, [text])
        return count

    def _people(self, format_name: str, ids: Sequence[PersonId], *, private: bool) -> Iterator[str]:
        """The file, piece by piece. The columns of a table depend on everybody, so its lines are laid aside first."""
        if format_name == TABLE:
            lines = self._lines()
            header = own_csv.header(lines.of(self.profiles(ids), own_csv.record), private=private)
            return table_of(header, lines.all())
        if format_name == GOOGLE:
            lines = self._lines()
            records = (google_record(profile, private=private) for profile in self.profiles(ids))
            header = google_header(lines.of(records, lambda record: record))
            return table_of(header, lines.all(), guard=False)
        version = {VCARD_3: Version.THREE, VCARD_4: Version.FOUR}[format_name]
        return write_cards(self.profiles(ids), version, include_private=private)

    def _lines(self) -> Lines:
        data = self._store.database
        return Lines(data.path.parent, is_secret=data.key is not None)

    def _write_text(self, out: Path, pieces: Iterable[str]) -> None:
        with written_where_asked(out) as file:
            file.writelines(piece.encode("utf-8", "replace") for piece in pieces)

    def everyone(self) -> list[PersonId]:
        """All of them, by name."""
        return self._store.people.everyone()

    def profiles(self, ids: Sequence[PersonId]) -> Iterator[Profile]:
        """People as they are written, some at a time."""
        for start in range(0, len(ids), PAGE):
            for person in self._store.people.many(ids[start : start + PAGE]):
                yield person.profile


class Lines:
    """Lines of a table, laid aside."""

    def __init__(self, folder: Path, *, is_secret: bool) -> None:
        self._laid = LaidAside(folder, is_secret=is_secret)
        self._places = array("q")

    def of(self, things: Iterable[Thing], record: Callable[[Thing], Record]) -> Iterator[Thing]:
        """The things as they come by, each of which becomes a line."""
        for thing in things:
            self._places.append(self._laid.put(record(thing)))
            yield thing

    def all(self) -> Iterator[Record]:
        """Every line, in the order of the things."""
        return map(self._laid.get, self._places)


def with_names(meeting: Meeting, names: list[str]) -> str:
    """What a meeting is called where nobody said otherwise: its title, or whom it is with."""
    return meeting.plan.title or f"Meeting with {', '.join(names)}"
