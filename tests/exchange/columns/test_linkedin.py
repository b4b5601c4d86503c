"""LinkedIn's Connections.csv, as it really comes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from otnet_desktop.domain.people import ContactKind
from otnet_desktop.exchange.columns.reading import read_table
from otnet_desktop.exchange.report import Incoming, Refusal, Rejected, Remark
from otnet_desktop.exchange.rows import LONGEST

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def rows(text: str | bytes) -> list[Incoming | Rejected]:
    found = list(read_table(io.BytesIO(text.encode() if isinstance(text, str) else text)))
    return [row for row in found if not isinstance(row, Remark)]


def one(text: str | bytes) -> Incoming:
    (row,) = rows(text)
    assert isinstance(row, Incoming)
    return row


def test_preamble_credentials_and_nameless_rows(golden: Path) -> None:
    elif_, tom, nameless = rows((golden / "linkedin_connections.csv").read_bytes())
    assert isinstance(elif_, Incoming)
    assert elif_.line == 5
    assert elif_.profile.full_name == "Elif Demir"
    assert elif_.profile.current.organisation == "Rosewater Children's Hospital"
    assert elif_.profile.current.title == "Neonatal therapist, OTR/L"
    assert elif_.profile.foreign == ("Connected On: 2026-03-05",)
    assert elif_.profile.how_met == "LinkedIn"
    assert isinstance(tom, Incoming)
    assert (tom.profile.family, tom.profile.credentials) == ("Möller", ("MSOT",))
    assert "Last Name: Möller, MSOT" in tom.profile.foreign
    assert tom.profile.reach(ContactKind.EMAIL) is not None
    assert nameless == Rejected(8, Refusal.NAMELESS_ROW, "https://www.linkedin.com/in/nameless, 01 Jan 2020")


def test_german(golden: Path) -> None:
    hans = one((golden / "linkedin_connections_de.csv").read_bytes()).profile
    assert hans.full_name == "Hans Beispiel"
    assert hans.current.organisation == "Beispiel AG"
    assert hans.foreign == ("Connected On: 2022-04-03",)


def test_without_url_and_company_and_in_another_order() -> None:
    row = one("Notes:\nx\n\nConnected On,Last Name,First Name\n05 Mar 2024,Lee,Ana\n")
    assert row.profile.full_name == "Ana Lee"
    assert row.profile.contact_points == ()
    assert row.profile.affiliations == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_and_semicolons(encoding: str) -> None:
    text = (HEADER + "Jörg,Müller,,,,,05 Mar 2024\n").replace(",", ";")
    assert one(text.encode(encoding)).profile.full_name == "Jörg Müller"


def test_cells_of_several_lines_keep_the_count() -> None:
    first, second = rows(HEADER + '"Ana",Lee,,,"Clinic\nNorth",,\nBen,Ito,,,,,\n')
    assert isinstance(first, Incoming)
    assert first.profile.current.organisation == "Clinic\nNorth"
    assert second.line == 4


def test_an_odd_date_is_kept_and_told() -> None:
    row = one(HEADER + "Ana,Lee,,,,,soon\n")
    assert row.profile.foreign == ("Connected On: soon",)
    assert row.warnings[0].line == 2


@pytest.mark.parametrize(
    "broken",
    [
        'Ana,"Lee,https://www.linkedin.com/in/ana,,Clinic,OT,05 Mar 2024',
        'Ana,Lee,,,"Clinic,OT,05 Mar 2024',
        'Ana,Lee,,,Clinic,OT,"05 Mar 2024',
        '"Ana,Lee,,,Clinic,OT,05 Mar 2024',
    ],
)
@pytest.mark.parametrize("after", ["Ben,Ito,,,,,", 'Ben,Ito,,,"North, Inc.",,', 'Ben,Ito,,,,,"06 Mar 2024"', ""])
def test_a_missing_quotation_mark_costs_one_row_and_no_other(broken: str, after: str) -> None:
    found = rows(HEADER + "Amy,Abt,,,,,\n" + broken + "\n" + f"{after}\n" * 3)
    assert found[1] == Rejected(3, Refusal.BROKEN_ROW, broken)
    named = [(row.line, row.profile.given) for row in found if isinstance(row, Incoming)]
    assert named == [(2, "Amy"), *([(4, "Ben"), (5, "Ben"), (6, "Ben")] if after else [])]
    assert len(found) == len(named) + 1


def test_every_row_is_told_where_every_row_is_broken() -> None:
    found = rows(HEADER + 'Ana,"Lee,,,,,\n' * 1000)
    assert [row.line for row in found] == list(range(2, 1002))
    assert all(isinstance(row, Rejected) for row in found)


def test_an_endless_line_is_refused_and_the_next_one_read() -> None:
    found = rows(HEADER + 'Ana,"Lee,,,,,\n' + "x" * (LONGEST + 1) + "\nBen,Ito,,,,,\n")
    assert [(type(row), row.line) for row in found] == [(Rejected, 2), (Rejected, 3), (Incoming, 4)]


def test_quotation_marks_inside_a_row_that_ends_are_taken_as_they_stand() -> None:
    assert one(HEADER + 'Ana "Annie","Lee" Ito,,,,,\n').profile.full_name == 'Ana "Annie" Lee Ito'


def test_cells_without_a_field_are_kept_and_told() -> None:
    header = HEADER.replace("Connected On", "Connected On,Skills,")
    row = one(header + "Ana,Lee,,,Clinic, Inc.,OT,05 Mar 2024,more\n")
    assert "Skills: 05 Mar 2024" in row.profile.foreign
    assert "Column 9: more" in row.profile.foreign
    assert [remark.line for remark in row.warnings] == [2, 2, 2]  # and a date that is none


def test_a_column_without_a_field_is_told_once_for_all_rows() -> None:
    header = HEADER.replace("\n", ",Skills\n")
    first, second = rows(header + "Ana,Lee,,,,,,Splints\nBen,Ito,,,,,,Hands\n")
    assert isinstance(first, Incoming)
    assert isinstance(second, Incoming)
    assert second.profile.foreign == ("Skills: Hands",)
    assert (len(first.warnings), len(second.warnings)) == (1, 0)


def test_the_same_row_is_the_same_person_and_another_is_not() -> None:
    url = "https://www.linkedin.com/in/ana?x=1"
    assert one(f"{HEADER}Ana,Lee,{url},,,,\n").profile.uid == one(f"{HEADER}A.,Lee-Ito,{url}#y,,,,\n").profile.uid
    assert one(f"{HEADER}Ana,Lee,,,A,,\n").profile.uid != one(f"{HEADER}Ana,Lee,,,B,,\n").profile.uid


def test_exports_of_others(corpora: Path) -> None:
    for path in (
        corpora / "linkedin-labeldekho/tests/fixtures/Connections.csv",
        corpora / "linkedin-toolkit/sample_connections.csv",
    ):
        found = rows(path.read_bytes())
        assert len(found) > 5
        assert all(isinstance(row, Incoming) and not row.warnings and row.profile.full_name for row in found)
