"""Which encoding from before Unicode some text is in: the one in which its letters are those of one language.

Public: ``ENCODINGS``, ``older_encoding(text)``, ``fitness(text, encoding)`` and ``decoded(raw, encoding)``. Letters
with accents are compared with the alphabets of languages, Chinese, Japanese and Korean signs with those in daily use.
"""

from __future__ import annotations

import re
from collections import Counter

from otnet_desktop.exchange.alphabets import ALPHABETS, BEYOND, FIRST_LEVEL, KANA

ENCODINGS = (
    *("cp1252", "cp1250", "iso8859_2", "cp1254", "cp1257", "cp1251", "koi8_r", "cp1253", "cp1255", "cp1256"),
    *("cp932", "cp949", "gb18030", "euc_jp", "big5"),
)
"""The earlier one is taken where two fit as well."""

SAMPLE = 1 << 15
"""Bytes looked at."""

_HIGH = re.compile(rb"[\x80-\xff]")
_TWO_SCRIPTS = re.compile(r"(?=[A-Za-z][^\x00-\u02ff\u2000-\u206f]|[^\W\x00-\u02ff][A-Za-zÀ-ÿ])")
_ODD = re.compile(
    "[À-ÖØ-öø-ɏ]{3}"  # no word has so many accents in a row
    "|[^\\W\\d_][¡-©«-¶¸¹»-¿×÷†-‡‰‹›•]|[¢-©¬-¶¸¹¼-¾×÷†‡‰•][^\\W\\d_]|[¡-©«-±´-¹»-¿×÷†-‡‚„]{2}"  # signs inside a word
    "|[a-zß-öø-ÿα-ωа-я][A-ZÀ-ÖØ-ÞΑ-ΩА-Я]+"  # a capital inside one
    "|ñ(?![aeiouáéíóúüy\\W])|õ(?!e|i)[a-z]"
)
_SHOUTED = re.compile("[А-Я]{2,}")
_HOLES = re.compile("[\x80-\x9f\ufffd]")
_RARE = 0.7
_SECOND_LEVEL = 0.5
_JAPANESE = frozenset({"cp932", "euc_jp"})


def older_encoding(text: bytes) -> str:
    """The encoding of text that is no UTF-8."""
    sample = text[:SAMPLE]
    return max(ENCODINGS, key=lambda name: round(fitness(sample, name), 2))


def decoded(raw: bytes, encoding: str) -> str:
    """Bytes as text; what the encoding does not have stays as the control characters it is, or is marked."""
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return raw.decode("latin-1") if encoding == "cp1252" else raw.decode(encoding, "replace")


def fitness(text: bytes, encoding: str) -> float:
    """How well text reads in that encoding: 1 is best, and below 0 are those in which it makes no sense."""
    read = decoded(text, encoding)
    letters = Counter(letter for letter in read.casefold() if letter > "\x7f" and letter.isalpha())
    total = sum(letters.values())
    nonsense = len(_HOLES.findall(read)) + len(_TWO_SCRIPTS.findall(read))
    faults = 3 * nonsense + len(_ODD.findall(read)) + len(_SHOUTED.findall(read)) / 2
    if not total:
        return -faults
    if encoding in FIRST_LEVEL:
        fit = sum(count * _in_use(letter, encoding) for letter, count in letters.items())
        narrow = len(_HIGH.findall(text)) - 2 * total
        faults += max(0, narrow) // 2
    else:
        fit = max(_told(letters, letters_of) for letters_of in ALPHABETS[encoding])
    return (fit - faults) / total


def _told(letters: Counter[str], alphabet: str) -> float:
    """How many of these letters the alphabet has; those it seldom needs count less."""
    often, _, seldom = alphabet.partition(" ")
    return sum(
        count * (1 if letter in often else _RARE if letter in seldom else 0) for letter, count in letters.items()
    )


def _in_use(letter: str, encoding: str) -> float:
    if encoding in _JAPANESE and any(first <= letter <= last for first, last in KANA):
        return 1
    try:
        lead = letter.encode(encoding)[0]
    except UnicodeEncodeError:
        return 0
    first, last = FIRST_LEVEL[encoding]
    return 1 if first <= lead <= last else _SECOND_LEVEL if lead < BEYOND[encoding] else 0
