"""What a network file says about people and places: each wrong kind of value is said with its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.meetings import Consent, MeetingNotes
from otnet_desktop.domain.network_people import (
    me_told,
    notes_told,
    organisation_told,
    profile_told,
    purpose_told,
    research_told,
)


def person(told: dict[str, Any]) -> object:
    return profile_told(told, {})


def me(told: dict[str, Any]) -> object:
    return me_told(told, {})


@pytest.mark.parametrize(
    ("read", "told", "said"),
    [
        (person, {"id": "a", "tags": "x"}, '"tags" of a cannot be used: it is not a list of texts.'),
        (
            person,
            {"id": "a", "practice_areas": [1]},
            '"practice_areas" of a cannot be used: it is not a list of texts.',
        ),
        (person, {"id": "a", "tags": ["\ud800"]}, '"tags" of a cannot be used: it is no text that can be kept.'),
        (person, {"id": "a", "email": {"x": 1}}, '"email" of a cannot be used: it is not text.'),
        (person, {"pid": "a", "phone": True}, '"phone" of a cannot be used: it is not text.'),
        (person, {"id": "a", "phone": 1.5}, '"phone" of a cannot be used: it is not text.'),
        (person, {"id": "a", "note": "\udfff"}, '"note" of a cannot be used: it is no text that can be kept.'),
        (person, {"id": "a", "note": 10**5000}, '"note" of a cannot be used: it is no text that can be kept.'),
        (organisation_told, {"id": "o", "name": []}, '"name" of o cannot be used: it is not text.'),
        (me, {"name": {}}, '"name" of me cannot be used: it is not text.'),
        (purpose_told, {"id": "a", "purpose": [1]}, '"purpose" of a cannot be used: it is not an object.'),
        (purpose_told, {"id": "a", "purpose": {"kind": []}}, '"kind" of a, purpose cannot be used: it is not text.'),
        (research_told, {"id": "a", "research": {}}, '"research" of a cannot be used: it is not a list.'),
        (research_told, {"id": "a", "research": [{}, 1]}, '"research 2" of a cannot be used: it is not an object.'),
        (
            research_told,
            {"id": "a", "research": [{"point": ["x"]}]},
            '"point" of a, research 1 cannot be used: it is not text.',
        ),
        (notes_told, {"id": "a", "meeting_notes": 1}, '"meeting_notes" of a cannot be used: it is not an object.'),
        (
            notes_told,
            {"id": "a", "meeting_notes": {"consent": "maybe"}},
            '"consent" of a, meeting_notes cannot be used: it is none of not_asked, asked_yes, asked_no, not_needed.',
        ),
        (
            notes_told,
            {"id": "a", "meeting_notes": {"advice": "rest"}},
            '"advice" of a, meeting_notes cannot be used: it is not a list of texts.',
        ),
    ],
)
def test_what_is_of_the_wrong_kind_is_said_with_its_place(
    read: Callable[[dict[str, Any]], object], told: dict[str, Any], said: str
) -> None:
    with pytest.raises(BadInput) as refused:
        read(told)
    assert refused.value.title == said


def test_what_is_missing_or_null_is_empty_and_a_number_is_as_it_is_written() -> None:
    nothing = profile_told({"id": "a", "tags": None, "phone": None, "note": None}, {})
    assert (nothing.tags, nothing.contact_points, nothing.note) == ((), (), "")
    assert profile_told({"id": "a", "phone": 5551234}, {}).contact_points[0].value == "5551234"
    assert notes_told({"id": "a"}) == (MeetingNotes(consent=Consent.NOT_ASKED), ())
    assert research_told({"id": "a", "research": None}) == ()
