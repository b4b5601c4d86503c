"""What a row holds besides what its fields take."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.people import ContactKind, ContactPoint, Profile
from otnet_desktop.exchange.google_out import google_header, google_record
from otnet_desktop.exchange.table import table_of
from tests.exchange.columns.reading import person


@pytest.mark.parametrize(
    "whole",
    [
        Profile(display="Mill Rehab, PT", uid="x"),
        Profile(given="Ana", family="Lee", display="Dr Ana Lee", uid="x"),
        Profile(given="Ana", zone="Europe/Oslo", practice_areas=("hands; stroke", "a, b"), languages=("en",), uid="x"),
        Profile(given="Ana", contact_points=(ContactPoint(ContactKind.ADDRESS, "Mill Road 3\nOslo", "home"),), uid="x"),
    ],
)
def test_who_left_for_google_comes_back_as_they_were(whole: Profile) -> None:
    record = google_record(whole, private=True)
    assert person("".join(table_of(google_header([record]), [record], guard=False))) == whole


def test_an_apostrophe_that_is_no_guard_of_ours_stays() -> None:
    assert person("First Name,Group Membership,Notes\nAna,,'- hello\n").note == "'- hello"


def test_a_second_custom_field_of_the_same_name_is_kept() -> None:
    pairs = ",".join(f"Custom Field {n} - Label,Custom Field {n} - Value" for n in (1, 2))
    profile = person(f"First Name,Labels,{pairs}\nAna,,Source,a fair,Source,a friend\n")
    assert (profile.source, profile.foreign) == ("a fair", ("Source: a friend",))


def test_what_is_no_address_beside_one_is_kept() -> None:
    profile = person("First Name,E-mail 1 - Value\nAna,a@mill.example ::: ask Ben\n")
    assert [point.value for point in profile.contact_points] == ["a@mill.example"]
    assert profile.foreign == ("E-mail 1 - Value: a@mill.example ::: ask Ben",)
