"""Cards of version 3.0: what they write otherwise, and that nothing is lost by it."""

from __future__ import annotations

import base64
import importlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.people import ContactKind, ContactPoint, Profile
from otnet_desktop.exchange.vcard.heads import Heads
from otnet_desktop.exchange.vcard.outgoing import Version, write_card
from otnet_desktop.exchange.vcard.version3 import as_version_3
from tests.exchange.vcard.cards import profile, there_and_back
from tests.exchange.vcard.test_round_trip import LINES, PROFILES

PHOTO = b"\xff\xd8\xff\xe0 a picture"


@pytest.mark.parametrize(
    ("four", "three"),
    [
        ("TEL;TYPE=work;PREF=1:02", "TEL;TYPE=work;TYPE=pref:02"),
        ("TEL;VALUE=uri:tel:+1-617-555-0100", "TEL:+1-617-555-0100"),
        ("TEL;VALUE=uri:tel:+1617;ext=5", "TEL:+1617\\;ext=5"),
        ("BDAY:19880412", "BDAY:1988-04-12"),
        ("BDAY:--0526", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-26"),
        ("BDAY:circa 1960", "BDAY:circa 1960"),
        ("item1.GEO:geo:37.3,-122.1", "item1.GEO:37.3;-122.1"),
        ("TZ:Europe/Berlin", "TZ;VALUE=text:Europe/Berlin"),
        ("PHOTO:https://example.com/a.jpg", "PHOTO;VALUE=uri:https://example.com/a.jpg"),
        ("SOUND:data:audio/ogg;base64,AAAA", "SOUND;TYPE=OGG;ENCODING=b:AAAA"),
        ("KEY:data:text/plain;base64,AAAA", "KEY;TYPE=text/plain;ENCODING=b:AAAA"),
        (
            "SOCIALPROFILE;SERVICE-TYPE=LinkedIn:https://x",
            "X-SOCIALPROFILE;TYPE=linkedin;SERVICE-TYPE=LinkedIn:https://x",
        ),
        ('X-FOO;X-A="a:b;c":d:e', 'X-FOO;X-A="a:b;c":d:e'),
        ("X-FOO;type=a;x-a=b:c", "X-FOO;type=a;x-a=b:c"),
        ("CATEGORIES:a,b", "CATEGORIES:a,b"),
    ],
)
def test_what_3_0_writes_otherwise(four: str, three: str) -> None:
    assert as_version_3(four, Heads()) == three


def test_somebody_without_a_name_has_an_n_line() -> None:
    lines = write_card(Profile(display="Reception"), Version.THREE).split("\r\n")
    assert lines[:3] == ["BEGIN:VCARD", "VERSION:3.0", "FN:Reception"]
    assert "N:;;;;" in lines


def test_another_program_reads_it() -> None:
    whole = Profile(
        given="Ana",
        family="Möller",
        birthday="1988-04-12",
        contact_points=(
            ContactPoint(ContactKind.PHONE, "+1 617 555 0100", "work", primary=True),
            ContactPoint(ContactKind.EMAIL, "ana@clinic.example"),
        ),
        photo=PHOTO,
    )
    card = importlib.import_module("vobject").readOne(write_card(whole, Version.THREE))
    assert (card.version.value, card.n.value.family, card.bday.value) == ("3.0", "Möller", "1988-04-12")
    assert (card.tel.value, [kind.lower() for kind in card.tel.params["TYPE"]][-1]) == ("+1 617 555 0100", "pref")
    assert card.email.value == "ana@clinic.example"
    assert card.photo.value == PHOTO
    assert base64.b64encode(PHOTO).decode() in write_card(whole, Version.THREE)


@given(PROFILES)
def test_any_profile_of_ours_survives(first: Profile) -> None:
    assert there_and_back(first, Version.THREE) == first


def test_a_line_that_3_0_has_as_well_stays_to_the_letter() -> None:
    first = profile("FN:Ana", "X-SOCIALPROFILE;type=linkedin;x-user=ana:https://x.example/in/ana", "TEL;type=VOICE:02")
    assert there_and_back(first, Version.THREE) == first


@given(st.lists(LINES, max_size=12))
def test_any_card_survives(lines: list[str]) -> None:
    first = profile("FN:Somebody", *lines)
    once = there_and_back(first, Version.THREE)
    assert replace(once, foreign=()) == replace(first, foreign=())
    assert there_and_back(once, Version.THREE) == once


def test_which_of_several_keys_is_to_be_used_first_is_still_known() -> None:
    first = profile("FN:Ana", "item1.KEY;PREF=1:data:application/pgp-keys;base64,AAAA")
    assert there_and_back(first, Version.THREE) == first
