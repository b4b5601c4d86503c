"""How well a passphrase protects, said roughly and honestly: by how long somebody who has the file would guess.

A third of a second of work and 64 MB of memory stand behind every guess (see ``store/keys``), so a few good words last.
Nothing here knows every song and every name: it counts what is certainly easy and believes the rest.
"""

from __future__ import annotations

from enum import IntEnum
from math import log2
from unicodedata import normalize

SHORTEST = 8
"""Characters."""

FAIR_BITS, GOOD_BITS, STRONG_BITS = 36, 50, 64
WORD_BITS = 11
"""What a word is worth, however long: there are a few thousand that people think of."""

EASY = (
    "password", "passwort", "passphrase", "letmein", "welcome", "qwerty", "qwertz", "asdf", "iloveyou", "monkey",
    "dragon", "sunshine", "princess", "football", "master", "secret", "admin", "therapy", "therapist", "otnet",
)  # fmt: skip
"""Tried before anything else."""

ROWS = ("abcdefghijklmnopqrstuvwxyz", "0123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm")
"""Letters next to one another are one letter and a direction."""


class Strength(IntEnum):
    """From useless to good for a lifetime."""

    TOO_SHORT = 0
    WEAK = 1
    FAIR = 2
    GOOD = 3
    STRONG = 4


def strength_of(passphrase: str) -> Strength:
    """The strength of a passphrase."""
    if counted(passphrase) < SHORTEST:
        return Strength.TOO_SHORT
    bits = guessed_bits(passphrase)
    return Strength(1 + sum(bits >= least for least in (FAIR_BITS, GOOD_BITS, STRONG_BITS)))


def counted(passphrase: str) -> int:
    """How many characters count: an accent is none of its own, nor is a blank before or after."""
    return len(normalize("NFC", passphrase).strip())


def guessed_bits(passphrase: str) -> float:
    """Of how many equally likely ones it might be one, as a power of two."""
    told = passphrase.casefold()
    for word in EASY:
        told = told.replace(word, word[:1])
    words = told.split()
    if len(words) > 1:
        distinct = {word for word in words if len(_without_runs(word)) > 1}
        return sum(min(WORD_BITS, _letter_bits(word)) for word in distinct)
    return _letter_bits(told) + 2 * (told != passphrase)


def _letter_bits(word: str) -> float:
    telling = _without_runs(word)
    kinds = (26 * any(c.isalpha() for c in word)) + 10 * any(c.isdigit() for c in word)
    kinds += 20 * any(not c.isalnum() for c in word) + 100 * any(ord(c) > 127 for c in word)
    return len(telling) * log2(max(kinds, 2))


def _without_runs(word: str) -> str:
    """A word without what repeats or follows of itself: ``aaaa``, ``1234``, ``abab``."""
    kept = ""
    for position, letter in enumerate(word):
        before = word[position - 1] if position else ""
        pair = word[position - 1 : position + 1]
        follows = any(before + letter in row or letter + before in row for row in ROWS) if before else False
        if letter != before and not follows and (len(pair) < 2 or pair not in word[: position - 1]):
            kept += letter
    return kept
