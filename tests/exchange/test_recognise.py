"""Which file it is, and what is said about those that cannot be read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from otnet_desktop.exchange.reading import read_people
from otnet_desktop.exchange.recognise import REFUSALS, TABLES, FileFormat, recognise
from otnet_desktop.exchange.report import FileReport, Rejected, Remark


def kind(data: bytes) -> FileFormat:
    return recognise(io.BytesIO(data))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("contact_v3.vcf", FileFormat.VCARD),
        ("contact_v4.vcf", FileFormat.VCARD),
        ("ios.vcf", FileFormat.VCARD),
        ("outlook21.vcf", FileFormat.VCARD),
        ("linkedin_connections.csv", FileFormat.LINKEDIN_CSV),
        ("linkedin_connections_de.csv", FileFormat.LINKEDIN_CSV),
        ("google_new.csv", FileFormat.GOOGLE_CSV),
        ("google_old.csv", FileFormat.GOOGLE_CSV),
        ("outlook_classic.csv", FileFormat.OUTLOOK_CSV),
        ("outlook_com.csv", FileFormat.OUTLOOK_CSV),
        ("meeting_publish.ics", FileFormat.CALENDAR),
    ],
)
def test_golden_files(golden: Path, name: str, expected: FileFormat) -> None:
    assert kind((golden / name).read_bytes()) is expected


def zipped(*names: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", FileFormat.EMPTY),
        (b"\xef\xbb\xbf \r\n", FileFormat.EMPTY),
        (b"\xff\xd8\xff\xe0BEGIN:VCARD\n", FileFormat.PICTURE),
        (b"\x89PNG\r\n\x1a\n", FileFormat.PICTURE),
        (b"\0\0\0\x18ftypheic", FileFormat.PICTURE),
        (b"%PDF-1.7", FileFormat.PDF),
        (b"<!DOCTYPE html><title>Sign in</title>", FileFormat.WEB_PAGE),
        (b"  <!-- x -->\n<html>", FileFormat.WEB_PAGE),
        (b"<?xml version='1.0'?><vcards/>", FileFormat.XML),
        (b'["vcard", []]', FileFormat.JSON),
        (b"Ana Lee <ana@mill.example>\n", FileFormat.ADDRESSES),
        (b"ana@mill.example", FileFormat.ADDRESSES),
        (b"Ana Lee <ana@mill.example>\n" * 3000 + b"Ben Ito <ben", FileFormat.ADDRESSES),
        (b"Ana Lee <ana@mill.example>, " * 3000, FileFormat.ADDRESSES),
        (b"Name,Email\nAna Lee,ana@mill.example\n", FileFormat.CSV),
        (b"Ana Lee,ana@mill.example\nBen Ito,ben@mill.example\n", FileFormat.CSV),
        (b"Dear Ana,\nBen <ben@mill.example>\n", FileFormat.UNKNOWN),
        (b"Ana, who sees to everybody here and much more, has <ana@mill.example>\n", FileFormat.CSV),
        (b"# nobody yet\n", FileFormat.UNKNOWN),
        (b"dn: cn=Ana\ncn: Ana\n", FileFormat.LDIF),
        (b"a;b;c\n1;2;3\n", FileFormat.CSV),
        (b"First Name,Last Name,E-mail Address,Clinic\nAna,Lee,a@b.example,Mill\n", FileFormat.CSV),
        (b"Name,OTnet ID\nAna Lee,urn:uuid:1\n", FileFormat.OTNET_CSV),
        (b"sep=;\nVorname;Nachname;E-Mail-Adresse\nAna;Lee;a@b.example\n", FileFormat.CSV),
        (b"Display Name\tPrimary Email\nAna Lee\tana@b.example\n", FileFormat.THUNDERBIRD_CSV),
        (b"Dear diary,\nthis is a letter.\n", FileFormat.UNKNOWN),
        (bytes(range(1, 256)), FileFormat.UNKNOWN),
        (zipped("Connections.csv"), FileFormat.ZIP),
        (zipped("xl/workbook.xml"), FileFormat.SPREADSHEET),
        (zipped("otnet-archive.json"), FileFormat.ARCHIVE),
        (b"PK\x03\x04 broken", FileFormat.ZIP),
        ("BEGIN:VCARD\r\nFN:ü".encode("utf-16"), FileFormat.VCARD),
        (b"X-Mail: header\r\n\r\nbegin:vcard \r\n", FileFormat.VCARD),
        ("é".encode() * 40_000 + b"\n", FileFormat.UNKNOWN),
    ],
)
def test_by_content(data: bytes, expected: FileFormat) -> None:
    assert kind(data) is expected


@pytest.mark.parametrize("line", ["dn: cn=Ana", "BEGIN:VCARD", "BEGIN:VCALENDAR"])
def test_a_table_stays_one_whatever_stands_in_its_cells(line: str) -> None:
    assert kind(f'Name,OTnet ID,Other\nAna Lee,urn:uuid:1,"a: b\n{line}\n"\n'.encode()) is FileFormat.OTNET_CSV
    assert kind(f"Dear Ana,\nhere they are\n{line}\n".encode()) not in TABLES


def test_every_format_is_read_or_refused_with_advice() -> None:
    assert set(FileFormat) - set(REFUSALS) == {
        *(FileFormat.VCARD, FileFormat.LDIF, FileFormat.ADDRESSES, FileFormat.ARCHIVE),
        *TABLES,
    }
    for refusal in REFUSALS.values():
        assert refusal.endswith(".")


def test_a_refused_file_counts_as_one_entry() -> None:
    (entry,) = read_people(io.BytesIO(b"%PDF-1.7"))
    assert isinstance(entry, Rejected)
    report = FileReport("x.pdf", "pdf", rejected=[entry], warnings=[Remark(3, "odd")])
    report.created = 2
    assert report.as_json() == {
        "path": "x.pdf",
        "format": "pdf",
        "read": 3,
        "created": 2,
        "updated": 0,
        "unchanged": 0,
        "unclear": 0,
        "rejected": [{"line": 1, "reason": REFUSALS[FileFormat.PDF], "text": ""}],
        "warnings": [{"line": 3, "text": "odd"}],
    }


@pytest.mark.parametrize("data", [b"BEGIN:VCARD", b"First Name,Last Name,Connected On\n", b"BEGIN:VCARD\nEND:VCARD\n"])
def test_nothing_is_never_a_success(data: bytes) -> None:
    assert any(isinstance(entry, Rejected) for entry in read_people(io.BytesIO(data)))


def test_a_wrong_format_asked_for_is_refused() -> None:
    found = list(read_people(io.BytesIO(b"%PDF-1.7\n"), FileFormat.VCARD))
    assert isinstance(found[-1], Rejected)
    assert isinstance(next(read_people(io.BytesIO(b"hello"), FileFormat.LINKEDIN_CSV)), Rejected)
