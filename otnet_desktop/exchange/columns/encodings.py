"""Which encoding a table is in that is not Unicode: where most names of columns are known, then where it reads best."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from otnet_desktop.exchange.older_encodings import ENCODINGS, SAMPLE, decoded, fitness

HEADER_WITHIN = 40
"""Lines that may come before the header ends."""


def table_encoding(head: bytes, known: Callable[[Iterable[str]], int]) -> str:
    """One of ``ENCODINGS``; ``known`` counts how many of some names are names of columns."""
    sample = head[:SAMPLE]
    return max(ENCODINGS, key=lambda name: (_names(sample, name, known), round(fitness(sample, name), 2)))


def _names(sample: bytes, encoding: str, known: Callable[[Iterable[str]], int]) -> int:
    lines = decoded(sample, encoding).splitlines()[:HEADER_WITHIN]
    return max((known(re.split(r'[,;\t|"]+', line)) for line in lines), default=0)
