"""Everybody as a table, and back."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, ContactState, Profile
from otnet_desktop.exchange.columns.dates import DateOrder
from otnet_desktop.exchange.formula_guard import unguarded
from otnet_desktop.exchange.own_csv import header, listed, read_record, record, unlisted
from otnet_desktop.exchange.table import table_of
from tests.exchange.vcard.test_round_trip import PROFILES

LEE = Profile(
    given="Ana",
    family="Lee",
    credentials=("OTR/L", "certified; in something"),
    tags=("hands", "+1"),
    note="=HYPERLINK(1)\nmet at lunch",
    contact_points=(
        ContactPoint(ContactKind.EMAIL, "ana@clinic.example", "work", primary=True),
        ContactPoint(ContactKind.PHONE, "+1 617 555 0100", state=ContactState.RETIRED),
        ContactPoint(ContactKind.EMAIL, "lee@home.example"),
    ),
    affiliations=(Affiliation("Harbor Clinic", "OT", setting="snf"), Affiliation("Old School")),
    uid="abc",
    foreign=("Connected On: 2024-03-05",),
)


def rows(*people: Profile, private: bool = True) -> list[dict[str, str]]:
    """The table as a program that guards nothing reads it."""
    text = "".join(table_of(header(people, private=private), map(record, people)))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def back(*people: Profile) -> list[Profile]:
    found = [read_record(list(row), list(map(unguarded, row.values())), DateOrder.YEAR_FIRST) for row in rows(*people)]
    assert not any(left for _, left in found)
    return [profile for profile, _ in found]


def edited(changed: dict[str, str]) -> tuple[Profile, tuple[str, ...]]:
    """Somebody whose line somebody changed in a spreadsheet, which writes days first."""
    (row,) = rows(LEE)
    row |= changed
    return read_record(list(row), list(map(unguarded, row.values())), DateOrder.DAY_FIRST)


def in_table_order(profile: Profile) -> Profile:
    """The table keeps the order of ways to reach somebody within a kind, and no photo."""
    order = ["email", "phone", "linkedin", "website", "address", "chat"]
    points = sorted(profile.contact_points, key=lambda point: order.index(point.kind))
    return replace(profile, contact_points=tuple(points), photo=b"")


def test_a_line_a_person_with_every_way_to_reach_them() -> None:
    (row,) = rows(LEE)
    assert (row["Name"], row["Credentials"]) == ("Ana Lee", "OTR/L; certified\\; in something")
    assert (row["E-mail 1"], row["E-mail 1 label"], row["E-mail 1 state"]) == ("ana@clinic.example", "work", "primary")
    assert row["E-mail 2"] == "lee@home.example"
    assert (row["Phone 1"], row["Phone 1 state"]) == ("'+1 617 555 0100", "retired")
    assert (row["Place 1"], row["Place 1 title"], row["Place 2"]) == ("Harbor Clinic", "OT", "Old School")
    assert row["Note"] == "'=HYPERLINK(1)\nmet at lunch"


def test_notes_and_what_was_kept_leave_only_when_asked_for() -> None:
    (row,) = rows(replace(LEE, how_met="at lunch", source="LinkedIn", event="CAOT"), private=False)
    assert not {"Note", "How we met", "Met via", "Event", "Source", "Other"} & row.keys()
    assert "lunch" not in str(row)


def test_nobody_has_columns_of_somebody_else() -> None:
    first, second = rows(LEE, Profile(given="Bo", uid="b"))
    assert second["E-mail 2"] == second["Place 2"] == ""
    assert first.keys() == second.keys()


@given(st.lists(PROFILES, min_size=1, max_size=3))
def test_any_people_read_in_again_as_they_were(people: list[Profile]) -> None:
    assert back(*people) == [in_table_order(profile) for profile in people]


def test_days_that_a_spreadsheet_wrote_anew_are_days() -> None:
    profile, left = edited(
        {"Birthday": "05.04.1990", "Place 1 since": "01.02.2019", "Place 2 until": "2024-03-31 00:00:00"}
    )
    assert (profile.birthday, left) == ("1990-04-05", ())
    assert [(place.since, place.until) for place in profile.affiliations] == [
        (date(2019, 2, 1), None),
        (None, date(2024, 3, 31)),
    ]


def test_what_somebody_wrote_into_the_table_and_no_field_holds_is_kept() -> None:
    odd = {
        "Birthday": "in spring",
        "Place 1 since": "long ago",
        "E-mail 1 state": "primary; rarely",
        "E-mail 9 label": "x",
        "Hobby": "chess",
        "": "more",
    }
    profile, left = edited(odd)
    told = ["Birthday: in spring", "Place 1 since: long ago", "E-mail 1 state: rarely", "E-mail 9 label: x"]
    added = len(header([LEE], private=True)) + 3
    assert sorted(left) == sorted([*told, "Hobby: chess", f"Column {added}: more"])
    assert profile == replace(LEE, foreign=(*LEE.foreign, *left), contact_points=in_table_order(LEE).contact_points)


def test_two_columns_of_one_name_are_both_kept() -> None:
    profile, left = read_record(["Name", "Note", "Note", "OTnet ID"], ["Ana", "a", "b", "x"], DateOrder.YEAR_FIRST)
    assert (profile.note, left) == ("a", ("Note: b",))


def test_somebody_who_is_called_by_their_number_gets_no_name_of_it() -> None:
    points = (ContactPoint(ContactKind.PHONE, "1"), ContactPoint(ContactKind.EMAIL, "a@b.example"))
    (profile,) = back(Profile(contact_points=points, uid="x"))
    assert profile.display == ""


@given(st.lists(st.text("ab;\\ \n", min_size=1, max_size=5).filter(str.strip).map(str.strip), max_size=4))
def test_lists_in_a_cell(texts: list[str]) -> None:
    assert unlisted(listed(texts)) == tuple(texts)
