"""Writing people out. Private notes leave only when asked for; the archive always holds everything."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from otnet_desktop import __version__
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.people import PersonId, Profile
from otnet_desktop.exchange.archive import ArchiveNote, write_archive
from otnet_desktop.exchange.vcard.outgoing import write_cards
from otnet_desktop.services.clock import Clock
from otnet_desktop.store.private_files import written_where_asked
from otnet_desktop.store.store import Store

PAGE = 500
LATER = "It comes with one of the next versions. Use vcard4, which every address book reads, or archive."


class ExportService:
    """Writes vCards and the archive, each wholly or not at all."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def write(self, format_name: str, out: Path, *, private: bool = False, people: Sequence[PersonId] = ()) -> int:
        """Write some people or everyone; how many comes back. Raises BadInput for a format or place that cannot be."""
        self._store.expect_elsewhere(out)
        if format_name == "vcard4":
            return self.write_vcards(out, private=private, people=people)
        if format_name == "archive":
            if people:
                raise BadInput("An archive always holds everyone.", "Leave --person out, or choose vcard4.")
            return self.write_archive(out)
        raise BadInput(f"The format {format_name} cannot be written yet.", LATER)

    def write_vcards(self, out: Path, *, private: bool = False, people: Sequence[PersonId] = ()) -> int:
        """One vCard 4.0 a person, by name."""
        ids = list(people) or self._store.people.everyone()
        with written_where_asked(out) as file:
            for card in write_cards(self._profiles(ids), include_private=private):
                file.write(card.encode())
        return len(ids)

    def write_archive(self, out: Path) -> int:
        """Everything in one ZIP, a verified copy of the data; ``CareService.restore`` brings it back."""
        with tempfile.TemporaryDirectory(prefix="otnet-") as folder, written_where_asked(out) as file:
            copy = Path(folder) / "otnet.db"
            made = self._store.backups.write(copy)
            written = self._clock.now().isoformat(timespec="seconds")
            note = ArchiveNote(f"OTnet Desktop {__version__}", written, made.schema, made.people, made.sha256)
            write_archive(file, note, copy)
        return made.people

    def write_page(self, out: Path, page: bytes) -> None:
        """Write a page somebody made of their data, whole or not at all. Raises BadInput for a place that cannot be."""
        self._store.expect_elsewhere(out)
        with written_where_asked(out) as file:
            file.write(page)

    def _profiles(self, ids: Sequence[PersonId]) -> Iterable[Profile]:
        for start in range(0, len(ids), PAGE):
            for person in self._store.people.many(ids[start : start + PAGE]):
                yield person.profile
