"""Single cells as what fields hold: labels, several values in one cell, addresses of any kind, groups.

Google parts values by `` ::: `` and marks the first and the system's own by ``* ``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from otnet_desktop.exchange.columns.names import lookup
from otnet_desktop.exchange.vcard.gathering import EMPTY
from otnet_desktop.exchange.vcard.pictures import media_type
from otnet_desktop.exchange.vcard.values import base64

SEVERAL = " ::: "
NO_PICTURE = "application/octet-stream"
"""What ``media_type`` says of bytes that are no picture."""
_BUCKETS = frozenset({"mycontacts", "my contacts", "other contacts"})
"""Google's groups that say nothing about anybody."""

_KINDS = {
    "work": "work|arbeit|geschäftlich|travail|professionnel|bureau|trabajo|lavoro|werk|praca|arbete|arbejde",
    "home": "home|privat|zuhause|domicile|personnel|casa|thuis|dom|hem",
    "cell": "mobile|cell|mobil|handy",
    "Main": "main",
    "Other": "other",
    "pager": "pager",
    "work fax": "work fax|workfax",
    "home fax": "home fax|homefax",
    "OtherFAX": "other fax",
    "fax": "fax",
    "car": "car",
    "HomePage": "homepage|home page",
}
_LABELS = {name: label for label, names in _KINDS.items() for name in names.split("|")}
_EMAIL = re.compile(r"[^@\s;,<>()\[\]]+@[^@\s;,<>()\[\]]+")


def values_of(cell: str) -> list[str]:
    """The values in a cell of Google's; one value anywhere else. Signs alone are none."""
    if ":::" not in cell:
        return [cell] if cell.strip(EMPTY) else []
    return [value for part in cell.split(":::") if (value := part.strip()).strip(EMPTY)]


@lru_cache(maxsize=1024)
def label_of(cell: str) -> tuple[str, bool]:
    """A label as ours say it, and whether the value is the one to use first."""
    is_first = cell.lstrip().startswith("*")
    return _label(" ".join(cell.lstrip().removeprefix("*").split())), is_first


def _label(text: str) -> str:
    if known := _LABELS.get(text.casefold()):
        return known
    field, _, label = lookup(text, "english").partition(":")
    return label if field == "phone" and label else text


def emails_of(cell: str) -> list[str]:
    """The addresses in a cell: ``Ana <ana@x.org>``, ``a@x.org; b@x.org``; none where no address stands."""
    return [] if cell.startswith("/") else _EMAIL.findall(cell)  # "/o=Clinic/cn=ana" is known to one server alone


def is_all_addresses(cell: str) -> bool:
    """Whether nothing else stands in the cell that would be lost."""
    return not _EMAIL.sub("", cell).strip(" ;,:\t\n")


def groups_of(cell: str, *, of_google: bool) -> tuple[list[str], str]:
    """Tags, and what of the cell is no tag: Google's own groups."""
    if not of_google:
        separator = ";" if ";" in cell else ","
        return [tag for text in cell.split(separator) if (tag := " ".join(text.replace('"', "").split()))], ""
    groups = values_of(cell)
    own = [group for group in groups if group.startswith("*")]
    names = [group.lstrip("*").strip() for group in groups]
    return [name for name in names if name and name.casefold() not in _BUCKETS], SEVERAL.join(own)


def texts_of(cell: str) -> list[str]:
    """The items of a list in one cell."""
    separator = ";" if ";" in cell else ","
    return [text for part in cell.split(separator) if (text := " ".join(part.split()))]


def picture_of(cell: str) -> bytes:
    """A picture that stands in a cell as text; nothing for its address, which is never visited."""
    text = cell.partition("base64,")[2] if cell.startswith("data:image/") else cell
    if len(text) < 40 or ":" in text[:20]:
        return b""
    picture = base64(text) or b""
    return picture if media_type(picture) != NO_PICTURE else b""
