"""People out of any file that can be read: find the format, read it, and account for every entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from otnet_desktop.domain.sentences import Sentence, sentence
from otnet_desktop.exchange.address_list import read_addresses
from otnet_desktop.exchange.recognise import REFUSALS, TABLES, FileFormat, recognise
from otnet_desktop.exchange.report import Incoming, Refusal, Rejected, Remark, excerpt
from otnet_desktop.exchange.vcard.card import Card
from otnet_desktop.exchange.vcard.incoming import read_person
from otnet_desktop.exchange.vcard.reader import CardReader

if TYPE_CHECKING:
    from otnet_desktop.exchange.columns.layout import TableMapping

Entry = Incoming | Rejected | Remark


def read_people(
    stream: BinaryIO, file_format: FileFormat | None = None, mapping: TableMapping | None = None
) -> Iterator[Entry]:
    """Entries in the order of the file, one at a time. ``stream`` must be seekable; a wrong format refuses the file.

    ``mapping`` is what somebody said the columns of a table mean.
    """
    file_format = file_format or recognise(stream)
    if file_format is FileFormat.VCARD:
        yield from _read_cards(stream)
    elif file_format in TABLES:
        from otnet_desktop.exchange.columns.reading import read_table

        yield from _never_nothing(read_table(stream, mapping))
    elif file_format is FileFormat.LDIF:
        from otnet_desktop.exchange.ldif.reading import read_ldif

        yield from _never_nothing(read_ldif(stream))
    elif file_format is FileFormat.ADDRESSES:
        yield from _never_nothing(read_addresses(stream))
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
            yield Remark(item.line, _left_out(item.count, excerpt(item.text)))
    if reader.mended:
        yield Remark(0, _mended(reader.mended, reader.older))
    if not found:
        yield Rejected(1, Refusal.NO_CARDS)


def _left_out(lines: int, text: str) -> Sentence:
    if lines == 1:
        return sentence("Left out: {text}", text=text)
    return sentence("Outside of any contact, left out ({lines} lines): {text}", lines=lines, text=text)


def _mended(lines: int, encoding: str) -> Sentence:
    if not encoding:
        return sentence(
            "{lines} lines were not UTF-8 and were read in an older encoding. Check the accents.", lines=lines
        )
    return sentence(
        "{lines} lines were not UTF-8 and were read in an older encoding ({encoding}). Check the accents.",
        lines=lines,
        encoding=encoding,
    )


def _never_nothing(entries: Iterable[Entry]) -> Iterator[Entry]:
    found = False
    for entry in entries:
        found = found or not isinstance(entry, Remark)
        yield entry
    if not found:
        yield Rejected(1, Refusal.NO_CARDS)
