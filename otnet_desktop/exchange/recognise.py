"""Which kind of file it is, found from what it holds and never from its name."""

from __future__ import annotations

import re
import zipfile
from enum import StrEnum
from typing import BinaryIO

from otnet_desktop.exchange.address_list import is_address_list
from otnet_desktop.exchange.report import Refusal
from otnet_desktop.exchange.text import encoding_of, mend, split_lines

HEAD = 1 << 16
"""Bytes looked at."""

ARCHIVE_MARK = "otnet-archive.json"
"""The member by which our own archive is known."""


class FileFormat(StrEnum):
    """Kinds of files somebody may choose."""

    VCARD = "vcard"
    LINKEDIN_CSV = "linkedin-csv"
    GOOGLE_CSV = "google-csv"
    OUTLOOK_CSV = "outlook-csv"
    THUNDERBIRD_CSV = "thunderbird-csv"
    OTNET_CSV = "otnet-csv"
    CSV = "csv"
    LDIF = "ldif"
    ADDRESSES = "addresses"
    CALENDAR = "ics"
    ARCHIVE = "archive"
    ZIP = "zip"
    SPREADSHEET = "spreadsheet"
    PICTURE = "picture"
    PDF = "pdf"
    WEB_PAGE = "html"
    JSON = "json"
    XML = "xml"
    EMPTY = "empty"
    UNKNOWN = "unknown"


REFUSALS = {
    FileFormat.CALENDAR: Refusal.CALENDAR,
    FileFormat.ZIP: Refusal.ZIP,
    FileFormat.SPREADSHEET: Refusal.SPREADSHEET,
    FileFormat.PICTURE: Refusal.PICTURE,
    FileFormat.PDF: Refusal.PDF,
    FileFormat.WEB_PAGE: Refusal.WEB_PAGE,
    FileFormat.JSON: Refusal.JSON,
    FileFormat.XML: Refusal.XML,
    FileFormat.EMPTY: Refusal.EMPTY_FILE,
    FileFormat.UNKNOWN: Refusal.NOT_CONTACTS,
}
"""Formats that cannot be read as contacts, and why; every other can, an archive of ours by ``services`` alone.

A calendar can be watched (``services`` as well).
"""

TABLES = frozenset(
    {FileFormat.LINKEDIN_CSV, FileFormat.GOOGLE_CSV, FileFormat.OUTLOOK_CSV, FileFormat.THUNDERBIRD_CSV,
     FileFormat.OTNET_CSV, FileFormat.CSV}
)  # fmt: skip
"""Tables, which all are read in the same way."""

_OF_PROGRAMS = TABLES - {FileFormat.CSV}
"""Known by their header: a line of a card or of a directory further down stands in one of their cells."""

_SIGNATURES = (
    (b"%PDF-", FileFormat.PDF),
    (b"\xff\xd8\xff", FileFormat.PICTURE),
    (b"\x89PNG\r\n", FileFormat.PICTURE),
    (b"GIF8", FileFormat.PICTURE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileFormat.SPREADSHEET),
)
_HEIC = re.compile(rb"....ftyp(?:heic|heix|mif1|avif)", re.DOTALL)
_TEXTS = (
    (re.compile(r"^[\s\ufeff]*BEGIN:VCARD[ \t]*$", re.IGNORECASE | re.MULTILINE), FileFormat.VCARD),
    (re.compile(r"^\s*BEGIN:VCALENDAR[ \t]*$", re.IGNORECASE | re.MULTILINE), FileFormat.CALENDAR),
    (re.compile(r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL), None),
    (re.compile(r"\s*<(?:\?xml|vcards\b)", re.IGNORECASE), FileFormat.XML),
    (re.compile(r'\s*(?:\{\s*"|\[\s*(?:"|\{|\[))'), FileFormat.JSON),
    (re.compile(r"^dn::? ?\S", re.IGNORECASE | re.MULTILINE), FileFormat.LDIF),
)


def recognise(stream: BinaryIO) -> FileFormat:
    """The format of a file; the stream must be seekable and is left at its start."""
    head = stream.read(HEAD)
    stream.seek(0)
    if not head.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        return FileFormat.EMPTY
    if head.startswith(b"PK\x03\x04"):
        found = _inside_zip(stream)
        stream.seek(0)
        return found
    for signature, file_format in _SIGNATURES:
        if head.startswith(signature):
            return file_format
    if _HEIC.match(head) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return FileFormat.PICTURE
    text = "\n".join(split_lines(_start_of_text(head)))
    told, start = _recognise_text(text, is_whole=len(head) < HEAD)
    if told and not text[:start].strip("\ufeff \n"):
        return told
    table = _recognise_table(head)
    return told if told and table not in _OF_PROGRAMS else table


def _start_of_text(head: bytes) -> str:
    encoding = encoding_of(head)
    if encoding == "utf-8":
        try:
            return head.decode("utf-8")
        except UnicodeDecodeError as trouble:
            cut_in_character = trouble.start > len(head) - 4
            return head[: trouble.start].decode("utf-8") if cut_in_character else mend(head)
    return head.decode(encoding, errors="replace").lstrip("\ufeff")


def _recognise_text(text: str, *, is_whole: bool) -> tuple[FileFormat | None, int]:
    """The format, and where what tells it begins."""
    for pattern, file_format in _TEXTS:
        found = pattern.search(text) if pattern.flags & re.MULTILINE else pattern.match(text)
        if found:
            return file_format or FileFormat.WEB_PAGE, found.start()
    lines = text.removeprefix("\ufeff").split("\n")
    if not is_whole:  # the last one goes on; of one long line, that is its last address
        lines = lines[:-1] or [re.split(r"[,;][^,;]*$", text)[0]]
    if is_address_list(lines):
        return FileFormat.ADDRESSES, 0
    return None, 0


def _recognise_table(head: bytes) -> FileFormat:
    from otnet_desktop.exchange.columns.layout import lay_out
    from otnet_desktop.exchange.columns.sheet import find_sheet

    sheet = find_sheet(head)
    return FileFormat(lay_out(sheet).program.value) if sheet else FileFormat.UNKNOWN


def _inside_zip(stream: BinaryIO) -> FileFormat:
    try:
        with zipfile.ZipFile(stream) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return FileFormat.ZIP
    if ARCHIVE_MARK in names:
        return FileFormat.ARCHIVE
    if any(name.startswith(("xl/", "word/")) for name in names) or "content.xml" in names:
        return FileFormat.SPREADSHEET
    return FileFormat.ZIP
