"""People on one line each, as one scribbles them on a busy day: "Ada Lin, OTR/L, Harbor Kids Clinic, sensory gardens".

The name comes first, then where they work, then what to remember; addresses, numbers and links may stand anywhere.
Parts are divided by commas, semicolons, tabs or a dash with spaces around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from otnet_desktop.domain.credentials import split_suffix
from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, Profile
from otnet_desktop.domain.typed_name import read_name

_DIVIDER = re.compile(r"\s*[,;\t]\s*|\s+[-–—|]\s+")
_BULLET = re.compile(r"^\s*(?:[-*•–—]|\d{1,3}[.)])\s+")
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_PHONE = re.compile(r"\+?[\d\s().x/-]{7,24}")
_LEAST_DIGITS = 7


@dataclass(frozen=True, slots=True)
class QuickLine:
    """One person of one line: who it is, and what to remember of them ("" if nothing was written)."""

    line: int
    profile: Profile
    remark: str = ""


def read_lines(text: str) -> Iterator[QuickLine]:
    """Everyone in the order of the lines; lines without a letter or digit are no people."""
    for number, line in enumerate(text.splitlines(), start=1):
        if any(c.isalnum() for c in line):
            yield read_line(line, number)


def read_line(line: str, number: int = 1) -> QuickLine:
    """One person."""
    parts = [part for part in _DIVIDER.split(_BULLET.sub("", line, count=1).strip()) if part]
    points = [point for part in parts if (point := _way_to_reach(part)) is not None]
    words = [part for part in parts if _way_to_reach(part) is None]
    named, rest = _name_first(words)
    name = read_name(named)
    place, remark = (rest[0], ", ".join(rest[1:])) if rest else ("", "")
    profile = Profile(
        **asdict(name),
        contact_points=tuple(points),
        affiliations=(Affiliation(place),) if place else (),
        source="quick capture",
    )
    return QuickLine(number, profile, remark)


def _name_first(words: list[str]) -> tuple[str, list[str]]:
    """The name with the letters after it, and what follows."""
    if not words:
        return "", []
    end = 1
    while end < len(words) and not split_suffix(words[end])[0] and " " not in words[end]:
        end += 1
    return ", ".join(words[:end]), words[end:]


def _way_to_reach(part: str) -> ContactPoint | None:
    """An address, a link or a number."""
    value = part.strip("<>")
    if _EMAIL.fullmatch(value.removeprefix("mailto:")):
        return ContactPoint(ContactKind.EMAIL, value.removeprefix("mailto:"))
    if value.startswith(("http://", "https://", "www.", "linkedin.com/")):
        is_profile = "linkedin.com/in/" in value.lower()
        return ContactPoint(ContactKind.LINKEDIN if is_profile else ContactKind.WEBSITE, value)
    if _PHONE.fullmatch(value) and sum(c.isdigit() for c in value) >= _LEAST_DIGITS:
        return ContactPoint(ContactKind.PHONE, value)
    return None
