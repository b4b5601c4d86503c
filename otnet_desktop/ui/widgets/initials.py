"""What stands in a face and which of the four quiet tints it has. No Qt here.

Public: ``initials_of(name)``, ``tint_of(ref)``, ``TINTS``.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from zlib import crc32

from otnet_desktop.ui.theme.tokens import Tone

TINTS = (Tone.ACCENT, Tone.BLUE, Tone.PLUM, Tone.MOSS)
"""The four tints of faces. The warm one stays reserved for what is due."""

_TITLES = {"dr", "prof", "mr", "mrs", "ms", "mx", "miss"}


@lru_cache(maxsize=4096)
def initials_of(name: str) -> str:
    """One or two signs for ``name``: first and last word in scripts that know capitals, else the first sign.

    Titles and whatever follows a comma (credentials) do not count. Empty when there is no letter at all.
    """
    words = [word for word in map(_from_first_letter, name.partition(",")[0].split()) if word]
    if len(words) > 1 and words[0].rstrip(".").casefold() in _TITLES:
        words = words[1:]
    if not words:
        return ""
    first, last = _sign(words[0]), _sign(words[-1])
    return first + last if len(words) > 1 and _is_cased(first) and _is_cased(last) else first


def tint_of(ref: str) -> Tone:
    """The tint of a person, the same for ever."""
    return TINTS[crc32(ref.encode()) % len(TINTS)]


def _from_first_letter(word: str) -> str:
    for index, sign in enumerate(word):
        if unicodedata.category(sign).startswith("L"):
            return word[index:]
    return ""


def _sign(word: str) -> str:
    """The first letter with the marks that belong to it."""
    word = unicodedata.normalize("NFC", word)
    end = 1
    while end < len(word) and unicodedata.category(word[end]).startswith("M"):
        end += 1
    upper = word[:end].upper()
    return upper if len(upper) == end else word[:end]


def _is_cased(sign: str) -> bool:
    return sign.lower() != sign.upper()
