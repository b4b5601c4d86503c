"""Names and ways to reach people as pages to print: an address list, nothing private in it.

Public: ``address_paper(title, profiles)``, ``headed``, ``works_at`` and ``reached_at(profile)``. Made and
printed in whatever thread asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable

from otnet_desktop.domain.people import ContactKind, ContactState, Profile
from otnet_desktop.ui.journey.paper import Paper
from otnet_desktop.ui.theme.literal import one_line

SIZE = 9.5
BETWEEN = " · "


def address_paper(title: str, profiles: Iterable[Profile]) -> Paper:
    """Everyone in the order given."""
    paper = Paper(title, SIZE)
    for profile in profiles:
        lines = (works_at(profile), BETWEEN.join(reached_at(profile)))
        paper.entry(headed(profile), [one_line(line) for line in lines if line])
    return paper


def headed(profile: Profile) -> str:
    """The name with the letters after it."""
    return one_line(", ".join((profile.full_name, *profile.credentials)))


def works_at(profile: Profile) -> str:
    """``OT, Hands, Harbor Clinic``; nothing where that is not known."""
    place = profile.current
    return ", ".join(filter(None, (place.title, place.department, place.organisation)))


def reached_at(profile: Profile) -> list[str]:
    """The ways that work, addresses of streets last, each with its label."""
    working = [point for point in profile.contact_points if point.value and point.state is ContactState.OK]
    in_order = sorted(working, key=lambda point: (point.kind is ContactKind.ADDRESS, not point.primary))
    return [f"{point.value} ({point.label})" if point.label else point.value for point in in_order]
