"""Where somebody worked before, with the dates as far as they are known.

Public: ``said_earlier(profile, today)``.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.names import place_line
from otnet_desktop.domain.people import Affiliation, Profile
from otnet_desktop.ui.dates import said_day

translate = QCoreApplication.translate


def said_earlier(profile: Profile, today: date) -> str:
    """One line, "Before: School OT · Larchmont USD (until 12 Mar)"; empty where nothing is known."""
    earlier = [place for place in profile.affiliations if not place.is_current and place_line(place)]
    told = "; ".join(_said(place, today) for place in earlier)
    return translate("EarlierPlaces", "Before: {places}").format(places=told) if told else ""


def _said(place: Affiliation, today: date) -> str:
    until = said_day(place.until, today) if place.until else ""
    if place.since is None:
        return translate("EarlierPlaces", "{place} (until {until})").format(place=place_line(place), until=until)
    span = translate("EarlierPlaces", "{place} ({since} to {until})")
    return span.format(place=place_line(place), since=said_day(place.since, today), until=until)
