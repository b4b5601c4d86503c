"""Outlook: classic, Outlook.com, and in other languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from otnet_desktop.domain.people import ContactKind, ContactPoint
from tests.exchange.columns.headers import OUTLOOK, PARTS
from tests.exchange.columns.reading import person


def test_classic_in_windows_1252(golden: Path) -> None:
    profile = person((golden / "outlook_classic.csv").read_bytes())
    assert (profile.given, profile.family, profile.tags) == ("Béa", "Möller", ("OT", "Stroke"))
    assert profile.contact_points == (
        ContactPoint(ContactKind.PHONE, "(555) 555-0132", "work"),
        ContactPoint(ContactKind.EMAIL, "bea.moller@bayridgerehab.example.org"),
    )
    assert profile.current.title == "Senior OT"
    assert "Sensitivity: Normal" in profile.foreign
    assert not [line for line in profile.foreign if "0/0/00" in line]


def test_outlook_com(golden: Path) -> None:
    profile = person((golden / "outlook_com.csv").read_bytes())
    assert (profile.full_name, profile.current.organisation) == ("Béa Möller", "Bayridge Rehabilitation")


def test_three_addresses_are_told_apart() -> None:
    header = (
        "First Name,Last Name,Business Street,Business Street 2,Business City,Business Address PO Box,Home Street"
        ",Home City,Other Street,Other Country/Region"
    )
    profile = person(f"{header}\nAna,Lee,1 Mill Street,Floor 2,Oslo,PO 9,Hill 3,Bergen,Quay 4,Norway\n")
    assert [(point.label, point.value) for point in profile.contact_points] == [
        ("work", "1 Mill Street, Floor 2, PO 9, Oslo"),
        ("home", "Hill 3, Bergen"),
        ("Other", "Quay 4, Norway"),
    ]


def test_an_address_of_an_exchange_server_is_kept_and_no_e_mail_address() -> None:
    inside = "/o=Clinic/ou=Staff/cn=Recipients/cn=ana"
    profile = person(f"First Name,Last Name,E-mail Address,E-mail Type\nAna,Lee,{inside},EX\n")
    assert profile.contact_points == ()
    assert profile.foreign == (f"E-mail Address: {inside}", "E-mail Type: EX")


def test_a_title_is_a_prefix_beside_a_job_title_and_else_what_they_do() -> None:
    assert person("First Name,Last Name,Title,Job Title\nAna,Lee,Dr.,Therapist\n").prefix == "Dr."
    assert (
        person("First Name,Last Name,Title,E-mail Address\nAna,Lee,Therapist,a@b.example\n").current.title
        == "Therapist"
    )
    assert person("First Name,Last Name,Title,E-mail Address\nAna,Lee,Dr.,a@b.example\n").prefix == "Dr."


@pytest.mark.parametrize("language", OUTLOOK)
def test_the_main_things_in_every_language(language: str) -> None:
    row = [part.replace("email", f"{n}@mill.example") for n, part in enumerate(PARTS)]
    row[PARTS.index("birthday")] = "1984-05-26"
    profile = person("\t".join(OUTLOOK[language].split("|")) + "\n" + "\t".join(row) + "\n")
    assert (profile.prefix, profile.given, profile.middle, profile.family) == ("prefix", "given", "middle", "family")
    assert (profile.current.organisation, profile.current.department, profile.current.title) == (
        "company",
        "department",
        "title",
    )
    told = {(point.kind.value, point.label): point.value for point in profile.contact_points}
    assert told["phone", "work"] == "phone"
    assert told["phone", "work fax"] == "fax"
    assert told["phone", "home"] == "home phone"
    assert told["phone", "cell"] == "cell"
    assert told["address", "work"] == "street, street, city, region, postcode, country"
    assert told["address", "home"] == "home street, home city, home postcode"
    assert (profile.birthday, profile.tags, profile.note) == ("1984-05-26", ("tags",), "note")
    assert len(profile.foreign) == 2


@pytest.mark.parametrize(
    "header",
    [
        "Record ID,First Name,Last Name,Email,Phone Number,Lead Status,Job Title,Company,Owner",
        "First,Last,Email,Yahoo Phone,Work Address,Work City,Work State,Work ZIP,Job Title",
    ],
)
def test_what_only_looks_a_little_like_outlook_is_none_of_it(header: str) -> None:
    cells = ",".join("a@x.example" if "Email" in name else "x" for name in header.split(","))
    assert person(f"{header}\n{cells}\n").source == ""
