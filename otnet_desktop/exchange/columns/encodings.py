"""Which encoding a table is in that is not Unicode: the one in which it reads best.

Public: ``legacy_encoding(head, known)``. Best is where most names of columns are known, then where the fewest letters
stand beside what no letter stands beside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

CANDIDATES = ("cp1252", "cp1250", "cp1251", "cp932")

_ODD = re.compile(
    "[A-Za-z][\u0400-\u04ff\uff61-\uff9f\u3400-\u9fff]|[\u0400-\u04ff][A-Za-z]"  # two scripts in one word
    "|[À-ÿ]{3}"  # no Western word has so many accents in a row: Cyrillic in disguise
    "|[^\\W\\d_][¡-©«-±´-¹»-¿×÷\x80-\x9f]|[¡-©«-±´-¹»-¿×÷\x80-\x9f†-‡™šœž–—‚„]{2}"  # signs inside a word
    '|[a-z][A-ZŁŚŻŹĄĘĆŃÓ][a-z]|[\uff61-\uff9f][^\uff61-\uff9f\\s,;"]'
)


def legacy_encoding(head: bytes, known: Callable[[Iterable[str]], int]) -> str:
    """One of ``CANDIDATES``; ``known`` counts how many of some names are names of columns."""
    return max(CANDIDATES, key=lambda name: _fitness(head, name, known))


def decoded(raw: bytes, encoding: str) -> str:
    """Bytes as text; what the encoding does not have stays as the control characters it is, or is marked."""
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return raw.decode("latin-1") if encoding == "cp1252" else raw.decode(encoding, "replace")


def _fitness(head: bytes, encoding: str, known: Callable[[Iterable[str]], int]) -> tuple[int, int]:
    text = decoded(head, encoding)
    names = max((known(re.split(r'[,;\t|"]+', line)) for line in text.splitlines()[:40]), default=0)
    return names, -len(_ODD.findall(text)) - 3 * text.count("\ufffd")
