"""What a click may open.

Public: ``is_allowed(url)`` and ``open_link(url) -> bool``. Web pages, mail and telephone only: an address from a card
or a note could name a program or a file (``QUrl.fromUserInput`` makes ``file:///bin/ls`` of ``/bin/ls``).
"""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_WEB = frozenset({"http", "https"})
_SCHEMES = _WEB | {"mailto", "tel"}


def is_allowed(url: str) -> bool:
    """Whether ``url`` is a complete web, mail or telephone address, without a password in it."""
    parsed = QUrl(url, QUrl.ParsingMode.StrictMode)
    scheme = parsed.scheme().lower()
    if not parsed.isValid() or parsed.userInfo() or scheme not in _SCHEMES:
        return False
    return scheme not in _WEB or bool(parsed.host())


def open_link(url: str) -> bool:
    """Hand ``url`` to the desktop; ``False`` if it is not allowed or nothing there takes it."""
    return is_allowed(url) and QDesktopServices.openUrl(QUrl(url, QUrl.ParsingMode.StrictMode))
