"""A profile as a vCard, with every line that was kept from its own card written back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from operator import attrgetter

from otnet_desktop.domain.people import Profile
from otnet_desktop.exchange.vcard.card import Property
from otnet_desktop.exchange.vcard.columns import COLUMN
from otnet_desktop.exchange.vcard.gathering import gather
from otnet_desktop.exchange.vcard.heads import Heads
from otnet_desktop.exchange.vcard.incoming import STRAY
from otnet_desktop.exchange.vcard.kept import KeptLines, Key
from otnet_desktop.exchange.vcard.names import shows_letters
from otnet_desktop.exchange.vcard.pictures import photo_line
from otnet_desktop.exchange.vcard.pieces import LISTS, GroupNames, Piece, pieces
from otnet_desktop.exchange.vcard.properties import CREDENTIALS
from otnet_desktop.exchange.vcard.values import escape, folded
from otnet_desktop.exchange.vcard.version3 import NO_NAME, as_version_3

_PRIVATE = frozenset({"NOTE", COLUMN, STRAY})
_NAMES = ("FN", "N", "NICKNAME")
"""The pieces that come first."""
_HEADS = Heads()
"""Remembered from one card to the next, as they repeat."""


class Version(StrEnum):
    """The versions that are written."""

    THREE = "3.0"
    FOUR = "4.0"


_VERSIONS = {version: f"VERSION:{version}" for version in Version}


def write_cards(
    profiles: Iterable[Profile], version: Version = Version.FOUR, *, include_private: bool = False
) -> Iterator[str]:
    """One card after the other; each is whole, so they may be written to a file as they come."""
    return (write_card(profile, version, include_private=include_private) for profile in profiles)


def write_card(profile: Profile, version: Version = Version.FOUR, *, include_private: bool = False) -> str:
    """A vCard with CRLF and folded lines. Notes, and how one met, only with ``include_private``."""
    kept = KeptLines(profile)
    said = pieces(profile, GroupNames(kept.groups), include_private)
    kept.settle(said)
    named = next((number for number, piece in enumerate(said) if piece.kind not in _NAMES), len(said))
    names, others = _lines(said[:named], kept), _lines(said[named:], kept)
    photo = [photo_line(profile.photo, kept.photo_head)] if profile.photo else []
    rest = [line.text for line in kept.rest if include_private or line.name not in _PRIVATE]
    body = [*names, *photo, *others, *_credentials(profile, names, kept), *rest]
    if version is Version.THREE:
        body = [as_version_3(line, _HEADS) for line in body]
        if all(piece.kind != "N" for piece in said[:named]):
            body.append(NO_NAME)
    return folded(("BEGIN:VCARD", _VERSIONS[version], *body, "END:VCARD"))


def _lines(said: Sequence[Piece], kept: KeptLines) -> list[str]:
    """The pieces as lines: those kept for their details in place of ours, lists in one line."""
    if kept.details or kept.covered:
        return list(_with_details(said, kept))
    lines: list[str] = []
    before = ""
    for piece in said:
        if piece.kind not in LISTS:
            lines += piece.lines
        elif piece.kind == before:
            lines[-1] += f",{piece.lines[0]}"
        else:
            lines.append(f"{piece.kind}:{piece.lines[0]}")
        before = piece.kind
    return lines


def _with_details(said: Sequence[Piece], kept: KeptLines) -> Iterator[str]:
    left = Counter((piece.kind, piece.value) for piece in said)
    for kind, run in groupby(said, key=attrgetter("kind")):
        waiting: list[str] = []
        for piece in run:
            key = (piece.kind, piece.value)
            left[key] -= 1
            details = _details_for(key, kept, is_last=not left[key])
            if details:
                yield from _joined(kind, waiting)
                waiting = []
                yield from (piece.group + text for text in details)
            elif key in kept.covered and key not in kept.details:
                continue
            elif kind in LISTS:
                waiting += piece.lines
            else:
                yield from piece.lines
        yield from _joined(kind, waiting)


def _details_for(key: Key, kept: KeptLines, *, is_last: bool) -> list[str]:
    """The kept lines to write for a piece: one each, if several pieces say the same, and the last takes all."""
    details = kept.details.get(key, [])
    taken = details[:] if is_last else details[:1]
    del details[: len(taken)]
    return taken


def _joined(kind: str, values: list[str]) -> Iterator[str]:
    if values:
        yield f"{kind}:{','.join(values)}"


def _credentials(profile: Profile, names: list[str], kept: KeptLines) -> Iterator[str]:
    """A line of our own if the names, read again, would give other credentials."""
    if kept.is_empty and not profile.credentials and not shows_letters(profile):
        return
    contents = []
    for line in names:
        text, _, value = line.partition(":")
        if head := _HEADS[text]:
            contents.append(Property(head, value, 0))
    if tuple(gather(contents)[0].letters) != profile.credentials:
        yield f"{CREDENTIALS}:{','.join(escape(text) for text in profile.credentials)}"
