"""Photos and other bytes inside a card: base64 of vCard 2.1 and 3.0, data: of 4.0. Nothing is ever fetched."""

from __future__ import annotations

import binascii
import re

from otnet_desktop.domain.sentences import Sentence, sentence
from otnet_desktop.exchange.report import Remark
from otnet_desktop.exchange.vcard.card import Card, Property
from otnet_desktop.exchange.vcard.heads import Head, parameter
from otnet_desktop.exchange.vcard.values import base64, unescape

BINARY = {"PHOTO": "image", "LOGO": "image", "SOUND": "audio", "KEY": "application"}
"""Properties that may hold bytes, and the family of their media types."""

HEAVIEST = 30_000_000
"""Letters, for some 22 MB. More would be carried along for seconds with each step about its person."""

_DATA = re.compile(r"data:([^,;]*)(?:;[^,;]*)*;base64,", re.IGNORECASE)
_SIGNATURES = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG", "image/png"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
)
_ENCODING_ONLY = frozenset({"TYPE", "VALUE", "ENCODING", "MEDIATYPE"})


def leave_out_the_heaviest(card: Card) -> tuple[Remark, ...]:
    """Take pictures and sounds out of a card that are too large to keep, and say which; the file still holds them."""
    heavy = [one for one in card.properties if is_too_large(one)]
    if heavy:
        card.properties = [one for one in card.properties if not is_too_large(one)]
    return tuple(Remark(one.line, _left_out(one.head.name, len(one.value) * 3 // 4)) for one in heavy)


def is_too_large(content: Property) -> bool:
    """Whether these are more bytes than one may want to carry along."""
    return content.head.name in BINARY and len(content.value) > HEAVIEST


def _left_out(name: str, size: int) -> Sentence:
    return sentence("Too large to keep ({size} MB) and left out: {name}", size=size // 1_000_000, name=name)


def photo_of(content: Property) -> bytes | None:
    """The bytes of a photo; None if it is only an address, or not readable."""
    value = unescape(content.value).strip()
    if start := _DATA.match(value):
        return base64(value[start.end() :]) or None
    if ":" in value[:30]:
        return None
    return base64(value) or None


def beside_photo(head: Head) -> str:
    """What the head of a photo says besides its encoding, as a line without a value; nothing if it says no more."""
    extras = [p for p in head.parameters if p[0] not in _ENCODING_ONLY]
    return _head_with(head, extras) + ":" if extras or head.group else ""


def photo_line(photo: bytes, head: str = "PHOTO:") -> str:
    """A photo as vCard 4.0 writes it."""
    return f"{head}data:{media_type(photo)};base64,{binascii.b2a_base64(photo, newline=False).decode('ascii')}"


def media_type(data: bytes) -> str:
    """What kind of picture it is, by its first bytes."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((name for start, name in _SIGNATURES if data.startswith(start)), "application/octet-stream")


def as_data(content: Property) -> str:
    """A line with base64 bytes as the data: line of vCard 4.0; any other line as it stands."""
    head = content.head
    family = BINARY.get(head.name)
    if family is None or head.encoding != "base64":
        return content.text
    kind = head.types[0] if head.types else "octet-stream"
    media = kind if "/" in kind else f"{family}/{kind}"
    others = [p for p in head.parameters if p[0] not in _ENCODING_ONLY]
    if head.preferred and ("PREF", ("1",)) not in others:  # a type in 3.0, and the other types are the media type
        others.append(("PREF", ("1",)))
    return f"{_head_with(head, others)}:data:{media};base64,{''.join(content.value.split())}"


def _head_with(head: Head, parameters: list[tuple[str, tuple[str, ...]]]) -> str:
    prefix = f"{head.group}." if head.group else ""
    said = "".join(parameter(key, value) for key, values in parameters for value in values)
    return f"{prefix}{head.name}{said}"
