"""Tables of no program that is known: by their names, by what they hold, and as somebody says."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, Profile
from otnet_desktop.exchange.columns.layout import TableMapping, signature
from otnet_desktop.exchange.columns.meaning import OF_SOMEBODY, SPELLED, Field, Meaning, spelled_meaning
from otnet_desktop.exchange.columns.reading import look_at
from otnet_desktop.exchange.own_csv import header, record
from otnet_desktop.exchange.report import Incoming, Refusal, Rejected, Remark
from otnet_desktop.exchange.table import table_of
from tests.exchange.columns.reading import entries, people, person


def test_names_of_any_language() -> None:
    profile = person("Nom;Prénom;Courriel;Ville\nLefèvre;Hélène;h@mill.example;Lyon\n")
    assert (profile.given, profile.family) == ("Hélène", "Lefèvre")
    assert [point.value for point in profile.contact_points] == ["h@mill.example", "Lyon"]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Name,Vorname", ("Ben", "Ana", "")),
        ("Nombre,Apellidos", ("Ana", "Ben", "")),
        ("Name,Company", ("", "", "Ana")),
    ],
)
def test_a_name_beside_another(header: str, expected: tuple[str, str, str]) -> None:
    profile = person(f"{header},E-Mail\nAna,Ben,a@b.example\n")
    assert (profile.given, profile.family, profile.display) == expected


def test_without_a_header_columns_are_taken_by_what_they_hold_and_that_is_said() -> None:
    remark, entry, _ = entries(
        "Ana,Lee,a@b.example,+1 555 0101,https://mill.example\nBen,Ito,b@b.example,+1 555 0102,\n"
    )
    assert isinstance(remark, Remark)
    assert isinstance(entry, Incoming)
    assert entry.line == 1
    assert (entry.profile.given, entry.profile.family) == ("Ana", "Lee")
    assert [point.kind for point in entry.profile.contact_points] == [
        ContactKind.EMAIL,
        ContactKind.PHONE,
        ContactKind.WEBSITE,
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Anke Bär;Reha Nord;a@b.example\nTom Krüger;Klinik;t@b.example\n", [Field.DISPLAY, Field.KEPT, Field.EMAIL]),
        ("Anke Ida;Bär;a@b.example\nTom;Krüger;t@b.example\n", [Field.GIVEN, Field.FAMILY, Field.EMAIL]),
    ],
)
def test_several_words_in_every_row_are_the_whole_name(rows: str, expected: list[Field]) -> None:
    table = look_at(io.BytesIO(f"Wer;Wo denn;Erreichbar\n{rows}".encode()))
    assert table is not None
    assert [meaning.field for meaning in table.layout.meanings] == expected


def test_rows_that_are_parted_in_different_ways_are_all_read() -> None:
    text = "Ana\tLee\ta@b.example\nBen,Ito,b@b.example,,,\nCleo\tRoy\tc@b.example\n"
    assert [profile.full_name for profile in people(text)] == ["Ana Lee", "Ben Ito", "Cleo Roy"]


@pytest.mark.parametrize(
    "text",
    [
        "year,units\n2024,3\n",
        "CONVERSATION ID,FROM,DATE\n1,me,2024-01-01\n",
        "a;b;c\n1;2;3\n",
        "one,two\n" * 3,
    ],
)
def test_a_table_about_nobody_is_no_success(text: str) -> None:
    (entry,) = entries(text)
    assert isinstance(entry, Rejected)


def test_somebody_says_what_columns_mean() -> None:
    mapping = TableMapping({"Kdnr": "kept", "Wer": "display", "3": "phone:cell"}, "")
    profile = person("Kdnr;Wer;Was\n17;Ana Lee;0341 5550104\n", mapping)
    assert profile.display == "Ana Lee"
    assert profile.contact_points[0].label == "cell"
    assert profile.foreign == ("Kdnr: 17",)


def test_what_somebody_says_goes_before_what_a_name_says() -> None:
    mapping = TableMapping({"Company": "department"})
    assert person("Name,Email,Company\nAna Lee,a@b.example,Hands\n", mapping).current.department == "Hands"


def test_dates_in_the_order_somebody_says_or_else_told_that_it_is_unsure() -> None:
    table = "Name,Email,Birthday\nAna Lee,a@b.example,03/04/1990\n"
    (entry,) = entries(table)
    assert isinstance(entry, Incoming)
    assert entry.profile.birthday == "1990-03-04"
    assert "month, day, year" in entry.warnings[0].text
    (entry,) = entries(table, TableMapping({}, "dmy"))
    assert isinstance(entry, Incoming)
    assert (entry.profile.birthday, entry.warnings) == ("1990-04-03", ())


def test_the_order_of_dates_is_that_of_the_one_that_has_only_one() -> None:
    first, _ = people("Name,Email,Birthday\nAna Lee,a@b.example,03/04/1990\nBen Ito,b@b.example,25/12/1990\n")
    assert first.birthday == "1990-04-03"


def test_several_addresses_in_one_cell_and_names_beside_them() -> None:
    profile = person('Name,Email,Phone\nAna Lee,"a@b.example; c@d.example","+1 555 0101"\n')
    assert [point.value for point in profile.contact_points[:2]] == ["a@b.example", "c@d.example"]
    named = person("Name,Email,Phone\nAna Lee,Ana Lee <a@b.example>,1\n")
    assert named.contact_points[0].value == "a@b.example"
    assert named.foreign == ("Email: Ana Lee <a@b.example>",)


def test_a_second_value_for_what_there_is_one_of_is_kept() -> None:
    profile = person("Name,Email,Company,Employer\nAna Lee,a@b.example,Mill Clinic,Hill Clinic\n")
    assert profile.current.organisation == "Mill Clinic"
    assert profile.foreign == ("Employer: Hill Clinic",)


def test_names_of_columns_that_cannot_stand_in_an_entry() -> None:
    profile = person('Name,Email,ISDN2:x;y,"",X-Y\nAna Lee,a@b.example,one,two,three\n')
    assert profile.foreign == ("ISDN2 x y: one", "Column 4: two", "Column X-Y: three")


def test_our_own_table_reads_in_as_it_was() -> None:
    whole = Profile(
        given="Ana",
        family="Lee",
        display="=Ana",
        note="one\ntwo",
        tags=("a; b", "c"),
        contact_points=(ContactPoint(ContactKind.PHONE, "+1 555 0101", "cell", primary=True),),
        affiliations=(Affiliation("Mill Clinic", "Therapist"), Affiliation("Hill Clinic")),
        uid="urn:uuid:1",
        foreign=("Spouse: Robin",),
    )
    table = "".join(table_of(header([whole], private=True), [record(whole)]))
    assert person(table) == whole
    (nobody,) = entries("Name,Pronouns,OTnet ID\n,they,\n")
    assert isinstance(nobody, Rejected)


def test_meanings_as_they_are_typed() -> None:
    assert spelled_meaning("phone:work fax") == Meaning(Field.PHONE, "work fax")
    assert spelled_meaning("given") == Meaning(Field.GIVEN)
    assert spelled_meaning("given:x") is None
    assert spelled_meaning("label") is None
    assert spelled_meaning("shoes") is None
    assert Meaning(Field.PHONE, "work").spelled == "phone:work"


def signed(text: str) -> str:
    table = look_at(io.BytesIO(text.encode()))
    assert table is not None
    return signature(table.layout, bool(table.sheet.names))


def test_the_same_columns_have_the_same_signature() -> None:
    assert signed("Wer;E-Mail\nAna;a@b.example\n") == signed("wer,E-MAIL \nBen,b@b.example\n")
    assert signed("Wer;E-Mail\nAna;a@b.example\n") != signed("E-Mail;Wer\na@b.example;Ana\n")
    assert signed("Ana Lee,a@b.example\n") == signed("Ben Ito,b@b.example\n")
    assert signed("Ana Lee,a@b.example\n") != signed("a@b.example,Ana Lee\n")


def test_a_list_for_sharing_contacts(corpora: Path) -> None:
    adam, daniel, _ = people((corpora / "google-shared-contacts" / "outlook.csv").read_bytes())
    assert (adam.display, adam.note, adam.current.title) == ("Adam Glacius", "Has 2 kids", "Sales Planner")
    assert len(adam.contact_points) == 13
    assert "Column ID: 241a444f0b330b22" in daniel.foreign


@pytest.mark.parametrize("field", sorted(SPELLED - {Field.KEPT}))
def test_what_makes_a_row_somebody_is_known_before_it_is_read(field: Field) -> None:
    samples = {Field.LINKEDIN: "https://www.linkedin.com/in/ana-lee", Field.EMAIL: "a@mill.example"}
    cell = samples.get(field, "1990-04-01" if field is Field.BIRTHDAY else "Something")
    mapping = TableMapping({"Alpha": field.value, "Beta": Field.KEPT.value})
    told = entries(f"Alpha;Beta\n{cell};x\n", mapping)
    (entry,) = (entry for entry in told if not isinstance(entry, Remark))
    assert isinstance(entry, Incoming) is (field in OF_SOMEBODY)


def test_a_line_that_stands_apart_below_the_table_is_nobody() -> None:
    table = "Name,Email,Phone\nAna,a@mill.example,\n\nBen,,123\nCy\n\nTotal: 3\nof 2024\n"
    ana, ben, cy, *below = entries(table)
    assert all(isinstance(entry, Incoming) for entry in (ana, ben, cy))
    assert below == [Rejected(7, Refusal.BELOW_THE_TABLE, "Total: 3"), Rejected(8, Refusal.BELOW_THE_TABLE, "of 2024")]
    assert len(people("Name,Email\n\nAna\n")) == 1, "of two columns one may well be empty"


def test_days_are_no_telephone_numbers() -> None:
    profile = person("Name,Email,foo,bar\nAna,a@b.example,1980-3-12,555.123.4567\n")
    assert [point.value for point in profile.contact_points] == ["a@b.example", "555.123.4567"]
