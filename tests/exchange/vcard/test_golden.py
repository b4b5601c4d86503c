"""Small cards in the form each program writes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, Profile
from otnet_desktop.exchange.report import Incoming
from otnet_desktop.exchange.vcard.outgoing import write_card
from tests.exchange.vcard.cards import people, profile, there_and_back


def read(path: Path) -> Profile:
    (person,) = people(path.read_bytes())
    assert isinstance(person, Incoming)
    return person.profile


def test_version_4(golden: Path) -> None:
    nina = read(golden / "contact_v4.vcf")
    assert nina.full_name == "Nina Petrova"
    assert nina.credentials == ("PhD", "OTR/L")
    assert nina.pronouns == "she/her"
    assert nina.role == "researcher"
    assert nina.zone == "America/New_York"
    assert nina.practice_areas == ("Stroke self-management",)
    assert nina.tags == ("OT", "Research", "Rehabilitation & Disability")
    assert nina.nucc == ("225X00000X",)
    assert nina.uid == "urn:uuid:5b6a1c1e-0000-4000-8000-000000000029"
    assert nina.current == Affiliation(
        "Harbor State University", "Director of research", "Department of Occupational Therapy"
    )
    assert [(point.kind, point.value, point.label, point.primary) for point in nina.contact_points] == [
        (ContactKind.EMAIL, "nina.petrova@harborstate.example.org", "work", True),
        (ContactKind.PHONE, "+1-617-555-0129", "work", False),
        (ContactKind.ADDRESS, "Portwell, MA, United States", "work", False),
        (ContactKind.LINKEDIN, "https://www.example.com/in/nina-petrova", "", False),
        (ContactKind.WEBSITE, "https://harborstate.example.org/people/npetrova", "work", False),
    ]
    written = write_card(nina, include_private=True).replace("\r\n ", "").split("\r\n")
    original = (golden / "contact_v4.vcf").read_bytes().decode().replace("\r\n ", "").split("\r\n")
    same = {'TEL;TYPE="work,voice";VALUE=uri:tel:+1-617-555-0129': "TEL;TYPE=work,voice;VALUE=uri:tel:+1-617-555-0129"}
    assert {same.get(line, line) for line in original} == set(written)


def test_outlook_and_apple(golden: Path) -> None:
    bea = read(golden / "outlook21.vcf")
    assert (bea.full_name, bea.birthday, bea.note) == ("Béa Möller", "1980-03-22", "First line\nsecond line")
    assert bea.contact_points == (
        ContactPoint(ContactKind.PHONE, "(555) 555-0132", "work"),
        ContactPoint(ContactKind.EMAIL, "bea.moller@bayridgerehab.example.org", "", primary=True),
    )
    renata = read(golden / "ios.vcf")
    assert (renata.full_name, renata.credentials, renata.birthday) == ("Renata Okafor", ("OTR/L",), "--02-02")
    labels = [point.label for point in renata.contact_points]
    assert labels == ["work", "Other", "Conference phone", "work", "HomePage", ""]
    assert "item4.X-ABRELATEDNAMES:Evelyn Hart" in renata.foreign
    assert "item4.X-ABLabel:_$!<Friend>!$_" in renata.foreign


def test_what_we_write() -> None:
    ana = Profile(
        given="Ana",
        family="Lee",
        credentials=("OTR/L",),
        birthday="--05-26",
        contact_points=(
            ContactPoint(ContactKind.EMAIL, "ana@clinic.example", "work", primary=True),
            ContactPoint(ContactKind.PHONE, "+16045550101", "cell"),
            ContactPoint(ContactKind.PHONE, "604 555 0102", "Ward desk"),
            ContactPoint(ContactKind.LINKEDIN, "https://www.linkedin.com/in/ana"),
        ),
        affiliations=(Affiliation("City Rehab; Neuro", "OT, hands", setting="hand_clinic", since=date(2024, 1, 2)),),
        practice_areas=("Mental Health",),
        tags=("OT", "Hand, therapy"),
        note="not for everybody",
        uid="urn:uuid:1",
    )
    assert write_card(ana).replace("\r\n ", "").split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "FN:Ana Lee",
        "N:Lee;Ana;;;OTR/L",
        "BDAY:--0526",
        "EMAIL;TYPE=work;PREF=1:ana@clinic.example",
        "TEL;TYPE=cell,voice;VALUE=uri:tel:+16045550101",
        "item1.TEL:604 555 0102",
        "item1.X-ABLabel:Ward desk",
        "SOCIALPROFILE;SERVICE-TYPE=LinkedIn:https://www.linkedin.com/in/ana",
        "ORG;X-OTNET-SETTING=hand_clinic;X-OTNET-SINCE=2024-01-02:City Rehab\\; Neuro",
        "TITLE:OT\\, hands",
        "CATEGORIES:OT,Hand\\, therapy",
        "EXPERTISE:Mental Health",
        "UID:urn:uuid:1",
        "END:VCARD",
        "",
    ]


@pytest.mark.parametrize(
    ("line", "birthday"),
    [
        ("BDAY:19880412", "1988-04-12"),
        ("BDAY:1988-04-12", "1988-04-12"),
        ("BDAY:--0526", "--05-26"),
        ("BDAY:--05-26", "--05-26"),
        ("BDAY;value=date:1604-02-29", "--02-29"),
        ("BDAY:1953-10-15T23:10:00Z", "1953-10-15"),
        ("BDAY:1988-13-01", ""),
        ("BDAY;VALUE=text:circa 1800", ""),
    ],
)
def test_birthdays(line: str, birthday: str) -> None:
    first = profile("FN:x", line)
    assert first.birthday == birthday
    assert there_and_back(first) == first
    if not birthday:
        assert line in first.foreign


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("N:;;;;", "ORG:Mill Clinic;Hands", "TEL:+1 555 0101"), "Mill Clinic"),
        (("FN:", "ORG:Mill Clinic", "EMAIL:info@mill.example"), "Mill Clinic"),
        (("KIND:org", "FN:The Mill", "ORG:Mill Clinic", "TEL:+1 555 0101"), "The Mill"),
        (("ORG:Mill Clinic", "EMAIL:ana.lee@mill.example"), "ana.lee@mill.example"),
        (("ORG:Mill Clinic", "NICKNAME:Ana", "TEL:+1 555 0101"), "Ana"),
        (("ORG:Mill Clinic",), "Mill Clinic"),
    ],
)
def test_a_business_is_called_by_its_own_name(lines: tuple[str, ...], name: str) -> None:
    first = profile(*lines)
    assert first.full_name == name
    assert there_and_back(first) == first


def test_several_jobs_keep_their_titles() -> None:
    first = Profile(
        given="Ana",
        uid="1",
        affiliations=(Affiliation(title="Volunteer"), Affiliation("A"), Affiliation("B", "OT", until=date(2020, 1, 1))),
    )
    assert there_and_back(first) == first


def test_groups_and_second_names_are_kept() -> None:
    first = profile("FN:Ana Lee", "FN:Anna Lee", "KIND:group", "MEMBER:urn:uuid:2")
    assert first.foreign == ("also.FN:Anna Lee", "KIND:group", "MEMBER:urn:uuid:2")
    (person,) = people("BEGIN:VCARD\nFN:x\nKIND:group\nNONSPEC:1\nX-ABUID:1\nEND:VCARD\n")
    assert isinstance(person, Incoming)
    assert [warning.line for warning in person.warnings] == [3, 4]
