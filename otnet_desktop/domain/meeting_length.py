"""How long a meeting one asks for, by its purpose and the way one meets.

University career services advise 15 to 30 minutes and to keep to them; twenty is what people give gladly. In person
there is a way to go and somebody to find, so a little more is fair; to observe is another thing altogether.
"""

from __future__ import annotations

from datetime import timedelta

from otnet_desktop.domain.facts import MeetingFormat

USUAL = timedelta(minutes=20)
LONGER = timedelta(minutes=30)
A_VISIT = timedelta(hours=2)

LONGER_PURPOSES = frozenset({"capstone_site", "mentorship", "research_collaboration"})
"""Both sides have plans to lay open; twenty minutes would only begin."""

OBSERVING = "shadowing"


def usual_length(purpose: str, form: MeetingFormat) -> timedelta:
    """``purpose`` is a code of ``vocabulary/purposes``, "" for none."""
    if form is MeetingFormat.IN_PERSON:
        return A_VISIT if purpose == OBSERVING else LONGER
    return LONGER if purpose in LONGER_PURPOSES else USUAL
