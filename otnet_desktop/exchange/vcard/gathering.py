"""From properties to a profile: each is read into its part, and what is left to keep is named."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from otnet_desktop.domain.duplicates.ways import fold_email, is_of_a_house, personal_page
from otnet_desktop.domain.people import ContactKind, ContactPoint, Profile
from otnet_desktop.exchange.vcard.card import Property
from otnet_desktop.exchange.vcard.elsewhere import said_elsewhere
from otnet_desktop.exchange.vcard.labels import from_apple
from otnet_desktop.exchange.vcard.parts import Parts, Told, add
from otnet_desktop.exchange.vcard.points import NAMES as POINTS
from otnet_desktop.exchange.vcard.points import read_point
from otnet_desktop.exchange.vcard.properties import CREDENTIALS, OWN_SINGLES, READERS, first_place
from otnet_desktop.exchange.vcard.values import unescape
from otnet_desktop.exchange.vcard.work import affiliations

LABEL = "X-ABLABEL"
ALSO = "also"
"""Group of a line that repeats a property of which only one can be a field."""

EMPTY = " ;,"
"""What a value without content may consist of."""


class Entry(NamedTuple):
    """A line that may have to be kept; ``place`` is where its value stands in its part."""

    content: Property
    told: Told
    place: int


def gather(properties: list[Property]) -> tuple[Parts, list[Entry]]:
    """The parts, and the lines that are not told in full (or may have to go along with such a line)."""
    parts = Parts()
    entries: list[Entry] = []
    labels = {
        content.head.group: from_apple(unescape(content.value))
        for content in properties
        if content.head.group and content.head.name == LABEL
    }
    for content in (*properties, *said_elsewhere(properties)):
        head = content.head
        name = head.name
        place = 0
        if name == "VERSION" or (not content.value.strip(EMPTY) and has_field(name)):
            continue
        if head.group[:4] == ALSO:
            told = Told.NOT
        elif name in POINTS:
            told, place = _take_point(parts, content, labels.get(head.group, "") if head.group else "")
        else:
            reader = READERS.get(name)
            told = reader(parts, content) if reader else Told.NOT
            place = first_place(parts, content) if told is Told.PARTLY else 0
        if told is not Told.FULLY or head.group:
            entries.append(Entry(content, told, place))
    return parts, entries if parts.credentials is None else _without_strays(parts, entries)


def _without_strays(parts: Parts, entries: list[Entry]) -> list[Entry]:
    """Where all credentials are told, other letters after the shown name belong to the name: "Mill Rehab, PT"."""
    told = {piece for text in parts.credentials or () for piece in text.split(", ")}
    if told.issuperset(parts.shown_letters):
        return entries
    parts.formatted = parts.shown
    parts.letters = [token for token in parts.letters if token not in parts.shown_letters]
    return [entry for entry in entries if entry.content.head.name != "FN" or entry.told is not Told.PARTLY]


def has_field(name: str) -> bool:
    """Whether an empty property (``N:;;;;``) says nothing; one without a field of ours is still kept."""
    return (name in READERS or name in POINTS) and name != CREDENTIALS


def _take_point(parts: Parts, content: Property, label: str) -> tuple[Told, int]:
    read = read_point(content, label)
    if read is None:
        return Told.NOT, 0
    point, told = read
    return told, add(parts.points, point)


def build(parts: Parts, foreign: tuple[str, ...] = ()) -> Profile:
    """The parts as a profile. A shown name that the other fields give anyway is not stored a second time."""
    single = parts.singles.get
    family, given, middle, prefix, suffix = parts.name or ("", "", "", "", "")
    credentials = tuple(parts.letters)
    if parts.credentials is not None:
        credentials = tuple(parts.credentials)
        told = {piece for text in credentials for piece in text.split(", ")}
        suffix = ", ".join(part for part in (*suffix.split(", "), *parts.letters) if part and part not in told)
    profile = Profile(
        given=given,
        family=family,
        middle=middle,
        prefix=prefix,
        suffix=suffix,
        nickname=", ".join(parts.nicknames),
        credentials=credentials,
        role=single("ROLE", ""),
        pronouns=single("PRONOUNS", ""),
        practice_areas=tuple(parts.areas),
        nucc=tuple(parts.nucc),
        languages=tuple(parts.languages),
        zone=single("TZ", ""),
        birthday=single("BDAY", ""),
        tags=tuple(parts.tags),
        contact_points=tuple(parts.points),
        affiliations=affiliations(parts),
        note="\n\n".join(parts.notes),
        uid=single("UID", ""),
        foreign=foreign,
        photo=parts.photo,
        **{field: parts.singles[name] for name, field in OWN_SINGLES.items() if name in parts.singles},
    )
    if parts.formatted and parts.formatted != profile.full_name:
        return replace(profile, display=parts.formatted)
    return replace(profile, display=profile.current.organisation) if _is_a_business(profile) else profile


def _is_a_business(profile: Profile) -> bool:
    """Whether nobody is named, and only a place is reached there: it is filed under its own name.

    So do other address books, and RFC 6350 where it says ``KIND:org``. An address of one person alone stays theirs.
    """
    if profile.given or profile.family or profile.display or profile.nickname or profile.middle:
        return False
    ways = profile.contact_points
    return bool(ways and profile.current.organisation) and not any(map(_is_of_one_alone, ways))


def _is_of_one_alone(way: ContactPoint) -> bool:
    if way.kind is ContactKind.EMAIL:
        return not is_of_a_house(fold_email(way.value))
    return way.kind is ContactKind.LINKEDIN and bool(personal_page(way.value))
