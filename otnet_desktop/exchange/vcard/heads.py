"""The head of a content line (all before the colon): group, name and parameters. Heads repeat, so they are remembered.

The text of a head is kept as it stands, except that what is no longer legal in vCard 4.0 is made so: bare parameters of
2.1 (``TEL;WORK``) become TYPE, CHARSET and quoted-printable go (the value has been decoded), names are in capitals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from otnet_desktop.exchange.vcard.labels import Parameters, is_plain, label_of
from otnet_desktop.exchange.vcard.values import printable

REMEMBERED = 20_000
"""Distinct heads kept; a hostile file with more starts over."""

LONGEST = 10_000
"""Characters of a head; what is longer, or has more parts than ``MOST_PARTS``, is the head of no property."""

MOST_PARTS = 500
"""Semicolons, commas and quotation marks in a head."""

_NAME = re.compile(r"(?:([A-Za-z0-9_-]+)\.)?([A-Za-z0-9_-]+)")
_PARAMETER = re.compile(r';((?:[^";]|"[^"]*"?)*)')
_BEFORE_COLON = re.compile(r'(?:[^":]|"[^"]*")*(?=:)')
_SAMSUNGS_LABEL = re.compile(
    r"X-CUSTOM\((?:CHARSET=([\w-]+),)?ENCODING=QUOTED-PRINTABLE,(.+)\)", re.IGNORECASE | re.ASCII
)
_ITEM = re.compile(r'"([^"]*)"?|([^,]+)')
_ENCODINGS = {
    "QUOTED-PRINTABLE": "quoted",
    "Q": "quoted",
    "BASE64": "base64",
    "B": "base64",
    "8BIT": "",
    "7BIT": "",
}
_MARKS = ("BEGIN", "END")
_CARET = {"^n": "\n", "^'": '"', "^^": "^"}


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the colon.

    ``types`` are in small letters, without ``pref``, which is ``preferred``. ``label`` says them in words, and
    ``is_plain`` that label and preference say everything the head does. ``needs_care``: the line opens or closes a
    card, or its value must be decoded.
    """

    text: str
    group: str
    name: str
    parameters: Parameters = ()
    types: tuple[str, ...] = ()
    preferred: bool = False
    encoding: str = ""
    charset: str = ""
    label: str = ""
    is_plain: bool = True
    marks_card: bool = False
    needs_care: bool = False

    def parameter(self, name: str) -> str:
        """The first value of a parameter, or nothing."""
        return next((values[0] for key, values in self.parameters if key == name and values), "")


class Heads(dict[str, Head | None]):
    """Heads by their text; None for a text that cannot be one."""

    def __missing__(self, text: str) -> Head | None:
        if len(self) >= REMEMBERED:
            self.clear()
        head = self[text] = parse_head(text)
        return head


def parse_head(text: str) -> Head | None:
    """``item1.TEL;TYPE=WORK`` taken apart; None if that is no head."""
    if len(text) > LONGEST or (len(text) > MOST_PARTS and sum(map(text.count, ';,"')) > MOST_PARTS):
        return None
    name_end = text.find(";")
    start = text if name_end < 0 else text[:name_end]
    found = _NAME.fullmatch(start.lstrip("\ufeff").strip())
    if not found or text.count('"') % 2:
        return None
    group, raw_name = found[1] or "", found[2]
    name = raw_name.upper()
    if name_end < 0:
        prefix = f"{group}." if group else ""
        marks_card = name in _MARKS
        return Head(prefix + _spelled(raw_name), group, name, marks_card=marks_card, needs_care=marks_card)
    return _with_parameters(group, raw_name, text[name_end:])


def _with_parameters(group: str, raw_name: str, tail: str) -> Head:
    name = raw_name.upper()
    found = _Found()
    spelled = [_spelled(raw_name)]
    for parameter in _PARAMETER.finditer(tail):
        if raw := parameter[1].strip():
            spelled += found.take(raw)
    text = (f"{group}." if group else "") + ";".join(spelled)
    types = tuple(found.types)
    parameters = tuple(found.parameters)
    return Head(
        text=text,
        group=group,
        name=name,
        parameters=parameters,
        types=types,
        preferred=found.preferred,
        encoding=found.encoding,
        charset=found.charset,
        label=label_of(name, types),
        is_plain=is_plain(name, types, parameters),
        marks_card=name in _MARKS,
        needs_care=name in _MARKS or found.encoding == "quoted",
    )


class _Found:
    """What the parameters of one head say."""

    def __init__(self) -> None:
        self.parameters: list[tuple[str, tuple[str, ...]]] = []
        self.types: list[str] = []
        self.preferred = False
        self.encoding = ""
        self.charset = ""

    def take(self, raw: str) -> list[str]:
        """Note one parameter; returns how to spell it in vCard 4.0 (nothing, for what is no longer needed)."""
        if samsungs := _SAMSUNGS_LABEL.fullmatch(raw):
            raw = parameter("TYPE", printable(samsungs[2], samsungs[1] or ""))[1:]
        key, equals, value = raw.partition("=")
        key = key.strip().upper()
        if not equals:
            key, value = ("ENCODING" if key in _ENCODINGS else "TYPE", raw)
        plain_value = value.strip().strip('"')
        if key == "CHARSET":
            self.charset = plain_value
            return []
        if key == "ENCODING" and plain_value.upper() in _ENCODINGS:
            self.encoding = _ENCODINGS[plain_value.upper()]
            return ["ENCODING=b"] if self.encoding == "base64" else []
        values = tuple(uncaret(quoted or plain) for quoted, plain in _ITEM.findall(value))
        if key == "TYPE":
            self._take_types(values)
        elif key == "PREF" and values == ("1",):
            self.preferred = True
        self.parameters.append((key, values))
        return [raw if equals else f"TYPE={raw}"]

    def _take_types(self, values: tuple[str, ...]) -> None:
        words = [word.strip().lower() for text in values for word in text.split(",")]
        self.preferred = self.preferred or "pref" in words
        self.types += [word for word in dict.fromkeys(words) if word and word != "pref" and word not in self.types]


def split_line(line: str) -> tuple[str, str, str]:
    """Head, colon and value, cut at the first colon outside of quotation marks; without one all of it is the head."""
    text, colon, value = line.partition(":")
    if '"' not in text:
        return text, colon, value
    found = _BEFORE_COLON.match(line)
    return (found[0], ":", line[found.end() + 1 :]) if found else (line, "", "")


def uncaret(value: str) -> str:
    """A parameter value with the escapes of RFC 6868 taken back."""
    return re.sub(r"\^[n'^]", lambda found: _CARET[found[0]], value) if "^" in value else value


def parameter(name: str, value: str) -> str:
    """``;NAME=value``, quoted and escaped (RFC 6868) where needed."""
    text = value.replace("^", "^^").replace("\r\n", "\n").replace("\r", "\n").replace("\n", "^n").replace('"', "^'")
    return f';{name}="{text}"' if re.search(r"[,;:]", text) else f";{name}={text}"


def _spelled(name: str) -> str:
    return name if name[:2] == "X-" else name.upper()
