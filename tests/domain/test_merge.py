"""Two profiles become one that has everything; only where one value must win is there a choice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.duplicates.comparing import Verdict
from otnet_desktop.domain.duplicates.marks import keys, marks
from otnet_desktop.domain.duplicates.matching import match
from otnet_desktop.domain.filling_in import merge_update
from otnet_desktop.domain.merge import NAME, Conflict, Side, conflicts, merged, merged_points, strictest
from otnet_desktop.domain.names import find_text
from otnet_desktop.domain.people import ContactKind, ContactPoint, ContactState, Profile, Status
from otnet_desktop.domain.research import KeyPoint
from tests.domain.test_filling_in import PROFILES

EMILY = Profile(given="Emily", family="Clark", uid="u1", birthday="1990-01-02", note="Met in Oslo.")
NOVAK = Profile(given="Emily", family="Novak", uid="u2", birthday="1990-01-03", note="Runs a club.", tags=("alumni",))


@given(PROFILES, PROFILES, st.sampled_from(Side))
def test_nothing_either_has_is_lost(stays: Profile, goes: Profile, side: Side) -> None:
    choices = {conflict.field: side for conflict in conflicts(stays, goes)}
    whole = merged(stays, goes, choices)
    told = {value.casefold() for value in find_text(whole).splitlines()} | {whole.full_name.casefold()}
    for one in (stays, goes):
        assert one.note in whole.note
        assert {*one.tags} <= {*whole.tags}
        assert {*one.credentials} <= {*whole.credentials}
        assert {(p.kind, p.value.casefold()) for p in one.contact_points if "@" in p.value} <= {
            (p.kind, p.value.casefold()) for p in whole.contact_points
        }
        for name in ("given", "family", "nickname"):
            value = getattr(one, name)
            assert not value or any(value.casefold() in text for text in (*told, whole.note.casefold()))
        assert one.birthday in whole.birthday + whole.note
        assert one.role in whole.role + whole.note


@given(PROFILES, PROFILES, st.sampled_from(Side))
def test_either_card_again_adds_nothing(stays: Profile, goes: Profile, side: Side) -> None:
    whole = merged(stays, goes, {conflict.field: side for conflict in conflicts(stays, goes)})
    assert merge_update(whole, goes) == whole
    assert merge_update(whole, stays) == whole


def test_where_one_value_must_win_both_are_told() -> None:
    assert conflicts(EMILY, NOVAK) == (
        Conflict(NAME, "Emily Clark", "Emily Novak"),
        Conflict("birthday", "1990-01-02", "1990-01-03"),
    )
    whole = merged(EMILY, NOVAK, {NAME: Side.GOES})
    assert whole.full_name == "Emily Novak"
    assert whole.also_named == ("Emily Clark",)
    assert whole.birthday == "1990-01-02"
    assert whole.note == "Met in Oslo.\n\nFrom “Emily Novak”:\n\n- birthday: 1990-01-03\n\nRuns a club."


def test_the_same_notes_are_said_once() -> None:
    assert merged(Profile(given="A", note="x\ny"), Profile(given="A", note="y")).note == "x\ny"


def test_an_address_that_failed_is_not_tried_again() -> None:
    works = Profile(given="A", contact_points=(ContactPoint(ContactKind.EMAIL, "a@b.example"),))
    failed = ContactPoint(ContactKind.EMAIL, "A@b.example", state=ContactState.BOUNCED)
    assert [p.state for p in merged(works, Profile(given="A", contact_points=(failed,))).contact_points] == ["bounced"]


@pytest.mark.parametrize("again", [EMILY, NOVAK, Profile(given="Emily", family="Clark")])
def test_they_are_found_by_either_name_and_entry(again: Profile) -> None:
    whole = merged(EMILY, NOVAK)
    assert {*keys(again)} & {*keys(whole)}
    assert match(marks(again), [(1, marks(whole))]).verdict is (Verdict.SAME if again.uid else Verdict.LIKELY)


def test_key_points_beyond_five_go_into_the_notes() -> None:
    points = [KeyPoint(f"point {n}", source="her page") for n in range(4)]
    kept, beyond = merged_points(points, [KeyPoint("POINT 1"), KeyPoint("new"), KeyPoint("newer", url="https://x")])
    assert [point.text for point in kept] == ["point 0", "point 1", "point 2", "point 3", "new"]
    assert beyond == ("Key point: newer · https://x",)


def test_the_strictest_status_wins() -> None:
    assert strictest([Status.ARCHIVED, Status.DO_NOT_CONTACT]) is Status.DO_NOT_CONTACT
    assert strictest([Status.DECEASED, Status.DO_NOT_CONTACT, Status.ACTIVE]) is Status.DECEASED
