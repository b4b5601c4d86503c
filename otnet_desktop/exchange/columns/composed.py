"""Names of columns nobody has listed, made of a part and of what it belongs to: ``Gate arbeid``, ``会社の住所``.

Public: ``taken_apart(name)``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_KINDS = {
    "work": "business|work|office|company|arbeit|geschaftlich|dienstlich|firma|travail|bureau|professionnel"
    "|professionnelle|trabajo|laboral|lavoro|ufficio|uff|werk|zakelijk|trabalho|comercial|sluzbowy|sluzbowa|praca|arbete|arbejde|arbeid"
    "|jobb|tyo|tyopaikan|tyopaikka|zamestnani|zam|prace|pracovni|раб|рабочий|работа|служебный|is",
    "home": "home|private|personal|privat|domicile|personnel|particular|casa|abitazione|thuis|prive|domowy|dom|hem|hjem"
    "|hjemme|koti|kodin|domu|domaci|дом|домашний|ev",
}  # fmt: skip
_FILLERS = frozenset(
    {"address", "adresse", "adres", "adresa", "adresi", "adress", "direccion", "indirizzo", "endereco", "osoite",
     "адрес", "do", "de", "del", "du", "da", "la", "le", "di", "of", "van", "pa", "av", "на"}
)  # fmt: skip
_WITHOUT_BLANKS = {
    "work": ("勤務先の", "勤務先", "会社の", "会社", "商务地址", "商务", "办公", "单位", "公司", "회사", "직장"),
    "home": ("自宅の", "自宅", "住宅地址", "住宅", "家庭", "집", "자택"),
}
_WORD = re.compile(r"[^\W\d_]+")


def taken_apart(name: str) -> Iterator[tuple[str, str]]:
    """Names that may be listed, and the kind that is said beside them: ``("Gate", "work")``."""
    words = _WORD.findall(name)
    for number, word in enumerate(words):
        if kind := _KIND_OF.get(_plain(word)):
            rest = [*words[:number], *words[number + 1 :]]
            yield " ".join(rest), kind
            yield " ".join(other for other in rest if _plain(other) not in _FILLERS), kind
    whole = "".join(words)
    for kind, signs in _WITHOUT_BLANKS.items():
        for sign in signs:
            if sign in whole and whole != sign:
                yield whole.replace(sign, "", 1), kind


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold().replace("ł", "l"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


_KIND_OF = {_plain(word): kind for kind, words in _KINDS.items() for word in words.split("|")}
