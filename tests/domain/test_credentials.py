"""Letters after names."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.credentials import split_name, split_suffix


@pytest.mark.parametrize(
    ("name", "bare", "letters"),
    [
        ("Möller, MSOT", "Möller", ("MSOT",)),
        ("Demir, OTD, OTR/L", "Demir", ("OTD", "OTR/L")),
        ("Lee OTR/L", "Lee", ("OTR/L",)),
        ("Lee OTD, OTR/L", "Lee", ("OTD", "OTR/L")),
        ("Lee, O.T.R./L", "Lee", ("O.T.R./L",)),
        ("Lee, OTR/L, XYZ", "Lee", ("OTR/L", "XYZ")),
        ("Lee, ,, OT", "Lee", ("OT",)),
        ("Lee, LSVT BIG, OTR", "Lee", ("LSVT BIG", "OTR")),
        ("Beauchamp, erg.", "Beauchamp", ("erg.",)),
        ("Lee, XYZ", "Lee, XYZ", ()),
        ("PARK, LEE", "PARK, LEE", ()),
        ("Wong, Ma", "Wong, Ma", ()),
        ("Ng Mot", "Ng Mot", ()),
        ("Jack Ma", "Jack Ma", ()),
        ("OTR/L", "OTR/L", ()),
        (", OTR/L", ", OTR/L", ()),
        ("de la Cruz", "de la Cruz", ()),
        ("", "", ()),
    ],
)
def test_names(name: str, bare: str, letters: tuple[str, ...]) -> None:
    assert split_name(name) == (bare, letters)


@pytest.mark.parametrize(
    ("suffix", "stays", "letters"),
    [
        ("OTR/L", "", ("OTR/L",)),
        ("Jr., OTR/L", "Jr.", ("OTR/L",)),
        ("III", "III", ()),
        ("PhD, XYZ", "", ("PhD", "XYZ")),
        ("the Elder", "the Elder", ()),
        ("225XS0800X", "225XS0800X", ()),
        ("", "", ()),
    ],
)
def test_suffixes(suffix: str, stays: str, letters: tuple[str, ...]) -> None:
    assert split_suffix(suffix) == (stays, letters)
