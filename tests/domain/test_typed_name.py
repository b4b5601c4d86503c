"""Names as people type them on one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.typed_name import TypedName, read_name


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Ada Lin, OTR/L", TypedName(given="Ada", family="Lin", credentials=("OTR/L",))),
        ("Ada Lin", TypedName(given="Ada", family="Lin")),
        ("Lin, Ada", TypedName(given="Ada", family="Lin")),
        ("Lin, Ada, OTD, OTR/L", TypedName(given="Ada", family="Lin", credentials=("OTD", "OTR/L"))),
        ("Mary Jane Watson", TypedName(given="Mary Jane", family="Watson")),
        ("Ludwig van der Berg", TypedName(given="Ludwig", family="van der Berg")),
        ("Rumi", TypedName(given="Rumi")),
        ("Dr. Ada Lin", TypedName(prefix="Dr.", given="Ada", family="Lin", display="Dr. Ada Lin")),
        (
            "Martin King, Jr., OTD",
            TypedName(given="Martin", family="King", suffix="Jr.", display="Martin King, Jr.", credentials=("OTD",)),
        ),
        ("  ", TypedName()),
    ],
)
def test_a_name_is_taken_apart(typed: str, read: TypedName) -> None:
    assert read_name(typed) == read


@given(st.text(alphabet="abcXYZ ,./'-éß山", max_size=40))
def test_no_letter_of_a_name_is_ever_lost(typed: str) -> None:
    read = read_name(typed)
    everything = "".join((read.prefix, read.given, read.family, read.suffix, read.display, *read.credentials))

    assert set(typed) - set(" ,") <= set(everything)
