"""Cards of some twenty other programs: every one accounted for, and unchanged by export and import."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import astuple, fields
from pathlib import Path

import pytest

from otnet_desktop.domain.people import Affiliation, ContactPoint, Profile
from otnet_desktop.exchange.report import Incoming
from otnet_desktop.exchange.vcard.card import Card, Ending
from otnet_desktop.exchange.vcard.incoming import read_person
from tests.exchange.vcard.cards import items, there_and_back

FOLDERS = {
    "ccs-caldavtester-vcf": 171,
    "comm-central": 21,
    "ez-vcard": 26,
    "icloud2google": 4,
    "nuovo-vcard": 3,
    "obsidian-vcf": 32,
    "py-vobject": 1,
    "sabre-vobject": 2,
}
"""Folder and number of BEGIN:VCARD lines in it."""


def cards_in(folder: Path) -> Iterator[Card]:
    for path in sorted(folder.rglob("*.vcf")):
        yield from (item for item in items(path.read_bytes()) if isinstance(item, Card))


def begins_in(folder: Path) -> int:
    files = [path.read_bytes().replace(b"\r", b"\n") for path in folder.rglob("*.vcf")]
    return sum(line.strip().upper() == b"BEGIN:VCARD" for data in files for line in data.split(b"\n"))


@pytest.mark.parametrize("name", FOLDERS)
def test_every_card_is_accounted_for(corpora: Path, name: str) -> None:
    cards = list(cards_in(corpora / name))
    assert sum(1 + card.embedded for card in cards) == begins_in(corpora / name) == FOLDERS[name]


@pytest.mark.parametrize("name", FOLDERS)
def test_whole_cards_come_in_and_survive_export(corpora: Path, name: str) -> None:
    for card in cards_in(corpora / name):
        person = read_person(card)
        if card.ending is Ending.PROPER:
            assert isinstance(person, Incoming), f"card at line {card.line}: {person}"
            assert there_and_back(person.profile) == person.profile


@pytest.mark.parametrize("name", FOLDERS)
def test_every_value_is_in_a_field_or_in_a_kept_line(corpora: Path, name: str) -> None:
    """Nothing may vanish: the letters and digits of each value are found again somewhere in the profile."""
    for card in cards_in(corpora / name):
        person = read_person(card)
        if not isinstance(person, Incoming):
            continue
        found = letters(everything_said(person.profile))
        for content in card.properties:
            if content.head.name in {"VERSION", "PHOTO", "LOGO", "SOUND", "KEY", "AGENT", "BDAY"}:
                continue
            value = content.value.replace("tel:", "").replace("mailto:", "")
            for piece in re.split(r"\\[nN]|[;,]|_\$!<|>!\$_", value):
                assert letters(piece) in found, f"{content.text!r} is lost"


def everything_said(profile: Profile) -> str:
    texts = [profile.full_name]
    for field in fields(profile):
        value = getattr(profile, field.name)
        for item in value if isinstance(value, tuple) else (value,):
            parts = astuple(item) if isinstance(item, (ContactPoint, Affiliation)) else (item,)
            texts += [str(part) for part in parts]
    return "\n".join(texts)


def letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
