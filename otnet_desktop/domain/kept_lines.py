"""Whether two lines kept from files say the same, though versions 2.1, 3.0 and 4.0 of vCard spell them otherwise.

Public: ``same_line(line)``, equal for lines that say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BESIDE = re.compile(r"^also[.-]")
"""The group of a line that is kept beside one with a field: which of two it is may have changed."""

_NAME = re.compile(r"(?:[\w-]+\.)?([A-Za-z][A-Za-z0-9-]*)", re.ASCII)
_PARAMETER = re.compile(r';((?:[^";]|"[^"]*")*)')
_BEFORE_COLON = re.compile(r'(?:[^":]|"[^"]*")*(?=:)')
_HOW_IT_IS_WRITTEN = frozenset({"VALUE", "ENCODING", "CHARSET", "X-APPLE-OMIT-YEAR"})
_PREFERRED = "pref"
_PROFILE = "SOCIALPROFILE"
_DAYS = frozenset({"BDAY", "ANNIVERSARY", "DEATHDATE"})
_DASHED = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?=T|$)")
_NO_YEAR = re.compile(r"^1604(?=\d{4})")
"""Apple's way to leave it out, where 3.0 has none."""
_TELEPHONE = re.compile(r"^tel:", re.IGNORECASE)
_PLACE = re.compile(r"geo:([-+0-9.]+),([-+0-9.]+)", re.IGNORECASE)


def same_line(line: str) -> str:
    """The line without what is only a way to write it. What is no line of a card is itself, but for blanks around."""
    text = _BESIDE.sub("", line.strip())
    head = _BEFORE_COLON.match(text)
    start = head[0] if head else ""
    name_in_group = start.partition(";")[0]
    name = _NAME.fullmatch(name_in_group)
    if not head or not name:
        return text
    said = {*_parameters(start[len(name_in_group) :])}
    spelled = name_in_group.upper()
    if spelled.endswith(_PROFILE):  # 3.0 has Apple's name for it, and says the service by a type
        spelled = spelled.replace(f"X-{_PROFILE}", _PROFILE)
        said -= {"TYPE=linkedin", "SERVICE-TYPE=LinkedIn"}
    value = _value(name[1].upper(), text[len(start) + 1 :])
    return f"{spelled};{';'.join(sorted(said))}:{value}"


def _parameters(told: str) -> Iterator[str]:
    for parameter in _PARAMETER.finditer(told):
        key, equals, value = parameter[1].strip().partition("=")
        key, value = (key.strip().upper(), value) if equals else ("TYPE", key)
        if key == "TYPE":
            yield from (f"TYPE={word}" for word in value.replace('"', "").casefold().split(",") if word)
        elif (key, value) == ("PREF", "1"):
            yield f"TYPE={_PREFERRED}"
        elif key not in _HOW_IT_IS_WRITTEN:
            yield f"{key}={value}"


def _value(name: str, value: str) -> str:
    if name in _DAYS:
        return _NO_YEAR.sub("--", _DASHED.sub(r"\1\2\3", value))
    if name == "GEO" and (place := _PLACE.fullmatch(value)):
        return f"{place[1]};{place[2]}"
    if name == "TEL":
        return _TELEPHONE.sub("", value).replace("\\", "").strip()
    return value.strip()
