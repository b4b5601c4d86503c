"""Everybody in an LDIF file. Changes to a directory, lists and departments are refused, each in a sentence.

Public: ``read_ldif(stream)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from otnet_desktop.domain.sentences import sentence
from otnet_desktop.exchange.columns.dates import DateOrder
from otnet_desktop.exchange.columns.meaning import Field
from otnet_desktop.exchange.columns.person import is_somebody
from otnet_desktop.exchange.columns.program import Program
from otnet_desktop.exchange.columns.row import Row
from otnet_desktop.exchange.identity import identity
from otnet_desktop.exchange.ldif.attributes import KNOWN, LISTS, MACHINES, MEANINGS, NO_PERSONS, PERSON_CLASSES
from otnet_desktop.exchange.ldif.records import Attribute, Record, read_records
from otnet_desktop.exchange.report import Incoming, Refusal, Rejected, Remark, excerpt
from otnet_desktop.exchange.text import Lines

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def read_ldif(stream: BinaryIO) -> Iterator[Incoming | Rejected]:
    """The records in order, each a person or the reason why it is none."""
    lines = (line for batch in Lines(stream).batches() for line in batch)
    for record in read_records(lines):
        refusal = _refusal(record)
        yield Rejected(record.line, refusal, _summary(record)) if refusal else _person(record)


def _refusal(record: Record) -> Refusal | None:
    if record.is_too_long:
        return Refusal.HUGE_CARD
    if not record.attributes:
        return Refusal.BROKEN_RECORD
    if record.first("changetype").strip().lower() not in {"", "add"}:
        return Refusal.CHANGE_RECORD
    classes = {value.strip().lower() for value in record.all("objectclass")}
    if classes & LISTS:
        return Refusal.LIST_OF_CONTACTS
    if classes & MACHINES or (classes & NO_PERSONS and not classes & (PERSON_CLASSES - {"top"})):
        return Refusal.NO_PERSON
    return None


def _summary(record: Record) -> str:
    return excerpt(record.first("dn") or record.first("cn") or (record.odd[0][1] if record.odd else ""))


def _person(record: Record) -> Incoming | Rejected:
    row = Row(Program.ANY, DateOrder.YEAR_FIRST)
    remarks: list[Remark] = []
    for attribute in record.attributes:
        if not _take(row, attribute) and attribute.name not in MEANINGS and attribute.name not in KNOWN:
            said = excerpt(f"{attribute.raw}: {attribute.value}")
            remarks.append(
                Remark(attribute.line, sentence("There is no field for this, kept as it is: {said}", said=said))
            )
    for line, text in record.odd:
        row.keep("unread", 0, text.strip())
        remarks.append(Remark(line, sentence("Not understood, kept as it is: {text}", text=excerpt(text))))
    profile = row.profile(_uid(record))
    if not is_somebody(profile):
        return Rejected(record.line, Refusal.NAMELESS_ROW, _summary(record))
    return Incoming(profile, record.line, tuple(remarks))


def _take(row: Row, attribute: Attribute) -> bool:
    """Take an attribute; False if it was only kept."""
    name, value = attribute.name, attribute.value.strip()
    meaning = MEANINGS.get(name)
    if (name == "objectclass" and value.lower() in PERSON_CLASSES) or name == "changetype":
        return True
    if attribute.octets:
        if meaning and meaning.field is Field.PHOTO and row.take_picture(attribute.octets):
            return True
        value = attribute.octets.hex()
    if not value:
        return True
    if attribute.is_elsewhere or meaning is None:
        row.keep(attribute.raw, 0, value)
        return False
    if name == "labeleduri" and " " in value:  # the address, then what it is called
        row.keep(attribute.raw, 0, value)
        value = value.partition(" ")[0]
    elif meaning.field is Field.ADDRESS:
        value = ", ".join(filter(None, map(str.strip, value.split("$"))))
    return not row.take(attribute.raw, 0, meaning, value)


def _uid(record: Record) -> str:
    """The directory's own identity for the entry, else one made of what it says."""
    own = record.first("entryuuid").strip()
    if _UUID.fullmatch(own):
        return f"urn:uuid:{own.lower()}"
    return identity("\x1f".join(f"{attribute.raw}:{attribute.value}" for attribute in record.attributes))
