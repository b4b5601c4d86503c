"""The table for Google Contacts."""

from __future__ import annotations

from datetime import date

from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, Profile
from otnet_desktop.exchange.google_out import google_header, google_record

LEE = Profile(
    given="Ana",
    family="Lee",
    credentials=("OTR/L", "PhD"),
    birthday="--05-26",
    tags=("hands",),
    note="Met at lunch",
    how_met="at lunch",
    contact_points=(
        ContactPoint(ContactKind.EMAIL, "ana@clinic.example", "work", primary=True),
        ContactPoint(ContactKind.PHONE, "+1 617 555 0100", "cell"),
        ContactPoint(ContactKind.LINKEDIN, "https://www.linkedin.com/in/ana"),
        ContactPoint(ContactKind.ADDRESS, "1 School St\nTown", "home"),
    ),
    affiliations=(
        Affiliation("Harbor Clinic", "OT", "Hands"),
        Affiliation("Old School", "OT", since=date(2019, 1, 1), until=date(2024, 3, 31)),
    ),
    uid="abc",
)


def test_a_person_in_googles_columns() -> None:
    said = google_record(LEE, private=False)
    assert (said["First Name"], said["Last Name"], said["Birthday"]) == ("Ana", "Lee", "--05-26")
    assert said["Name Suffix"] == "OTR/L, PhD"
    assert said["Labels"] == "hands ::: * myContacts"
    assert (said["E-mail 1 - Label"], said["E-mail 1 - Value"]) == ("* work", "ana@clinic.example")
    assert (said["Website 1 - Label"], said["Website 1 - Value"]) == ("LinkedIn", "https://www.linkedin.com/in/ana")
    assert said["Address 1 - Street"] == "1 School St\nTown"
    assert (said["Organization Name"], said["Organization Title"]) == ("Harbor Clinic", "OT")
    custom = {(said[f"Custom Field {n} - Label"], n): said[f"Custom Field {n} - Value"] for n in (1, 2, 3)}
    assert list(custom) == [("Place", 1), ("Place", 2), ("OTnet ID", 3)]
    assert custom["Place", 1] == "organisation: Harbor Clinic; title: OT; department: Hands"
    assert custom["Place", 2] == "organisation: Old School; title: OT; since: 2019-01-01; until: 2024-03-31"


def test_notes_leave_only_when_asked_for() -> None:
    assert "lunch" not in str(google_record(LEE, private=False))
    said = google_record(LEE, private=True)
    assert said["Notes"] == "Met at lunch"
    assert "at lunch" in said.values()


def test_telephone_numbers_stay_numbers_and_formulas_become_text() -> None:
    said = google_record(Profile(given="=1+1", contact_points=LEE.contact_points), private=False)
    assert said["Phone 1 - Value"] == "+1 617 555 0100"
    assert said["First Name"] == "'=1+1"


def test_who_has_no_name_in_parts_has_the_shown_one_where_google_looks_for_a_name() -> None:
    assert google_record(Profile(display="Mill Reception"), private=False)["First Name"] == "Mill Reception"
    assert "First Name" not in google_record(Profile(display="Dr Lee", family="Lee"), private=False)


def test_as_many_numbered_columns_as_somebody_needs() -> None:
    two = Profile(contact_points=(ContactPoint(ContactKind.PHONE, "1"), ContactPoint(ContactKind.PHONE, "2")))
    header = google_header(google_record(profile, private=False) for profile in (LEE, two))
    assert header[:3] == ["First Name", "Middle Name", "Last Name"]
    pairs = header[header.index("Labels") + 1 :]
    assert pairs[:8] == [
        "E-mail 1 - Label", "E-mail 1 - Value", "Phone 1 - Label", "Phone 1 - Value",
        "Phone 2 - Label", "Phone 2 - Value", "Address 1 - Label", "Address 1 - Street",
    ]  # fmt: skip
    assert len(header) == len(set(header))
    for profile in (LEE, two):
        assert google_record(profile, private=False).keys() <= set(header)
