"""Time zones as people type them: by the city, with spaces, in any case.

Public: ``zone_meant(typed, names)``.
"""

from __future__ import annotations

from collections.abc import Collection


def zone_meant(typed: str, names: Collection[str]) -> str:
    """The one of ``names`` that is meant: "new york" means America/New_York. Else, or between several, as typed."""
    wanted = "_".join(typed.split()).casefold()
    whole = [name for name in names if name.casefold() == wanted]
    cities = [name for name in names if name.rpartition("/")[2].casefold() == wanted]
    return next((found[0] for found in (whole, cities) if len(found) == 1), typed)
