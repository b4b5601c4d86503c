"""A card as a person: what we have fields for goes there, everything else is kept verbatim in ``Profile.foreign``."""

from __future__ import annotations

from dataclasses import replace

from otnet_desktop.domain.sentences import sentence
from otnet_desktop.exchange.identity import identity
from otnet_desktop.exchange.report import Incoming, Refusal, Rejected, Remark, excerpt
from otnet_desktop.exchange.vcard.card import Card, Ending
from otnet_desktop.exchange.vcard.columns import COLUMN, from_line
from otnet_desktop.exchange.vcard.gathering import ALSO, EMPTY, LABEL, Entry, build, gather
from otnet_desktop.exchange.vcard.known import is_known
from otnet_desktop.exchange.vcard.parts import Told
from otnet_desktop.exchange.vcard.pictures import as_data, beside_photo, leave_out_the_heaviest
from otnet_desktop.exchange.vcard.points import NAMES as POINTS
from otnet_desktop.exchange.vcard.properties import RANKS, READERS, REST
from otnet_desktop.exchange.vcard.values import escape

STRAY = "X-OTNET-UNREAD"
"""Carries a line that was no property."""

_MOST_WARNINGS = 50
_OF_THE_FILE = frozenset({"VERSION", "PRODID", "REV", "UID"})


def read_person(card: Card) -> Incoming | Rejected:
    """A person, or why the card is none."""
    if card.ending is Ending.CUT_OFF:
        return Rejected(card.line, Refusal.HALF_CARD, _summary(card))
    if card.ending is Ending.TOO_LONG:
        return Rejected(card.line, Refusal.HUGE_CARD)
    left_out = leave_out_the_heaviest(card)
    if not any(content.value.strip(EMPTY) for content in card.properties if content.head.name not in _OF_THE_FILE):
        return Rejected(card.line, Refusal.EMPTY_CARD, _summary(card))
    parts, entries = gather(card.properties)
    profile = build(parts, _lines(card, entries, len(parts.notes)))
    if not profile.uid:
        profile = replace(profile, uid=_uid_of(card))
    is_odd = bool(entries or card.strays) or card.ending is not Ending.PROPER
    return Incoming(profile, card.line, (*left_out, *(_warnings(card, entries) if is_odd else ())))


def _lines(card: Card, entries: list[Entry], notes: int) -> tuple[str, ...]:
    """The lines to keep, in the order in which they will be written again."""
    loose = {entry.content.head.group for entry in entries if _is_loose(entry)} - {""}
    lines: list[tuple[int, int, str]] = []
    groups: set[str] = set()
    pointed: set[str] = set()
    for entry in entries:
        content, told, place = entry
        name, group = content.head.name, content.head.group
        if name in POINTS:
            pointed.add(group)
        if name == LABEL or (told is Told.FULLY and not (name in POINTS and group in loose)):
            continue
        if name == "NOTE" and told is Told.PARTLY and notes > 1:
            continue
        has_field = told in {Told.FULLY, Told.PARTLY}
        lines.append((RANKS[name] if has_field else REST, place if has_field else 0, _kept_line(entry)))
        groups.add(group)
    lines += [(REST, 0, f"{STRAY}:{escape(stray.text)}") for stray in card.strays]
    for content, _, _ in entries:
        if content.head.name == LABEL and (content.head.group in groups or content.head.group not in pointed):
            lines.append((REST + 1, 0, content.text))
    return tuple(line for _, _, line in sorted(lines, key=lambda item: item[:2]))


def _is_loose(entry: Entry) -> bool:
    """A line without a field, which may hang by its group on one that has one."""
    return entry.told is Told.NOT and entry.content.head.name not in {LABEL, COLUMN}


def _kept_line(entry: Entry) -> str:
    content, told, _ = entry
    name = content.head.name
    if name == COLUMN:
        return from_line(content)
    if name == "PHOTO" and told is Told.PARTLY:
        return beside_photo(content.head)
    line = as_data(content)
    if name in {"ORG", "TITLE"} and told is Told.PARTLY:  # written with a group of our own where one is needed
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


def _warnings(card: Card, entries: list[Entry]) -> tuple[Remark, ...]:
    """What was not understood, line by line."""
    found: list[Remark] = []
    if card.ending is not Ending.PROPER:
        found.append(Remark(card.line, "This contact has no END:VCARD; it was taken as it stands."))
    found += [
        Remark(stray.line, sentence("Not understood, kept as it is: {text}", text=excerpt(stray.text)))
        for stray in card.strays
    ]
    for content, told, _ in entries:
        if told is not Told.NOT or content.head.name == LABEL:
            continue
        if content.head.name in {"KIND", "X-ADDRESSBOOKSERVER-KIND"} and content.value.strip().lower() == "group":
            found.append(Remark(content.line, "This is a list of contacts rather than a person."))
        elif not is_known(content.head.name) or content.head.name in READERS:
            found.append(
                Remark(
                    content.line,
                    sentence("There is no field for this, kept as it is: {text}", text=excerpt(content.text)),
                )
            )
    if len(found) > _MOST_WARNINGS:
        rest = len(found) - _MOST_WARNINGS
        found[_MOST_WARNINGS:] = [
            Remark(found[_MOST_WARNINGS].line, sentence("{rest} more lines kept as they are.", rest=rest))
        ]
    return tuple(found)
