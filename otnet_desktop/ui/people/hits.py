"""What a search found, as the list shows it.

Public: ``as_matches(hits, text)``: id -> the line that matched with the letters that were typed marked in it.
"""

from __future__ import annotations

from collections.abc import Iterable

from otnet_desktop.domain.names import fold
from otnet_desktop.domain.roster import Hit
from otnet_desktop.ui.widgets.match import Match

BEFORE_A_WORD = "\"'“‘«„([{*_-–—…#@"


def as_matches(hits: Iterable[Hit], text: str) -> dict[int, Match | None]:
    """Best first. Found by name or place: the row says it itself."""
    return {hit.id: Match(hit.matched, marked(hit.matched, text)) if hit.matched else None for hit in hits}


def marked(line: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where in ``line`` words begin as those of ``text``: half-open ranges of letters."""
    wanted = [word for word in map(fold, text.split()) if word]
    spans = []
    start = 0
    for piece in line.split(" "):
        lead = len(piece) - len(piece.lstrip(BEFORE_A_WORD))
        told = fold(piece[lead:])
        length = max((len(word) for word in wanted if told.startswith(word)), default=0)
        if length:
            spans.append((start + lead, start + min(lead + length, len(piece))))
        start += len(piece) + 1
    return tuple(spans)
