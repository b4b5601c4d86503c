"""Keys of reminders go on with whoever somebody has become."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.keys import rekeyed


@pytest.mark.parametrize(
    ("key", "after"),
    [
        ("THANKS:m1:2", "THANKS:m1:ann"),
        ("THANKS:2:bo", "THANKS:2:bo"),
        ("NEWS:o1:2", "NEWS:o1:ann"),
        ("FOLLOWUP:2:1:2", "FOLLOWUP:ann:1:2"),
        ("FOLLOWUP:22:1:2", "FOLLOWUP:22:1:2"),
        ("KIT:2:20260318", "KIT:ann:20260318"),
        ("LOOP:2:bo", "LOOP:ann:bo"),
        ("LOOP:bo:2", "LOOP:bo:ann"),
        ("PREP:2:2", "PREP:2:2"),
        ("OPP:2:7", "OPP:2:7"),
        ("", ""),
    ],
)
def test_only_the_person_is_renamed(key: str, after: str) -> None:
    assert rekeyed(key, "2", "ann") == after
