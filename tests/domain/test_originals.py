"""Somebody as they were, written and read again."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from otnet_desktop.domain.originals import Original, read, written
from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, ContactState, PersonId, Profile, Status
from otnet_desktop.domain.research import Confidence, KeyPoint

WHOLE = Original(
    PersonId(7),
    "ann",
    Status.DO_NOT_CONTACT,
    datetime(2026, 3, 18, 9, tzinfo=UTC),
    Profile(
        given="Ann",
        credentials=("OTR/L",),
        contact_points=(ContactPoint(ContactKind.EMAIL, "a@x.example", "work", True, ContactState.BOUNCED),),
        affiliations=(Affiliation("Harbor", "OT", since=date(2020, 1, 2), until=date(2024, 3, 4)),),
        foreign=("X-A:1",),
        photo=b"\0\xff",
    ),
    (KeyPoint("Likes hands", seen_on=date(2026, 1, 1), confidence=Confidence.TOLD),),
)


def test_everything_comes_back_as_it_was() -> None:
    assert read(written(WHOLE)) == WHOLE
    bare = Original(PersonId(1), "bo", Status.ACTIVE, WHOLE.created_at, Profile())
    assert read(written(bare)) == bare


def test_what_a_later_version_writes_besides_is_left_out() -> None:
    told = json.loads(written(WHOLE))
    told["later"] = told["profile"]["later"] = told["profile"]["contact_points"][0]["later"] = 1
    del told["profile"]["how_met"]
    assert read(json.dumps(told)) == WHOLE


@pytest.mark.parametrize("text", ["", "{}", "[]"])
def test_what_is_something_else_is_told(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        read(text)
