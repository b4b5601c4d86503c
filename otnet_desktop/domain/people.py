"""A person as one knows them: names, places, ways to reach them. Facts about what happened live in ``facts``."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from otnet_desktop.domain.status import PersonId, Status

__all__ = [
    "ALSO_NAME",
    "Affiliation",
    "ContactKind",
    "ContactPoint",
    "ContactState",
    "Person",
    "PersonId",
    "Profile",
    "Status",
]


ALSO_NAME = "X-OTNET-ALSO-NAME:"
"""Line of ``Profile.foreign`` that holds another name of theirs as it was shown: from before they married, say."""


class ContactKind(StrEnum):
    """The ways to reach somebody."""

    EMAIL = "email"
    PHONE = "phone"
    LINKEDIN = "linkedin"
    WEBSITE = "website"
    ADDRESS = "address"
    CHAT = "chat"


class ContactState(StrEnum):
    """Whether a way to reach somebody still works."""

    OK = "ok"
    BOUNCED = "bounced"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """One address, number or link, as the user typed it. ``label`` is free text ("work", "Other")."""

    kind: ContactKind
    value: str
    label: str = ""
    primary: bool = False
    state: ContactState = ContactState.OK


@dataclass(frozen=True, slots=True)
class Affiliation:
    """Where somebody works, or worked until ``until``. ``setting`` is a code of ``vocabulary/settings``."""

    organisation: str = ""
    title: str = ""
    department: str = ""
    setting: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def is_current(self) -> bool:
        """No end is known."""
        return self.until is None


NOWHERE = Affiliation()


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything about a person that can be typed or imported.

    ``birthday`` is vCard text (RFC 6350 4.3.1: ``1990-04-01`` or ``--04-01`` without a year).
    ``foreign`` holds what an import brought and no field of ours can carry, verbatim, to be written back on export;
    one unfolded vCard content line or ``CSV-column: value`` an entry.
    """

    given: str = ""
    family: str = ""
    display: str = ""
    middle: str = ""
    prefix: str = ""
    suffix: str = ""
    nickname: str = ""
    say_it_like: str = ""
    pronouns: str = ""
    credentials: tuple[str, ...] = ()
    role: str = ""
    practice_areas: tuple[str, ...] = ()
    nucc: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    zone: str = ""
    birthday: str = ""
    how_met: str = ""
    met_via: str = ""
    event: str = ""
    tags: tuple[str, ...] = ()
    contact_points: tuple[ContactPoint, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    note: str = ""
    source: str = ""
    uid: str = ""
    foreign: tuple[str, ...] = ()
    photo: bytes = field(default=b"", repr=False)

    @property
    def full_name(self) -> str:
        """The name as the person writes it; an address, number or place when there is none at all."""
        if self.display:
            return self.display
        if name := " ".join(filter(None, (self.given, self.middle, self.family))):
            return name
        if self.nickname:
            return self.nickname
        for point in self.contact_points:
            if point.value:
                return point.value
        return self.current.organisation

    @property
    def short_name(self) -> str:
        """What one calls them in a reminder: "Renata"."""
        return self.given or self.nickname or self.full_name

    @property
    def also_named(self) -> tuple[str, ...]:
        """Other names they go or went by."""
        return tuple([line.removeprefix(ALSO_NAME) for line in self.foreign if line.startswith(ALSO_NAME)])

    @property
    def current(self) -> Affiliation:
        """Where they work now; an empty affiliation when unknown."""
        for place in self.affiliations:
            if place.until is None:
                return place
        return NOWHERE

    def reach(self, kind: ContactKind) -> ContactPoint | None:
        """The working way of that kind to use first."""
        working = [p for p in self.contact_points if p.kind is kind and p.state is ContactState.OK and p.value]
        return next((p for p in working if p.primary), working[0] if working else None)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the network. ``ref`` is the stable, readable name used in keys and files."""

    id: PersonId
    ref: str
    status: Status
    profile: Profile
    created_at: datetime
    changed_at: datetime
