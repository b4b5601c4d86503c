"""Seven cards with 35 facts that other importers lose: folded, escaped, quoted-printable, without names."""

from __future__ import annotations

from pathlib import Path

import pytest

from otnet_desktop.domain.people import ContactKind, Profile
from otnet_desktop.exchange.report import Incoming
from tests.exchange.vcard.cards import people, there_and_back


@pytest.fixture(scope="module")
def cards() -> list[Profile]:
    read = people(Path(__file__).with_name("torture.vcf").read_bytes())
    assert all(isinstance(person, Incoming) and not person.warnings for person in read)
    return [person.profile for person in read if isinstance(person, Incoming)]


def ways(profile: Profile, kind: ContactKind) -> list[tuple[str, str]]:
    return [(point.value, point.label) for point in profile.contact_points if point.kind is kind]


def test_all_seven_come_in(cards: list[Profile]) -> None:
    assert [card.full_name for card in cards] == [
        "Katherine Nguyen",
        "Siobhán O'Brien",
        "Jörg Müller",
        "Amara Okafor",
        "Tremblay",
        "Maria Santos",
        "info@otconference.example",
    ]


def test_google_folded_and_escaped(cards: list[Profile]) -> None:
    card = cards[0]
    assert card.family == "Nguyen"  # 1
    assert card.given == "Katherine"  # 2
    assert card.middle == "Mai"  # 3
    assert card.prefix == "Dr."  # 4
    assert card.credentials == ("OTR/L",)  # 5
    assert ways(card, ContactKind.EMAIL) == [
        ("k.nguyen@hospital.example", "work"),  # 6
        ("kate@home.example", "home"),  # 7
    ]
    assert ways(card, ContactKind.PHONE) == [
        ("+1 604-555-0101", "cell"),  # 8
        ("+1 604-555-0102", "work"),  # 9
    ]
    assert card.current.organisation == "City Rehab; Neuro"  # 10
    assert card.current.department == "Outpatient"
    assert card.current.title == "Occupational Therapist, Hand Therapy"  # 11
    assert ways(card, ContactKind.LINKEDIN) == [("https://www.linkedin.com/in/knguyen", "")]  # 12
    assert card.tags == ("myContacts", "OT", "Hand therapy")  # 13
    assert card.birthday == "1988-04-12"  # 14
    assert card.note == (
        "Met at CAOT 2025. Likes splinting workshops and said to email in September about shadowing.\n"
        "Second line, with comma."
    )  # 15


def test_apple_groups_and_birthday_without_a_year(cards: list[Profile]) -> None:
    card = cards[1]
    assert (card.given, card.family) == ("Siobhán", "O'Brien")  # 16, 17
    assert ways(card, ContactKind.EMAIL) == [("siobhan@school.example", "work")]  # 18
    assert ways(card, ContactKind.WEBSITE) == [("https://schoolboard.example/ot", "HomePage")]  # 19
    assert ways(card, ContactKind.LINKEDIN) == [("https://www.linkedin.com/in/sob", "")]  # 20
    assert card.birthday == "--05-26"  # 21
    assert card.note == "Pediatrics\nSensory integration"  # 22


def test_android_quoted_printable(cards: list[Profile]) -> None:
    card = cards[2]
    assert (card.given, card.family) == ("Jörg", "Müller")  # 23, 24
    assert ways(card, ContactKind.PHONE) == [("+491701234567", "cell")]  # 25
    assert card.note == "Ergotherapie\nKlinik München"  # 26


def test_version_4(cards: list[Profile]) -> None:
    card = cards[3]
    assert (card.given, card.family) == ("Amara", "Okafor")  # 27
    assert ways(card, ContactKind.PHONE) == [("+44-20-7946-0000", "work")]  # 28
    assert ways(card, ContactKind.EMAIL) == [("amara@nhs.example", "")]  # 29
    assert card.contact_points[1].primary
    assert card.birthday == "--05-26"  # 30


def test_hardly_any_name(cards: list[Profile]) -> None:
    last_only, no_formatted_name, nameless = cards[4:]
    assert (last_only.given, last_only.family) == ("", "Tremblay")  # 31
    assert ways(last_only, ContactKind.EMAIL) == [("tremblay@clinic.example", "")]  # 32
    assert (no_formatted_name.given, no_formatted_name.family) == ("Maria", "Santos")  # 33
    assert ways(no_formatted_name, ContactKind.EMAIL) == [("maria@snf.example", "")]  # 34
    assert ways(nameless, ContactKind.EMAIL) == [("info@otconference.example", "")]  # 35


def test_export_and_import_give_the_same_people(cards: list[Profile]) -> None:
    assert [there_and_back(card) for card in cards] == cards
