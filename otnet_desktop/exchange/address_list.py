"""Plain lists of addresses: the "To:" of a mail as one copies it, one address a line, aliases of mail in a terminal.

Public: ``is_address_list(lines)`` and ``read_addresses(stream)``. ``Ana Lee <ana@x.org>, "Ito, Ben" <ben@x.org>;`` and
addresses alone, in any mixture, parted by commas, semicolons or line ends. A line with ``#`` before it is a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from email.header import decode_header, make_header
from typing import BinaryIO, NamedTuple

from otnet_desktop.domain.people import ContactKind, ContactPoint, Profile
from otnet_desktop.domain.typed_name import read_name
from otnet_desktop.exchange.identity import identity
from otnet_desktop.exchange.report import Incoming, Refusal, Rejected, excerpt
from otnet_desktop.exchange.text import Lines

_WORD = r"[^\s<>()\[\]\"',;:@]++"
_ADDRESS = rf"{_WORD}(?:'{_WORD})*+@{_WORD}"
"""An apostrophe stands inside of what comes before the @ (o'brien), not at its ends: there it is a quotation mark."""

_ALONE = re.compile(
    rf"""<?(?P<mark>')?(?:mailto:)?(?P<address>{_ADDRESS})(?(mark)')(?=[\s,;(>]|$)(?!\s*<)>?"""
    r"(?:\s*\((?P<name>[^()<>]*)\))?",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"""(?:"((?:[^"\\]|\\.)*)"\s*|'?({_ADDRESS})'?\s*|([^<>@;]*))<\s*(?:mailto:)?({_ADDRESS})\s*>""", re.IGNORECASE
)
_BETWEEN = re.compile(r"[\s,;]*")
_FIELD = re.compile(
    r"\s*(?:to|cc|bcc|from|reply-to|an|kopie|blindkopie|von|à|de|cci|para|da|a|aan|van|do|dw|till|fra|från|til|кому|от"
    r"|копия|收件人|抄送|宛先|받는 사람)\s?[:：]",
    re.IGNORECASE,
)
"""What stands before the addresses in the head of a mail."""

_ALIAS = re.compile(r"alias\s+(?:-group\s+\S+\s+)*(\S+)\s+", re.IGNORECASE)
_COMMENT = "#"
_MOST_WORDS = 8
"""Of a name; with more before an address it is a sentence."""


class _Named(NamedTuple):
    """One of a list."""

    name: str
    address: str


def is_address_list(lines: Sequence[str]) -> bool:
    """Whether these lines hold addresses, with or without names, and nothing else."""
    is_any = False
    for line in filter(_says_something, lines):
        nickname, start = _start(line)
        found, rest = _taken_apart(line, start)
        if line[rest:].strip() and not (nickname and "@" not in line):
            return False
        is_any = is_any or bool(found)
    return is_any


def read_addresses(stream: BinaryIO) -> Iterator[Incoming | Rejected]:
    """Everybody in the list; what is no address is refused, with its line."""
    lines = (line for batch in Lines(stream).batches() for line in batch)
    for number, line in enumerate(lines, start=1):
        if not _says_something(line):
            continue
        nickname, start = _start(line)
        found, rest = _taken_apart(line, start)
        for one in found:
            yield Incoming(_profile(one, nickname if len(found) == 1 else ""), number)
        if left := line[rest:].strip():
            is_list = bool(nickname) and "@" not in line
            yield Rejected(number, Refusal.LIST_OF_CONTACTS if is_list else Refusal.NO_ADDRESS, excerpt(left))


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith(_COMMENT)


def _start(line: str) -> tuple[str, int]:
    """The alias a line is about, if it is, and where its addresses begin."""
    if alias := _ALIAS.match(line):
        return alias[1], alias.end()
    field = _FIELD.match(line)
    return "", field.end() if field else 0


def _taken_apart(line: str, start: int) -> tuple[list[_Named], int]:
    """Everybody in a line, and where what cannot be read begins."""
    found: list[_Named] = []
    place = _after(line, start)
    while place < len(line):
        if alone := _ALONE.match(line, place):
            found.append(_Named(alone["name"] or "", alone["address"]))
            place = _after(line, alone.end())
        elif (named := _NAMED.match(line, place)) and _is_name(named[3] or ""):
            name = named[1].replace("\\", "") if named[1] else named[2] or named[3] or ""
            found.append(_Named(name, named[4]))
            place = _after(line, named.end())
        else:
            break
    return found, place


def _after(line: str, place: int) -> int:
    between = _BETWEEN.match(line, place)
    return between.end() if between else place


def _is_name(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS


def _profile(one: _Named, nickname: str) -> Profile:
    told = _decoded(one.name).strip(" '")
    name = read_name("" if told.casefold() == one.address.casefold() else told)
    return Profile(
        **asdict(name),
        nickname=nickname,
        contact_points=(ContactPoint(ContactKind.EMAIL, one.address),),
        uid=identity(f"{told}\x1f{one.address.casefold()}"),
    )


def _decoded(name: str) -> str:
    """A name as it stands in a mail that went through old servers: ``=?utf-8?q?J=C3=B6rg?=``."""
    if "=?" not in name:
        return name
    try:
        return str(make_header(decode_header(name)))
    except (ValueError, LookupError):  # among them every trouble with a header or with letters
        return name
