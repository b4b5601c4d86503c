"""Google Contacts, old and new."""

from __future__ import annotations

import base64
from pathlib import Path

from otnet_desktop.domain.duplicates.ways import fold_phone
from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, Profile
from otnet_desktop.exchange.google_out import google_header, google_record
from otnet_desktop.exchange.reading import read_people
from otnet_desktop.exchange.report import Incoming, Rejected
from otnet_desktop.exchange.table import table_of
from tests.exchange.columns.reading import entries, people, person

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def test_the_new_header(golden: Path) -> None:
    hana, maria, number = people((golden / "google_new.csv").read_bytes())
    assert (hana.given, hana.family, hana.credentials) == ("Hana", "Kobayashi", ("OTD", "OTR/L"))
    assert hana.contact_points[:2] == (
        ContactPoint(ContactKind.EMAIL, "hana.kobayashi@larchmontusd.example.org", "work", primary=True),
        ContactPoint(ContactKind.EMAIL, "hana@example.com", "work"),
    )
    assert hana.contact_points[2].label == "cell"
    assert hana.affiliations == (Affiliation("Larchmont Unified School District", "School OT"),)
    assert hana.note == 'Line one\nline "two", with comma'
    assert hana.tags == ("OT conference",)
    assert hana.foreign == ("Labels: * myContacts",)
    assert (maria.given, maria.full_name) == ("", "maria@example.com")
    assert number.full_name == "555-0134"


def test_the_old_header_in_utf_16(golden: Path) -> None:
    hana = person((golden / "google_old.csv").read_bytes())
    assert hana.display == ""
    assert hana.tags == ("OT", "Starred")
    assert hana.foreign == ("Group Membership: * My Contacts ::: * Starred",)
    assert hana.current.title == "School OT"


def test_several_places_keep_their_titles() -> None:
    header = ",".join(f"Organization {n} - {part}" for n in (1, 2) for part in ("Name", "Title", "Department"))
    profile = person(f"Name,{header}\nAna Lee,Mill Clinic,Therapist,Hands,,Lecturer,\n")
    assert profile.affiliations == (Affiliation("Mill Clinic", "Therapist", "Hands"), Affiliation("", "Lecturer"))


def test_what_our_own_export_put_into_custom_fields_goes_back() -> None:
    whole = Profile(
        given="Ana",
        family="Lee",
        pronouns="they",
        say_it_like="AH-na",
        role="Therapist",
        practice_areas=("hands", "stroke"),
        how_met="=at a fair",
        met_via="p-1",
        nucc=("225X00000X",),
        contact_points=(
            ContactPoint(ContactKind.PHONE, "+1 555 0101", "cell"),
            ContactPoint(ContactKind.LINKEDIN, "https://www.linkedin.com/in/ana-lee"),
        ),
        uid="urn:uuid:6fa459ea-ee8a-3ca4-894e-db77e160355e",
        foreign=("Spouse: Robin", "X-FOO;TYPE=bar:baz"),
    )
    record = google_record(whole, private=True)
    back = person("".join(table_of(google_header([record]), [record], guard=False)))
    assert back == whole


def test_relations_events_and_own_fields_are_kept() -> None:
    header = "Name,Relation 1 - Label,Relation 1 - Value,Event 1 - Label,Event 1 - Value,Custom Field 1 - Value"
    profile = person(f"{header}\nAna Lee,Spouse,Robin,Anniversary,2001-05-05,blue\n")
    assert profile.foreign == (
        "Relation 1 - Label: Spouse",
        "Relation 1 - Value: Robin",
        "Event 1 - Label: Anniversary",
        "Event 1 - Value: 2001-05-05",
        "Custom Field 1 - Value: blue",
    )


def test_an_address_in_whole_is_one_text_and_its_parts_are_not_told_twice() -> None:
    header = "Name,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City"
    profile = person(f'{header}\nAna Lee,* Home,"Mill Road 3\nOslo",Mill Road 3,Oslo\n')
    assert profile.contact_points == (ContactPoint(ContactKind.ADDRESS, "Mill Road 3\nOslo", "home", primary=True),)


def test_a_picture_in_the_file_comes_in_and_an_address_of_one_is_only_kept() -> None:
    inside = person(f"Name,Photo,Group Membership\nAna Lee,{base64.b64encode(PNG).decode()},\n")
    assert (inside.photo, inside.foreign) == (PNG, ())
    elsewhere = person("Name,Photo,Group Membership\nAna Lee,https://photos.example/ana.png,\n")
    assert (elsewhere.photo, elsewhere.foreign) == (b"", ("Photo: https://photos.example/ana.png",))


def test_how_a_name_is_said_is_told_and_its_parts_are_kept() -> None:
    header = "First Name,Last Name,Phonetic First Name,Phonetic Last Name,Labels,E-mail 1 - Value"
    profile = person(f"{header}\n花子,山田,はなこ,やまだ,,h@mill.example\n")
    assert profile.say_it_like == "はなこ やまだ"
    assert profile.foreign == ("Phonetic First Name: はなこ", "Phonetic Last Name: やまだ")


def test_a_row_about_nobody_is_refused() -> None:
    (entry,) = entries("Name,Notes,E-mail 1 - Value,Group Membership\n,only a note,,* myContacts\n")
    assert isinstance(entry, Rejected)
    assert entry.text == "only a note, * myContacts"


def test_the_same_people_from_the_table_and_from_the_cards(corpora: Path) -> None:
    folder = corpora / "icloud2google"
    with (folder / "contacts.vcf").open("rb") as stream:
        cards = [entry.profile for entry in read_people(stream) if isinstance(entry, Incoming)]
    table = people((folder / "converted_contact.csv").read_bytes())
    assert [profile.given for profile in table] == [profile.given for profile in cards]
    for one, other in zip(table, cards, strict=True):
        assert [fold_phone(p.value) for p in one.contact_points] == [fold_phone(p.value) for p in other.contact_points]


def test_a_birthday_without_a_year_and_two_ways_to_spell_a_name(corpora: Path) -> None:
    profile = person((corpora / "icloud2google" / "contacts.csv").read_bytes())
    assert (profile.birthday, profile.display, profile.say_it_like) == ("--04-22", "二狗王", "Ergou Wang")
    assert len(profile.contact_points) == 10


def test_an_address_told_in_whole_and_in_parts_is_told_once() -> None:
    header = "Name,Group Membership,Address 1 - Formatted,Address 1 - Street,Address 1 - Region,Address 1 - Country"
    profile = person(f'{header}\nAna,,"1 Main St\nTown",1 Main St,MA,US\n')
    assert [point.value for point in profile.contact_points] == ["1 Main St Town, MA, US"]
