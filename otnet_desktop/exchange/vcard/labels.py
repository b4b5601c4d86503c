"""Labels of ways to reach somebody: TYPE parameters of vCard, or free text in Apple's X-ABLabel beside them."""

from __future__ import annotations

import re
from functools import lru_cache

Parameters = tuple[tuple[str, tuple[str, ...]], ...]

TYPES = frozenset(
    {"work", "home", "cell", "fax", "pager", "text", "video", "textphone", "voice", "msg", "car", "isdn", "pcs",
     "bbs", "modem", "main-number", "internet", "x400", "dom", "intl", "postal", "parcel"}
)  # fmt: skip
"""Types with a meaning in RFC 6350, 2426 or vCard 2.1; any other label is written as X-ABLabel."""

_UNSAID = {
    "EMAIL": frozenset({"internet"}),
    "TEL": frozenset({"voice"}),
    "ADR": frozenset({"intl", "dom", "postal", "parcel"}),
    "X-SOCIALPROFILE": frozenset({"linkedin"}),
}
"""Types that only say what is taken for granted."""

_PROFILES = ("SOCIALPROFILE", "X-SOCIALPROFILE")
_NOT_FOR_VOICE = frozenset({"fax", "pager", "text", "textphone", "video", "isdn", "bbs", "modem", "msg"})
_PLAIN_VALUES = frozenset({"text", "uri", "date", "phone-number", "language-tag"})
_APPLE = re.compile(r"_\$!<(.*)>!\$_")
_APPLE_WORDS = frozenset({"Other", "HomePage", "Mobile", "School", "iPhone", "Main", "HomeFAX", "WorkFAX", "OtherFAX"})


def label_of(name: str, types: tuple[str, ...]) -> str:
    """Types in words, what goes without saying left out: "work fax"."""
    unsaid = _UNSAID.get(name)
    if unsaid:
        if unsaid == {"voice"} and not _NOT_FOR_VOICE.isdisjoint(types):
            unsaid = frozenset()
        return " ".join(word for word in types if word not in unsaid)
    return " ".join(types)


def is_plain(name: str, types: tuple[str, ...], parameters: Parameters) -> bool:
    """Whether label and preference, as we write them, say all that these parameters do."""
    for key, values in parameters:
        if key == "TYPE" or (key == "PREF" and values == ("1",)) or key.startswith("X-OTNET-"):
            continue
        if key == "VALUE" and len(values) == 1 and values[0].lower() in _PLAIN_VALUES:
            continue
        if name in _PROFILES and key == "SERVICE-TYPE" and values == ("LinkedIn",):
            continue
        return False
    label = label_of(name, types)
    return not types or types_of(name, label) is not None


@lru_cache(maxsize=256)
def types_of(name: str, label: str) -> tuple[str, ...] | None:
    """The TYPE values that say a label; None if they cannot."""
    if not label:
        return ()
    words = tuple(label.split(" "))
    if len(set(words)) < len(words) or not TYPES.issuperset(words) or label_of(name, words) != label:
        return None
    if name == "TEL" and _NOT_FOR_VOICE.isdisjoint(words):
        return (*words, "voice")
    return words


def from_apple(text: str) -> str:
    """The label in ``_$!<Work>!$_`` ("work", as TYPE would say it) or in free text."""
    found = _APPLE.fullmatch(text.strip())
    if not found:
        return text.strip()
    label = found[1].strip()
    return label.lower() if label.lower() in TYPES else label


def to_apple(label: str) -> str:
    """What X-ABLabel says for a label."""
    return f"_$!<{label}>!$_" if label in _APPLE_WORDS else label
