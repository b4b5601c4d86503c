"""A card as a person: what we have fields for goes there, everything else is kept verbatim in ``Profile.foreign``."""

from __future__ import annotations

from dataclasses import replace

from otnet_desktop.domain.people import Profile
from otnet_desktop.exchange.identity import identity
from otnet_desktop.exchange.report import Incoming, Refusal, Rejected, Remark, excerpt
from otnet_desktop.exchange.vcard.card import Card, Ending, Property
from otnet_desktop.exchange.vcard.known import is_known
from otnet_desktop.exchange.vcard.labels import from_apple
from otnet_desktop.exchange.vcard.parts import Parts, Told
from otnet_desktop.exchange.vcard.pictures import as_data, beside_photo
from otnet_desktop.exchange.vcard.points import NAMES as POINTS
from otnet_desktop.exchange.vcard.points import read_point
from otnet_desktop.exchange.vcard.properties import OWN_SINGLES, RANKS, READERS, REST
from otnet_desktop.exchange.vcard.values import escape, unescape
from otnet_desktop.exchange.vcard.work import OURS, affiliations

LABEL = "X-ABLABEL"
COLUMN = "X-OTNET-COLUMN"
"""Carries ``column: value`` of a CSV import through a card."""
STRAY = "X-OTNET-UNREAD"
"""Carries a line that was no property."""
ALSO = "also"
"""Group of a line that repeats a property of which only one can be a field."""

_MOST_WARNINGS = 50
_OF_THE_FILE = frozenset({"VERSION", "PRODID", "REV", "UID"})
Kept = list[tuple[Property, Told]]


def read_person(card: Card) -> Incoming | Rejected:
    """A person, or why the card is none."""
    if card.ending is Ending.CUT_OFF:
        return Rejected(card.line, Refusal.HALF_CARD, _summary(card))
    if card.ending is Ending.TOO_LONG:
        return Rejected(card.line, Refusal.HUGE_CARD)
    if not any(content.value.strip(" ;") for content in card.properties if content.head.name not in _OF_THE_FILE):
        return Rejected(card.line, Refusal.EMPTY_CARD, _summary(card))
    parts, kept = gather(card.properties)
    foreign = (*_lines(kept, len(parts.notes)), *(f"{STRAY}:{escape(stray.text)}" for stray in card.strays))
    profile = build(parts, foreign)
    if not profile.uid:
        profile = replace(profile, uid=_uid_of(card))
    return Incoming(profile, card.line, _warnings(card, kept) if kept or card.strays or _is_odd(card) else ())


def gather(properties: list[Property]) -> tuple[Parts, Kept]:
    """The parts, and the lines that are not told in full (or may have to go along with such a line)."""
    parts = Parts()
    kept: Kept = []
    labels = {
        content.head.group: from_apple(unescape(content.value))
        for content in properties
        if content.head.group and content.head.name == LABEL
    }
    for content in properties:
        head = content.head
        name = head.name
        if name == "VERSION":
            continue
        if head.group[:4] == ALSO:
            told = Told.NOT
        elif name in POINTS:
            told = _take_point(parts, content, labels.get(head.group, "") if head.group else "")
        else:
            reader = READERS.get(name)
            told = reader(parts, content) if reader else Told.NOT
        if told is not Told.FULLY or head.group:
            kept.append((content, told))
    return parts, kept


def _take_point(parts: Parts, content: Property, label: str) -> Told:
    read = read_point(content, label)
    if read is None:
        return Told.FULLY if not content.value.strip(" ;") else Told.NOT
    point, told = read
    if point not in parts.points:
        parts.points.append(point)
    return told


def build(parts: Parts, foreign: tuple[str, ...] = ()) -> Profile:
    """The parts as a profile. A shown name that the other fields give anyway is not stored a second time."""
    single = parts.singles.get
    family, given, middle, prefix, suffix = parts.name or ("", "", "", "", "")
    credentials = tuple(parts.letters)
    if parts.credentials is not None:
        credentials = tuple(parts.credentials)
        suffix = ", ".join(part for part in (*suffix.split(", "), *parts.letters) if part and part not in credentials)
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
    return profile


def _lines(kept: Kept, notes: int) -> tuple[str, ...]:
    """The lines to keep, in the order in which they will be written again."""
    loose = {content.head.group for content, told in kept if _is_loose(content, told)} - {""}
    lines: list[tuple[int, str]] = []
    groups: set[str] = set()
    for content, told in kept:
        name = content.head.name
        if name == LABEL or (told is Told.FULLY and not (name in POINTS and content.head.group in loose)):
            continue
        if name == "NOTE" and told is Told.PARTLY and notes > 1:
            continue
        has_field = told in {Told.FULLY, Told.PARTLY}
        lines.append((RANKS[name] if has_field else REST, _kept_line(content, told)))
        groups.add(content.head.group)
    pointed = {content.head.group for content, _ in kept if content.head.name in POINTS}
    for content, _ in kept:
        if content.head.name == LABEL and (content.head.group in groups or content.head.group not in pointed):
            lines.append((REST, content.text))
    return tuple(line for _, line in sorted(lines, key=lambda pair: pair[0]))


def _is_loose(content: Property, told: Told) -> bool:
    return told in {Told.NOT, Told.ALSO} and content.head.name != LABEL


def _kept_line(content: Property, told: Told) -> str:
    name = content.head.name
    if name == COLUMN:
        return f"{content.head.parameter('NAME')}: {unescape(content.value)}"
    if name == "PHOTO" and told is Told.PARTLY:
        return beside_photo(content.head)
    line = as_data(content)
    if name in {"ORG", "TITLE"} and content.head.group.startswith(OURS):
        line = line.removeprefix(f"{content.head.group}.")
    if told is not Told.ALSO:
        return line
    return f"{ALSO}-{line}" if content.head.group else f"{ALSO}.{line}"


def _uid_of(card: Card) -> str:
    """An identity for a card that has none, from what it says: the same card again is the same person."""
    said = "\n".join(content.text for content in card.properties if content.head.name not in _OF_THE_FILE)
    return identity(said)


def _summary(card: Card) -> str:
    return excerpt(" ".join(content.text for content in card.properties[:6] if content.head.name != "VERSION"))


def _is_odd(card: Card) -> bool:
    return card.ending is not Ending.PROPER


def _warnings(card: Card, kept: Kept) -> tuple[Remark, ...]:
    """What was not understood, line by line."""
    found: list[Remark] = []
    if _is_odd(card):
        found.append(Remark(card.line, "This contact has no END:VCARD; it was taken as it stands."))
    found += [Remark(stray.line, f"Not understood, kept as it is: {excerpt(stray.text)}") for stray in card.strays]
    for content, told in kept:
        if told is not Told.NOT or content.head.name == LABEL:
            continue
        if content.head.name in {"KIND", "X-ADDRESSBOOKSERVER-KIND"} and content.value.strip().lower() == "group":
            found.append(Remark(content.line, "This is a list of contacts rather than a person."))
        elif not is_known(content.head.name) or content.head.name in READERS:
            found.append(Remark(content.line, f"There is no field for this, kept as it is: {excerpt(content.text)}"))
    if len(found) > _MOST_WARNINGS:
        rest = len(found) - _MOST_WARNINGS
        found[_MOST_WARNINGS:] = [Remark(found[_MOST_WARNINGS].line, f"{rest} more lines kept as they are.")]
    return tuple(found)
