"""Thunderbird's table without its header: the order of its columns is known."""

from __future__ import annotations

from collections.abc import Sequence

from otnet_desktop.exchange.columns.meaning import KEPT, Field, Meaning

_START = "given family display nickname email email"
_REST = (
    "phone:work phone:home phone:fax phone:pager phone:cell"
    " street:home street:home city:home region:home postcode:home country:home"
    " street:work street:work city:work region:work postcode:work country:work"
    " title department organisation website website birth_year birth_month birth_day kept kept kept kept note"
)
WIDTH = 37
_EMAIL = 4


def thunderbird_columns(samples: Sequence[Sequence[str]]) -> list[Meaning | None]:
    """The columns, if the rows are Thunderbird's; nothing else. The screen name stands sixth or last."""
    widths = {len(row) for row in samples}
    if not samples or not widths <= {WIDTH - 1, WIDTH, WIDTH + 1}:
        return []
    addresses = [row[_EMAIL] for row in samples if row[_EMAIL].strip()]
    if not addresses or not all("@" in address for address in addresses):
        return []
    start, rest = map(_meanings, (_START, _REST))
    chat = [Meaning(Field.CHAT)]
    is_last = any(row[-1].strip() == "" and _is_number(row[6]) for row in samples)
    found = [*start, *rest, *chat] if is_last else [*start, *chat, *rest]
    return [*found, KEPT][: max(widths)]


def _meanings(spelled: str) -> list[Meaning | None]:
    return [Meaning(Field(name), label) for name, _, label in (word.partition(":") for word in spelled.split())]


def _is_number(text: str) -> bool:
    return sum(letter.isdigit() for letter in text) > 4
