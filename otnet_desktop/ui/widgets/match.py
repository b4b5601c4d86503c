"""Where a search hit.

Public: ``Match(text, spans)``; painted by ``match_line``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Match:
    """``text`` ("Notes: asked about caseload") and the half-open ranges of the matched letters in it."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()
