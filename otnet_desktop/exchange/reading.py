"""People out of any file that can be read: find the format, read it, and account for every entry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from otnet_desktop.exchange.linkedin import read_connections
from otnet_desktop.exchange.recognise import REFUSALS, FileFormat, recognise
from otnet_desktop.exchange.report import Incoming, Refusal, Rejected, Remark, excerpt
from otnet_desktop.exchange.vcard.card import Card
from otnet_desktop.exchange.vcard.incoming import read_person
from otnet_desktop.exchange.vcard.reader import CardReader

Entry = Incoming | Rejected | Remark


def read_people(stream: BinaryIO, file_format: FileFormat | None = None) -> Iterator[Entry]:
    """Entries in the order of the file, one at a time. ``stream`` must be seekable; a wrong format refuses the file."""
    file_format = file_format or recognise(stream)
    if file_format is FileFormat.VCARD:
        yield from _read_cards(stream)
    elif file_format is FileFormat.LINKEDIN_CSV:
        yield from _never_nothing(read_connections(stream))
    else:
        yield Rejected(1, REFUSALS[file_format])


def _read_cards(stream: BinaryIO) -> Iterator[Entry]:
    reader = CardReader(stream)
    found = 0
    for item in reader:
        if isinstance(item, Card):
            found += 1
            yield read_person(item)
        else:
            text = f"Outside of any contact, left out ({item.count} lines): " if item.count > 1 else "Left out: "
            yield Remark(item.line, text + excerpt(item.text))
    if reader.mended:
        yield Remark(0, f"{reader.mended} lines were not UTF-8 and were read in an older encoding. Check the accents.")
    if not found:
        yield Rejected(1, Refusal.NO_CARDS)


def _never_nothing(entries: Iterator[Incoming | Rejected]) -> Iterator[Entry]:
    found = False
    for entry in entries:
        found = True
        yield entry
    if not found:
        yield Rejected(1, Refusal.NO_CARDS)
