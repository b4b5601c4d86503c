"""A profile as the properties that tell it, in the order in which a card is written."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import NamedTuple

from otnet_desktop.domain.people import Profile
from otnet_desktop.exchange.vcard.dates import basic
from otnet_desktop.exchange.vcard.names import write_name
from otnet_desktop.exchange.vcard.points import NAMES as POINTS
from otnet_desktop.exchange.vcard.points import write_point
from otnet_desktop.exchange.vcard.properties import OWN_SINGLES
from otnet_desktop.exchange.vcard.values import escape
from otnet_desktop.exchange.vcard.work import needs_groups, write_organisation, write_title

POINT = "POINT"
LISTS = frozenset({"NICKNAME", "CATEGORIES", "X-OTNET-NUCC"})
"""Properties whose values share a line; their pieces hold the value only."""

_PRIVATE = frozenset({"X-OTNET-HOW-MET", "X-OTNET-MET-VIA", "X-OTNET-EVENT", "X-OTNET-SOURCE"})
"""What concerns only me and them: left out, as notes are, unless asked for."""


class Piece(NamedTuple):
    """One value and the lines that tell it. Two pieces say the same if kind and value are equal.

    ``group`` ("job1.") ties a line to another; a line kept in its place takes it over.
    """

    kind: str
    value: Hashable
    lines: tuple[str, ...]
    group: str = ""


class GroupNames:
    """Fresh groups (item1, item2 ...) that no kept line uses."""

    def __init__(self, taken: frozenset[str] = frozenset()) -> None:
        self._taken = taken
        self._count = 0

    def fresh(self) -> str:
        """The next one."""
        self._count += 1
        while f"item{self._count}" in self._taken:
            self._count += 1
        return f"item{self._count}"


def kind_of(name: str) -> str:
    """The kind of piece a property is read into."""
    return POINT if name in POINTS else name


def pieces(profile: Profile, groups: GroupNames, include_private: bool) -> list[Piece]:
    """Everything but the photo and what is kept verbatim."""
    found = [_text("FN", profile.full_name)]
    name = (profile.family, profile.given, profile.middle, profile.prefix, profile.suffix)
    if any(name) or profile.credentials:
        found.append(Piece("N", name, (write_name(name, profile.credentials),)))
    if profile.nickname:
        found += _listed("NICKNAME", profile.nickname.split(", "))
    if profile.birthday:
        found.append(Piece("BDAY", profile.birthday, (f"BDAY:{basic(profile.birthday)}",)))
    if profile.pronouns:
        found.append(_text("PRONOUNS", profile.pronouns))
    found += [Piece(POINT, point, tuple(write_point(point, groups.fresh))) for point in profile.contact_points]
    found += _work(profile)
    found += _about(profile)
    if include_private and profile.note:
        found.append(_text("NOTE", profile.note))
    if profile.uid:
        found.append(_text("UID", profile.uid))
    found += _listed("X-OTNET-NUCC", profile.nucc)
    for own, field in OWN_SINGLES.items():
        if (text := getattr(profile, field)) and (include_private or own not in _PRIVATE):
            found.append(_text(own, text))
    return found


def _about(profile: Profile) -> list[Piece]:
    """What somebody does and where, in words and codes."""
    told = [("ROLE", profile.role), *(("LANG", text) for text in profile.languages), ("TZ", profile.zone)]
    found = [_text(kind, text) for kind, text in told if text]
    found += _listed("CATEGORIES", profile.tags)
    found += [_text("EXPERTISE", text) for text in profile.practice_areas if text]
    return found


def _work(profile: Profile) -> list[Piece]:
    found = []
    grouped = needs_groups(profile.affiliations)
    for number, place in enumerate(profile.affiliations, start=1):
        group = f"job{number}." if grouped else ""
        if place.organisation or place.department:
            told = (place.organisation, place.department, place.setting, place.since, place.until)
            found.append(Piece("ORG", told, (group + write_organisation(place),), group))
        if place.title:
            found.append(Piece("TITLE", place.title, (group + write_title(place),), group))
    return found


def _listed(name: str, texts: Iterable[str]) -> list[Piece]:
    return [Piece(name, text, (escape(text),)) for text in texts if text]


def _text(name: str, text: str) -> Piece:
    return Piece(name, text, (f"{name}:{escape(text)}",))
