"""Where one met somebody, said of several people at once."""

from __future__ import annotations

from dataclasses import replace

from otnet_desktop.domain.people import Profile

AT_AN_EVENT = "conference"
"""A code of ``vocabulary/how_met``."""


def at_event(profile: Profile, event: str) -> Profile:
    """A profile that tells where we met, unless it tells already."""
    if not event or profile.event:
        return profile
    return replace(profile, event=event, how_met=profile.how_met or AT_AN_EVENT)
