"""Thunderbird's address book, with and without its header."""

from __future__ import annotations

from pathlib import Path

import pytest

from otnet_desktop.domain.people import ContactKind
from otnet_desktop.exchange.reading import read_people
from otnet_desktop.exchange.report import Incoming, Rejected
from tests.exchange.columns.reading import people, person


def test_a_birthday_in_three_columns() -> None:
    header = "Display Name,Primary Email,Birth Year,Birth Month,Birth Day"
    assert person(f"{header}\nAna Lee,a@b.example,1984,5,6\n").birthday == "1984-05-06"
    assert person(f"{header}\nAna Lee,a@b.example,,5,6\n").birthday == "--05-06"
    only_year = person(f"{header}\nAna Lee,a@b.example,1984,,\n")
    assert (only_year.birthday, only_year.foreign) == ("", ("Birth Year: 1984",))


def test_own_columns_are_kept_with_their_line_breaks() -> None:
    assert person('Display Name,Primary Email,Custom 1\nAna Lee,a@b.example,"one\ntwo"\n').foreign == (
        "Custom 1: one\ntwo",
    )


def test_the_older_order_without_a_header() -> None:
    row = ["Ana", "Lee", "Ana Lee", "", "a@b.example", "", "+1 555 0101", *[""] * 28, "Met twice", ""]
    profile = person(",".join(row) + "\n")
    assert profile.reach(ContactKind.PHONE) is not None
    assert profile.note == "Met twice"


def test_files_of_its_own_tests(corpora: Path) -> None:
    folder = corpora / "comm-central" / "mailnews" / "import" / "test" / "unit" / "resources"
    names = {file.name: [p.full_name for p in people(file.read_bytes())] for file in folder.glob("*.csv")}
    assert names["basic_csv_addressbook.csv"] == names["csv_semicolon.csv"] == ["John Doe", "Jane Doe"]
    assert names["csv_no_header.csv"] == ["John Doe", "Jane Doe"]
    assert names["utf16_addressbook.csv"] == ["John Doe"]
    assert names["shiftjis_addressbook.csv"] == ["名無しの権兵衛"]
    assert names["quote.csv"] == ["Acer America"]


@pytest.mark.parametrize("kind", ["csv", "ldif"])
def test_the_same_people_from_the_table_and_from_the_directory(corpora: Path, kind: str) -> None:
    file = corpora / "comm-central" / "mailnews" / "addrbook" / "test" / "unit" / "data" / f"export.{kind}"
    with file.open("rb") as stream:
        found = list(read_people(stream))
    profiles = [entry.profile for entry in found if isinstance(entry, Incoming)]
    assert [(p.given, p.family, p.display) for p in profiles] == [
        ("contact", "one", "contact number one"),
        ("contact", "two", "contact number two"),
    ]
    assert profiles[1].note == "here's some unicode text…"
    assert sum(isinstance(entry, Rejected) for entry in found) == (kind == "ldif")
