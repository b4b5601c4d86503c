"""What a row holds besides what its fields take."""

from __future__ import annotations

from datetime import date

import pytest

from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, ContactState, Profile
from otnet_desktop.exchange.google_out import google_header, google_record
from otnet_desktop.exchange.table import table_of
from tests.exchange.columns.reading import person


@pytest.mark.parametrize(
    "whole",
    [
        Profile(display="Mill Rehab, PT", uid="x"),
        Profile(given="Ana", family="Lee", display="Dr Ana Lee", uid="x"),
        Profile(given="Ana", zone="Europe/Oslo", practice_areas=("hands; stroke", "a, b"), languages=("en",), uid="x"),
        Profile(display="Ana", given="Ana", middle="Bo", uid="x"),
        Profile(uid="x"),
        Profile(
            given="Ana",
            affiliations=(
                Affiliation("Mill; Rehab", "OT", "Hands", "school", date(2020, 9, 1)),
                Affiliation("Mill; Rehab", "OT", "Hands"),
                Affiliation("", "Lecturer", until=date(2019, 1, 31)),
                Affiliation("", "", "Board: of three"),
            ),
            uid="x",
        ),
        Profile(given="Ana", affiliations=(Affiliation("Mill", until=date(2019, 1, 31)),), uid="x"),
        Profile(
            given="Ana",
            contact_points=(
                ContactPoint(ContactKind.EMAIL, "no address", "work", True, ContactState.RETIRED),
                ContactPoint(ContactKind.EMAIL, "a@x.org", state=ContactState.BOUNCED),
                ContactPoint(ContactKind.EMAIL, ";"),
                ContactPoint(ContactKind.CHAT, "xmpp:ana", "", True),
                ContactPoint(ContactKind.CHAT, "skype:ana", "home (old)"),
            ),
            uid="x",
        ),
        Profile(
            given="Ana",
            foreign=("item1.ADR;type=WORK;type=pref:;;1 A St;B;;1;USA", "item1.X-ABLabel:Barn", "adr;x=1:a", "X-foo:1"),
            uid="x",
        ),
        Profile(given="Ana", contact_points=(ContactPoint(ContactKind.ADDRESS, "Mill Road 3\nOslo", "home"),), uid="x"),
    ],
)
def test_who_left_for_google_comes_back_as_they_were(whole: Profile) -> None:
    assert back_from_google(whole) == whole


def back_from_google(whole: Profile, **changed_there: str) -> Profile:
    record = google_record(whole, private=True) | changed_there
    return person("".join(table_of(google_header([record]), [record], guard=False)))


def test_a_profile_that_does_not_look_like_one_is_still_known() -> None:
    profile = ContactPoint(ContactKind.LINKEDIN, "ana-lee", "mine")
    back = back_from_google(Profile(given="Ana", contact_points=(profile,), uid="x"))
    assert [(point.kind, point.value) for point in back.contact_points] == [(ContactKind.LINKEDIN, "ana-lee")]


def test_a_place_that_google_was_told_of_besides_is_one_more() -> None:
    since = date(2020, 9, 1)
    here = Profile(given="Ana", affiliations=(Affiliation("Mill", "OT", since=since),), uid="x")
    back = back_from_google(here, **{"Organization Name": "Harbor Clinic"})
    assert back.affiliations == (*here.affiliations, Affiliation("Harbor Clinic", "OT"))


def test_what_somebody_wrote_into_a_field_named_like_ours_is_kept_with_its_name() -> None:
    here = Profile(given="Ana", affiliations=(Affiliation("Mill"), Affiliation("Old Mill")), uid="x")
    back = back_from_google(here, **{"Custom Field 1 - Value": "by the river; since ever"})
    assert back.foreign == ("Custom Field 1 - Label: Place", "Custom Field 1 - Value: by the river; since ever")
    assert back.affiliations == (Affiliation("Old Mill"), Affiliation("Mill"))


def test_two_addresses_that_google_put_together_are_two() -> None:
    here = Profile(given="Ana", contact_points=(ContactPoint(ContactKind.EMAIL, "a@x.org", "work"),), uid="x")
    back = back_from_google(here, **{"E-mail 1 - Value": "a@x.org ::: b@x.org"})
    assert [point.value for point in back.contact_points] == ["a@x.org", "b@x.org"]


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
