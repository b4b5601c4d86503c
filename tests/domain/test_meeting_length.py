"""How long one asks for."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.facts import MeetingFormat
from otnet_desktop.domain.meeting_length import usual_length


@pytest.mark.parametrize(
    ("purpose", "form", "minutes"),
    [
        ("", MeetingFormat.VIRTUAL, 20),
        ("setting_info", MeetingFormat.PHONE, 20),
        ("mentorship", MeetingFormat.VIRTUAL, 30),
        ("setting_info", MeetingFormat.IN_PERSON, 30),
        ("shadowing", MeetingFormat.PHONE, 20),
        ("shadowing", MeetingFormat.IN_PERSON, 120),
    ],
)
def test_the_purpose_and_the_way_one_meets_decide(purpose: str, form: MeetingFormat, minutes: int) -> None:
    assert usual_length(purpose, form).total_seconds() == 60 * minutes
