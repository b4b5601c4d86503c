"""One line a person, as people scribble it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.people import ContactKind
from otnet_desktop.exchange.quick_lines import read_line, read_lines


@pytest.mark.parametrize(
    ("line", "name", "place", "remark"),
    [
        ("Ada Lin, Harbor Kids Clinic, sensory gardens", "Ada Lin", "Harbor Kids Clinic", "sensory gardens"),
        ("Ada Lin", "Ada Lin", "", ""),
        ("Ada Lin - Harbor Kids Clinic – sensory gardens", "Ada Lin", "Harbor Kids Clinic", "sensory gardens"),
        ("Ada Lin\tHarbor Kids Clinic\tgardens, swings", "Ada Lin", "Harbor Kids Clinic", "gardens, swings"),
        ("  * Ada Lin; Harbor", "Ada Lin", "Harbor", ""),
        ("2) Ada Lin, Harbor", "Ada Lin", "Harbor", ""),
        ("Ada Lin, OTR/L, CHT, Harbor Kids Clinic, splints", "Ada Lin", "Harbor Kids Clinic", "splints"),
        ("Anne-Marie O'Neill-Smith, St. Mary's", "Anne-Marie O'Neill-Smith", "St. Mary's", ""),
        ("Dr. Ada Lin, Harbor", "Dr. Ada Lin", "Harbor", ""),
    ],
)
def test_name_place_and_what_to_remember(line: str, name: str, place: str, remark: str) -> None:
    told = read_line(line)
    assert (told.profile.full_name, told.profile.current.organisation, told.remark) == (name, place, remark)


def test_letters_after_the_name_are_credentials() -> None:
    assert read_line("Ada Lin, OTR/L, CHT, Harbor").profile.credentials == ("OTR/L", "CHT")


def test_ways_to_reach_somebody_may_stand_anywhere() -> None:
    told = read_line(
        "Ada Lin, ada@harbor.example, Harbor, +1 555 010 0100, https://www.linkedin.com/in/ada-lin, swings"
    )
    assert [(p.kind, p.value) for p in told.profile.contact_points] == [
        (ContactKind.EMAIL, "ada@harbor.example"),
        (ContactKind.PHONE, "+1 555 010 0100"),
        (ContactKind.LINKEDIN, "https://www.linkedin.com/in/ada-lin"),
    ]
    assert (told.profile.current.organisation, told.remark) == ("Harbor", "swings")


def test_an_address_alone_is_somebody() -> None:
    assert read_line("ada@harbor.example").profile.full_name == "ada@harbor.example"


def test_empty_lines_are_nobody_and_lines_keep_their_numbers() -> None:
    assert [(told.line, told.profile.given) for told in read_lines("Ann\n\n --- \nBo\r\nCid")] == [
        (1, "Ann"),
        (4, "Bo"),
        (5, "Cid"),
    ]


@given(st.text(max_size=200))
def test_every_line_with_a_letter_is_somebody(text: str) -> None:
    told = list(read_lines(text))
    assert len(told) == sum(any(c.isalnum() for c in line) for line in text.splitlines())
