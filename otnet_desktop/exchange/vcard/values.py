"""The inside of a content line: escapes, structured values, quoted-printable, base64, folding (RFC 6350, vCard 2.1)."""

from __future__ import annotations

import binascii
import codecs
import quopri
from collections.abc import Iterable

_LINE_OCTETS = 75


def unescape(value: str) -> str:
    r"""Text without its backslashes: ``\n`` is a line break, any other escaped character itself (``http\://``)."""
    if "\\" not in value:
        return value
    *parts, last = value.split("\\\\")
    lone = "\\" if last.endswith("\\") else ""  # at the very end it escapes nothing
    parts.append(last)
    return "\\".join([part.replace("\\n", "\n").replace("\\N", "\n").replace("\\", "") for part in parts]) + lone


def escape(text: str) -> str:
    """Text as a value that may stand in a list or a structured value."""
    text = in_one_line(text)
    if "," in text:
        text = text.replace(",", "\\,")
    return text.replace(";", "\\;") if ";" in text else text


def in_one_line(text: str) -> str:
    """Text as a value of its own, where commas and semicolons part nothing. Mostly there is nothing to escape."""
    if "\\" in text:
        text = text.replace("\\", "\\\\")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\n", "\\n") if "\n" in text else text


def fields(value: str) -> list[str]:
    r"""The parts of a structured value, still escaped: ``["a", "b\;c"]`` from ``a;b\;c``."""
    return value.split(";") if "\\" not in value else _parts(value, ";")


def items(value: str) -> list[str]:
    """The members of a list value, still escaped."""
    return value.split(",") if "\\" not in value else _parts(value, ",")


def _parts(value: str, separator: str) -> list[str]:
    """Cut at the separators that have no backslash of their own before them."""
    found: list[str] = []
    waiting: list[str] = []
    for piece in value.split(separator):
        waiting.append(piece)
        if piece[-1:] == "\\" and (len(piece) - len(piece.rstrip("\\"))) % 2:
            continue
        found.append(separator.join(waiting))
        waiting = []
    return [*found, separator.join(waiting)] if waiting else found


def printable(value: str, charset: str) -> str:
    """Quoted-printable text as an ordinary value in one line."""
    raw = quopri.decodestring(value.encode("utf-8", "surrogateescape"))
    text = decode(raw, charset).replace("\0", "")  # says nothing, as in a line that is not encoded
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def decode(raw: bytes, charset: str) -> str:
    """Bytes in the charset a card names, else in UTF-8, else in Windows-1252."""
    for name in (charset, "utf-8", "cp1252"):
        try:
            codecs.lookup(name)
            return raw.decode(name)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return raw.decode("latin-1")


def base64(value: str) -> bytes | None:
    """The bytes behind base64 text (spaces and line ends inside do no harm); None if it is not base64."""
    try:
        return binascii.a2b_base64("".join(value.split()).encode("ascii"), strict_mode=False)
    except (binascii.Error, UnicodeEncodeError):
        return None


def folded(lines: Iterable[str]) -> str:
    """Content lines, each folded where it is too long, as few are."""
    return "".join([f"{line}\r\n" if len(line) <= _LINE_OCTETS and line.isascii() else fold(line) for line in lines])


def fold(line: str) -> str:
    """A content line with CRLF, cut at 75 octets and never inside a character (RFC 6350 3.2)."""
    if line.isascii():
        if len(line) <= _LINE_OCTETS:
            return line + "\r\n"
        ends = range(_LINE_OCTETS, len(line), _LINE_OCTETS - 1)
        return "\r\n ".join([line[:_LINE_OCTETS], *[line[end : end + _LINE_OCTETS - 1] for end in ends]]) + "\r\n"
    octets = line.encode("utf-8", "replace")
    pieces: list[bytes] = []
    start, room = 0, _LINE_OCTETS
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(octets[start:end])
        start, room = end, _LINE_OCTETS - 1
    pieces.append(octets[start:])
    return b"\r\n ".join(pieces).decode("utf-8") + "\r\n"
