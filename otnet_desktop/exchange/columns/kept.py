"""Cells that no field can hold, as entries of ``Profile.foreign``: the name of their column and what stands there."""

from __future__ import annotations

from functools import lru_cache

from otnet_desktop.exchange.vcard.columns import is_column


def column_entry(name: str, number: int, cell: str) -> str:
    """``Connected On: 2024-03-05``; ``number`` is the column's, from 1, for one whose name cannot be written so."""
    return f"{_heading(name, number)}: {cell}"


@lru_cache(maxsize=4096)
def _heading(name: str, number: int) -> str:
    plain = "".join(letter if letter.isprintable() and letter not in ':;"' else " " for letter in name)
    plain = " ".join(plain.split())
    if plain and is_column(f"{plain}: "):
        return plain
    return f"Column {plain}" if plain else f"Column {number}"
