"""Text that was copied, or let go on the homework, with where it comes from as far as the browser says.

Public: ``Brought`` and ``brought_by(data)``. Browsers name the page beside the text, each in a way of its own.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QMimeData

from otnet_desktop.domain.research import source_of
from otnet_desktop.ui.widgets.links import is_allowed

FIREFOX = "text/x-moz-url-priv"
CHROMIUM = "chromium/x-source-url"


class Brought(NamedTuple):
    """A text, what to call its source, and the page it is from ("" where that is not known)."""

    text: str
    source: str = ""
    url: str = ""


def brought_by(data: QMimeData | None) -> Brought | None:
    """The text in a clipboard (an empty one has no data) or a drag; none where there is none."""
    text = data.text().strip() if data is not None else ""
    if data is None or not text:
        return None
    url = _page(data)
    return Brought(text, source_of(url) if url else "", url)


def _page(data: QMimeData) -> str:
    for name, encoding in ((FIREFOX, "utf-16-le"), (CHROMIUM, "utf-8")):
        told = bytes(data.data(name).data()).decode(encoding, "replace").strip("\0\ufeff \n")
        if told.startswith("https://") and is_allowed(told):
            return told
    return ""
