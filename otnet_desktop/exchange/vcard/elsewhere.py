"""Nicknames, and how a name is said, in properties that only one kind of address book writes.

Public: ``said_elsewhere(properties)``. The lines are kept as they are; what they say goes into our fields, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from otnet_desktop.exchange.vcard.card import Property
from otnet_desktop.exchange.vcard.heads import Heads
from otnet_desktop.exchange.vcard.values import escape, fields, unescape

_HEADS = Heads()
_ANDROID = "X-ANDROID-CUSTOM"
_ANDROIDS_NICKNAME = "vnd.android.cursor.item/nickname"
_NICKNAMES = frozenset({"X-NICKNAME", _ANDROID})
_PHONETIC = ("X-PHONETIC-FIRST-NAME", "X-PHONETIC-MIDDLE-NAME", "X-PHONETIC-LAST-NAME")
_OURS = "X-OTNET-SAY-IT-LIKE"
_NAMES = frozenset({*_NICKNAMES, *_PHONETIC})


def said_elsewhere(properties: Sequence[Property]) -> Iterator[Property]:
    """The same in properties we have fields for, where these say nothing themselves."""
    told = [content for content in properties if content.head.name in _NAMES and content.head.group[:4] != "also"]
    if not told:
        return
    names = {content.head.name for content in properties}
    for content in told:
        if "NICKNAME" not in names and content.head.name in _NICKNAMES and (nickname := _nickname(content)):
            yield _as("NICKNAME", nickname, content)
    spoken = {content.head.name: content for content in reversed(told) if content.head.name in _PHONETIC}
    if spoken and _OURS not in names:
        parts = (unescape(spoken[name].value).strip() for name in _PHONETIC if name in spoken)
        if text := " ".join(filter(None, parts)):
            yield _as(_OURS, text, next(iter(spoken.values())))


def _nickname(content: Property) -> str:
    if content.head.name != _ANDROID:
        return unescape(content.value).strip()
    kind, *rest = fields(content.value)
    return unescape(rest[0]).strip() if kind == _ANDROIDS_NICKNAME and rest else ""


def _as(name: str, text: str, content: Property) -> Property:
    head = _HEADS[name]
    assert head is not None, "the name of a property"
    return Property(head, escape(text), content.line)
