"""What a click may open, and how it is spelled when it is opened.

Public: ``is_allowed(url)``, ``open_link(url) -> bool``, ``as_opened(url)``, ``true_host(url)``, ``is_linkedin(url)``.
Web pages, mail and telephone only: an address from a card or a note could name a program or a file
(``QUrl.fromUserInput`` makes ``file:///bin/ls`` of ``/bin/ls``), and a mail link could ask for one to be attached.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QUrl, QUrlQuery
from PySide6.QtGui import QDesktopServices

LONGEST = 8_000
"""Characters; no page of a person needs more, and no desktop passes on much more."""
LONGEST_SHOWN = 200
"""The host stands at the beginning."""
_WEB = frozenset({"http", "https"})
_SCHEMES = _WEB | {"mailto", "tel"}
_IN_A_MAIL = frozenset({"to", "cc", "subject", "body"})
"""What a mail link may fill in; some mail programs read a file for ``attach``."""


def is_allowed(url: str) -> bool:
    """Whether ``url`` is a complete web, mail or telephone address, without a password in it."""
    if len(url) > LONGEST:
        return False
    parsed = _parsed(url)
    scheme = parsed.scheme().lower()
    if not parsed.isValid() or parsed.userInfo() or scheme not in _SCHEMES:
        return False
    if scheme in _WEB:
        return bool(parsed.host())
    asked = {name.lower() for name, _ in QUrlQuery(parsed).queryItems()}
    return not parsed.authority() and asked <= _IN_A_MAIL


def open_link(url: str) -> bool:
    """Hand ``url`` to the desktop; ``False`` if it is not allowed or nothing there takes it."""
    return is_allowed(url) and QDesktopServices.openUrl(_parsed(url))


def as_opened(url: str) -> str:
    """``url`` as the desktop gets it, to be read: letters that look like others are spelled out."""
    spelled = bytes(_parsed(url).toEncoded().data()).decode("ascii") if is_allowed(url) else ""
    return spelled if len(spelled) <= LONGEST_SHOWN else f"{spelled[:LONGEST_SHOWN]}…"


def true_host(url: str) -> str:
    """The host or the mail domain as it is asked for, where it is written in other letters; else ""."""
    parsed = _parsed(url)
    host = parsed.host() or parsed.path().rpartition("@")[2]
    asked = bytes(QUrl.toAce(host).data()).decode("ascii")
    written = re.split(r"[/?#]", url.partition("//")[2], maxsplit=1)[0] if parsed.host() else host
    return "" if asked.casefold() in written.casefold() else asked


def is_linkedin(url: str) -> bool:
    """Whether it leads there, whatever else is in it."""
    return f".{_parsed(url).host()}".endswith(".linkedin.com")


def _parsed(url: str) -> QUrl:
    return QUrl(url, QUrl.ParsingMode.StrictMode)
