"""New names for people, meetings and promises: short, readable aloud, and practically never met twice."""

from __future__ import annotations

import secrets

ALPHABET = "abcdefghjkmnpqrstvwxyz23456789"
LENGTH = 10
WAYS = len(ALPHABET) ** LENGTH


def new_ref(prefix: str) -> str:
    """A letter for what it names, and 49 random bits: ``p-7k2m9x4qvd``."""
    number = secrets.randbelow(WAYS)  # asked once: a hundred thousand people come in one file
    letters = []
    for _ in range(LENGTH):
        number, letter = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[letter])
    return f"{prefix}-{''.join(letters)}"


def new_uid(ref: str) -> str:
    """A globally unique id for vCard and iCalendar (RFC 7986: no host name or address in it)."""
    return f"{ref}-{secrets.token_hex(8)}"
