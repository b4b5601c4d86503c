"""Import, export, import: the same person, whatever the first card held."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, ContactState, Profile
from otnet_desktop.exchange.vcard.outgoing import write_card
from tests.exchange.vcard.cards import people, profile, there_and_back

NAMES = st.sampled_from(
    ["FN", "N", "NICKNAME", "ORG", "TITLE", "ROLE", "EMAIL", "TEL", "ADR", "URL", "IMPP", "X-SOCIALPROFILE", "LANG",
     "TZ", "SOCIALPROFILE", "CATEGORIES", "NOTE", "BDAY", "UID", "EXPERTISE", "PRONOUNS", "X-FOO", "GENDER", "KIND",
     "REV", "X-ABLabel", "X-ABADR", "ANNIVERSARY", "RELATED", "X-OTNET-NUCC", "fn", "email", "odd"]
)  # fmt: skip
GROUPS = st.sampled_from(["", "", "", "item1.", "item2.", "home."])
PARAMETERS = st.lists(
    st.sampled_from(
        [";TYPE=WORK", ";TYPE=HOME,FAX", ";type=pref", ";PREF=1", ";PREF=2", ";WORK", ";CELL;VOICE", ";X-A=b",
         ';X-Q="a:b;c"', ";LANGUAGE=en", ";VALUE=uri", ";TYPE=odd", ";SERVICE-TYPE=LinkedIn", ";CHARSET=UTF-8",
         ';TYPE="voice,work"', ";ALTID=1", ";LABEL=a^nb"]
    ),
    max_size=3,
).map("".join)  # fmt: skip
VALUES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=40),
    st.text("ab,;\\:nN @/.=\"'é", max_size=24),
    st.sampled_from(
        ["Lee;Ana;;Dr.;OTR/L", "Möller, MSOT;Tom", "a@b.example", "tel:+1-617-555-0100", "https://www.linkedin.com/in/x",
         "19800322", "--0526", "1604-02-02", "1999-01-02T10:00:00Z", "America/New_York", "-0500", "OT,Hand", "A;B;C",
         ";;1 School St;Town;;;", ";;One field;;;;", "_$!<Home>!$_", "Tom Lee, OTR/L", "25:00", ""]
    ),
)  # fmt: skip
LINES = st.builds(
    lambda group, name, params, value: f"{group}{name}{params}:{value}", GROUPS, NAMES, PARAMETERS, VALUES
)


@given(st.lists(LINES, max_size=14))
def test_any_card_survives_export_and_import(lines: list[str]) -> None:
    first = profile("FN:Somebody", *lines)
    assert there_and_back(first) == first


@pytest.mark.parametrize(
    "lines",
    [
        ("FN:Renata Okafor\\, OTR/L", "N:;;;;;;L"),
        ("FN:Ana", "TEL:tel:\t-617-555-0129"),
        ("FN:Ana", "item1.EMAIL;TYPE=home:a@b.example", "item1.X-OTNET-COLUMN;NAME=Extra:said"),
    ],
    ids=["a name of nothing we know", "a blank in a number", "a column in a group"],
)
def test_what_damaged_cards_held_survives(lines: tuple[str, ...]) -> None:
    first = profile(*lines)
    assert there_and_back(first) == first


def test_no_blank_is_left_of_a_link() -> None:
    points = profile("FN:Ana", "EMAIL:mailto: a@b.example", "TEL:tel: +1-617-555-0129").contact_points
    assert [point.value for point in points] == ["a@b.example", "+1-617-555-0129"]


@given(st.lists(LINES, max_size=10))
def test_written_cards_are_legal(lines: list[str]) -> None:
    card = write_card(profile("FN:Somebody", *lines), include_private=True)
    assert card.startswith("BEGIN:VCARD\r\nVERSION:4.0\r\nFN")
    assert card.endswith("\r\nEND:VCARD\r\n")
    for line in card.split("\r\n"):
        assert len(line.encode()) <= 75
        assert "\r" not in line
        assert "\n" not in line


WORDS = (
    st.text("abcdefgéöü '-,;\\\n0123", min_size=1, max_size=20)
    .map(str.strip)
    .filter(lambda text: re.search(r"\w", text))
)
PLACES = st.builds(
    Affiliation,
    organisation=WORDS,
    title=st.one_of(st.just(""), WORDS),
    department=st.one_of(st.just(""), WORDS.filter(lambda text: ";" not in text)),
    setting=st.sampled_from(["", "snf", "school"]),
    since=st.sampled_from([None, date(2020, 2, 29)]),
    until=st.sampled_from([None, date(2024, 1, 31)]),
)
POINTS = st.builds(
    ContactPoint,
    kind=st.sampled_from(ContactKind).filter(lambda kind: kind is not ContactKind.WEBSITE),
    value=WORDS,
    label=st.sampled_from(["", "work", "home fax", "Conference phone", "Other", "voice", "Ward; 3, left"]),
    primary=st.booleans(),
    state=st.sampled_from(ContactState),
)
PROFILES = st.builds(
    Profile,
    given=st.sampled_from(["Ana", "", "Jörg; the first"]),
    family=st.sampled_from(["Lee", "O'Brien", "de la Cruz\\"]),
    middle=st.sampled_from(["", "Mai"]),
    prefix=st.sampled_from(["", "Dr."]),
    suffix=st.sampled_from(["", "Jr.", "III"]),
    credentials=st.sampled_from([(), ("OTR/L",), ("PhD", "OTR/L"), ("certified, in something", "OTR")]),
    nickname=st.sampled_from(["", "Jim, Jimmie"]),
    say_it_like=st.sampled_from(["", "AH-nah"]),
    pronouns=st.sampled_from(["", "she/her"]),
    role=st.sampled_from(["", "clinician"]),
    practice_areas=st.lists(WORDS, max_size=3, unique=True).map(tuple),
    nucc=st.sampled_from([(), ("225X00000X", "225XS0800X")]),
    languages=st.sampled_from([(), ("en", "fr")]),
    zone=st.sampled_from(["", "America/New_York", "UTC"]),
    birthday=st.sampled_from(["", "1990-04-01", "--02-29"]),
    how_met=st.sampled_from(["", "CommunOT"]),
    met_via=st.sampled_from(["", "Evelyn Hart"]),
    event=st.sampled_from(["", "CAOT 2025"]),
    tags=st.lists(WORDS, max_size=3, unique=True).map(tuple),
    contact_points=st.lists(POINTS, max_size=3, unique=True).map(tuple),
    affiliations=st.lists(PLACES, max_size=3, unique=True).map(tuple),
    note=st.one_of(st.just(""), WORDS),
    source=st.sampled_from(["", "LinkedIn"]),
    uid=st.sampled_from(["urn:uuid:5b6a1c1e-0000-4000-8000-000000000029", "abc;1"]),
    foreign=st.sampled_from([(), ("Connected On: 2024-03-05",), ("X-FOO;A=1:b", "Last Name: Lee, X: 1")]),
    photo=st.sampled_from([b"", b"\xff\xd8\xff\xe0 a picture"]),
)


@given(PROFILES)
def test_any_profile_of_ours_survives(first: Profile) -> None:
    assert there_and_back(first) == first


def test_only_the_asked_for_leaves() -> None:
    first = Profile(
        given="Ana",
        note="private",
        how_met="private",
        met_via="private",
        event="private",
        source="private",
        foreign=("also.NOTE:private", "Note column: private", "X-OTNET-UNREAD:private", "NOTE;LANGUAGE=en:private"),
        uid="1",
    )
    assert "private" not in write_card(first)
    assert there_and_back(first).note == "private"


def test_details_go_when_the_value_has_changed() -> None:
    first = profile("FN:Ana Lee", "item1.EMAIL;X-A=1:old@example.org", "item1.X-FOO:hangs on it", "X-BAR:stays")
    assert "item1.EMAIL;X-A=1:old@example.org" in write_card(first)
    changed = replace(first, contact_points=(ContactPoint(ContactKind.EMAIL, "new@example.org"),))
    card = write_card(changed)
    assert "EMAIL:new@example.org" in card
    assert "old@example.org" not in card
    assert "item1" not in card
    assert "X-BAR:stays" in card


def test_photos_are_equal_to_the_byte() -> None:
    photo = bytes(range(256)) * 40
    first = Profile(given="Ana", photo=photo, uid="1")
    assert there_and_back(first).photo == photo
    assert len(people(write_card(first))) == 1
