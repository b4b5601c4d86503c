"""A letter as a ``mailto:`` link (RFC 6068), so that nothing in it can become another header or recipient."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.sentences import sentence

LONGEST = 1600
"""Characters a link may have; above it (Gmail on the web takes about 1,620) the clipboard is the safe way."""

_CONTROL = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]")
_BREAKS = re.compile(r"\s*[\r\n\x0b\x0c\x85\u2028\u2029]+\s*")


def mailto(recipients: Iterable[str], subject: str = "", body: str = "") -> str:
    """The link. A subject is one line (breaks become spaces); breaks of the body become CRLF.

    Raises BadInput for an address that cannot be one, with a blank or line break inside for example.
    """
    to = ",".join(quote(checked_address(recipient), safe="@") for recipient in recipients)
    fields = []
    if subject:
        fields.append("subject=" + quote(one_line(subject), safe=""))
    if body:
        fields.append("body=" + quote(with_crlf(body), safe=""))
    return f"mailto:{to}" + ("?" + "&".join(fields) if fields else "")


def fits(link: str) -> bool:
    """Whether mail programs take a link of this length."""
    return len(link) <= LONGEST


def one_line(text: str) -> str:
    """The text without line breaks, as a header may hold it."""
    return _encodable(_BREAKS.sub(" ", text)).strip()


def with_crlf(text: str) -> str:
    """The text with CRLF at the end of each line."""
    return _encodable(text).replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")


def checked_address(text: str) -> str:
    """The address without blanks around it; raises BadInput if it cannot be one."""
    address = text.strip()
    local, at, domain = address.rpartition("@")
    if not at or not local or not domain or _CONTROL.search(address) or "," in address:
        raise BadInput(
            sentence("“{text}” is not an e-mail address.", text=text[:80]),
            "Correct it on the person's card, then write again.",
        )
    return _encodable(address)


def _encodable(text: str) -> str:
    """The text without half characters, which no encoding can carry."""
    return text.encode("utf-8", "replace").decode("utf-8")
