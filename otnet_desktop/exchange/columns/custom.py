"""Google's custom fields: what our own export put there goes back to where it came from.

Public: ``OWN``, ``SINGLES``, ``LISTS`` and ``is_entry(text)``; the labels are those of ``google_out``.
"""

from __future__ import annotations

import re

from otnet_desktop.exchange.columns.meaning import Field
from otnet_desktop.exchange.vcard.columns import is_column

OWN = {
    "Pronouns": Field.PRONOUNS,
    "Say it like": Field.PHONETIC,
    "Role": Field.ROLE,
    "How we met": Field.HOW_MET,
    "Event": Field.EVENT,
}
"""Fields by their label."""

SINGLES = {"Source": "X-OTNET-SOURCE", "Met via": "X-OTNET-MET-VIA", "Time zone": "TZ"}
"""Properties of a card by their label."""

LISTS = {"Practice areas": "areas", "NUCC codes": "nucc", "Languages": "languages"}
"""Parts of a card that hold several, by their label."""

_CONTENT_LINE = re.compile(r"(?:[A-Za-z0-9-]+\.)?(?!BEGIN|END)[A-Z][A-Z0-9-]*(?:;[A-Z0-9-]+=[^:\"\n]*)?:[^\n]*")


def is_entry(text: str) -> bool:
    """Whether it is what was kept from an import, and not something somebody wrote."""
    return is_column(text) or _CONTENT_LINE.fullmatch(text) is not None
