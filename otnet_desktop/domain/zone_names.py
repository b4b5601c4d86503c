"""Time zones as people type them: by the city or by what a clock there is called, with spaces, in any case.

Public: ``zone_meant(typed, names)`` and ``zone_called(typed)``.
"""

from __future__ import annotations

from collections.abc import Collection

CLOCKS = {
    "America/New_York": ("est", "edt", "et", "eastern", "eastern time"),
    "America/Chicago": ("cst", "cdt", "ct", "central", "central time"),
    "America/Denver": ("mst", "mdt", "mt", "mountain", "mountain time"),
    "America/Los_Angeles": ("pst", "pdt", "pt", "pacific", "pacific time"),
    "America/Anchorage": ("akst", "akdt", "alaska time"),
    "Pacific/Honolulu": ("hst", "hawaii time"),
    "America/Halifax": ("atlantic", "atlantic time"),
    "Europe/London": ("gmt", "bst", "uk", "uk time"),
    "Europe/Paris": ("cet", "cest"),
    "Australia/Sydney": ("aest", "aedt"),
    "Australia/Perth": ("awst",),
    "Pacific/Auckland": ("nzst", "nzdt", "nz time"),
}
"""What the clocks are called in mails, and the largest city they hang in. Some of these names are zones by themselves,
without summer time, which nobody means; IST is left out, as it is three different clocks."""

_ZONE_OF = {called: zone for zone, names in CLOCKS.items() for called in names}


def zone_called(typed: str) -> str:
    """The zone whose clock is called so: "EST" is America/New_York. "" for none."""
    return _ZONE_OF.get(" ".join(typed.split()).casefold(), "")


def zone_meant(typed: str, names: Collection[str]) -> str:
    """The one of ``names`` that is meant: "new york" means America/New_York. Else, or between several, as typed."""
    if called := zone_called(typed):
        return called
    wanted = "_".join(typed.split()).casefold()
    whole = [name for name in names if name.casefold() == wanted]
    cities = [name for name in names if name.rpartition("/")[2].casefold() == wanted]
    return next((found[0] for found in (whole, cities) if len(found) == 1), typed)
