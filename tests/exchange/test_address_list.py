"""Lists of addresses as people copy them."""

from __future__ import annotations

import io

import pytest

from otnet_desktop.exchange.reading import read_people
from otnet_desktop.exchange.recognise import FileFormat, recognise
from otnet_desktop.exchange.report import Incoming, Refusal, Rejected


def told(text: str, encoding: str = "utf-8") -> list[tuple[str, str]]:
    entries = list(read_people(io.BytesIO(text.encode(encoding))))
    assert all(isinstance(entry, Incoming) for entry in entries), entries
    people = [entry.profile for entry in entries if isinstance(entry, Incoming)]
    return [(person.full_name, person.contact_points[0].value) for person in people]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Lee <ana@mill.example>", "Ana Lee"),
        ('"Lee, Ana" <ana@mill.example>', "Ana Lee"),
        ("Lee, Ana <ana@mill.example>;", "Ana Lee"),
        ('"Ana \\"Annie\\" Lee" <ana@mill.example>', 'Ana "Annie" Lee'),
        ("ana@mill.example (Ana Lee)", "Ana Lee"),
        ("ana@mill.example <ana@mill.example>", "ana@mill.example"),
        ("'ana@mill.example' <ana@mill.example>", "ana@mill.example"),
        ("<ana@mill.example>", "ana@mill.example"),
        ("Ana Lee <mailto:ana@mill.example>", "Ana Lee"),
        ("To: Ana Lee <ana@mill.example>", "Ana Lee"),
        ("An: Ana Lee <ana@mill.example>", "Ana Lee"),
        ("=?utf-8?q?J=C3=B6rg?= Lee <ana@mill.example>", "Jörg Lee"),
        ("=?nothing?x?=?= Lee <ana@mill.example>", "=?nothing?x?=?= Lee"),
        ("alias ana Ana Lee <ana@mill.example>", "Ana Lee"),
        ("alias -group ot ana ana@mill.example (Ana Lee)", "Ana Lee"),
    ],
)
def test_one_of_a_list(text: str, name: str) -> None:
    assert told(text) == [(name, "ana@mill.example")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_line_of_several(encoding: str) -> None:
    text = 'Ana Lee <ana@x.example>, "Ito, Ben" <ben@x.example>; cleo@x.example,\r\n Dörte Öz <dö@x.example>\r\n'
    names = ["Ana Lee", "Ben Ito", "cleo@x.example", "Dörte Öz"]
    assert [name for name, _ in told(text, encoding)] == names


@pytest.mark.parametrize(
    "text",
    [
        "o'brien@x.example",
        "Pat O'Brien <o'brien@x.example>",
        "'o'brien@x.example' <o'brien@x.example>",
        "'o'brien@x.example'",
        "<'o'brien@x.example'>",
    ],
)
def test_an_apostrophe_inside_an_address_and_around_it(text: str) -> None:
    found = told(f"Ana Lee <ana@x.example>; {text}; 'ben@x.example'")
    assert [address for _, address in found] == ["ana@x.example", "o'brien@x.example", "ben@x.example"]


@pytest.mark.parametrize("text", ["o'@x.example", "'ana@x.example", "o''brien@x.example", "ana@o'brien.example"])
def test_an_apostrophe_elsewhere_is_no_part_of_an_address(text: str) -> None:
    assert list(read_people(io.BytesIO(text.encode()), FileFormat.ADDRESSES)) == [Rejected(1, Refusal.NO_ADDRESS, text)]


def test_letters_after_a_name_and_the_name_of_an_alias() -> None:
    (entry,) = read_people(io.BytesIO(b'alias al "Lee, Ana, OTR/L" <ana@x.example>'))
    assert isinstance(entry, Incoming)
    assert (entry.profile.family, entry.profile.credentials, entry.profile.nickname) == ("Lee", ("OTR/L",), "al")


def test_what_is_no_address_is_refused_with_its_line() -> None:
    text = "Ana Lee <ana@x.example>\n" * 3000 + "ben@x.example, Ben from the Mill\n\nalias us ana, ben\n"
    found = [entry for entry in read_people(io.BytesIO(text.encode())) if isinstance(entry, Rejected)]
    assert found == [
        Rejected(3001, Refusal.NO_ADDRESS, "Ben from the Mill"),
        Rejected(3003, Refusal.LIST_OF_CONTACTS, "ana, ben"),
    ]


def test_the_same_entry_is_the_same_person() -> None:
    first, again, other = read_people(io.BytesIO(b"Ana <ana@x.example>\nAna <ANA@x.example>\nBen <ana@x.example>\n"))
    assert isinstance(first, Incoming)
    assert isinstance(again, Incoming)
    assert isinstance(other, Incoming)
    assert first.profile.uid == again.profile.uid != other.profile.uid


@pytest.mark.parametrize("made", ["a", "<", '"', "a@", " ", "'", "a'", "'a", "a'@"])
def test_megabytes_that_are_no_list_are_left_in_no_time(made: str) -> None:
    made *= 3_000_000 // len(made)
    assert recognise(io.BytesIO(made.encode())) is not FileFormat.ADDRESSES
    assert len(list(read_people(io.BytesIO(made.encode()), FileFormat.ADDRESSES))) == 1
