"""What everyone in imported files is given besides: tags, and the event at which one met."""

from __future__ import annotations

from dataclasses import dataclass, replace

from otnet_desktop.domain.how_met import at_event
from otnet_desktop.domain.people import Profile


@dataclass(frozen=True, slots=True)
class Extra:
    """What everyone in the files is given besides."""

    tags: tuple[str, ...] = ()
    event: str = ""

    def __bool__(self) -> bool:
        return bool(self.tags or self.event)

    def given_to(self, profile: Profile) -> Profile:
        """A profile with what it did not have yet."""
        if not self:
            return profile
        tags = tuple(dict.fromkeys((*profile.tags, *self.tags)))
        return at_event(replace(profile, tags=tags), self.event)
