"""Bring news from a file to somebody we know: only ever add. What somebody typed stays, and so do all notes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any, TypeVar

from otnet_desktop.domain.duplicates.marks import ALSO_UID
from otnet_desktop.domain.duplicates.ways import fold_company, same_way, way_key
from otnet_desktop.domain.kept_lines import same_line
from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, ContactState, Profile

Item = TypeVar("Item")

_OF_THE_FILE = ("PRODID:", "REV:", "KIND:", "Connected On:", "X-ADDRESSBOOKSERVER-KIND:")
"""Lines of which the one we have is enough."""


def merge_update(existing: Profile, incoming: Profile) -> Profile:
    """The existing profile with whatever the incoming one adds; the same incoming again adds nothing."""
    return replace(
        _named(existing, incoming),
        nickname=existing.nickname or incoming.nickname,
        say_it_like=existing.say_it_like or incoming.say_it_like,
        pronouns=existing.pronouns or incoming.pronouns,
        credentials=_with(existing.credentials, incoming.credentials),
        role=existing.role or incoming.role,
        practice_areas=_with(existing.practice_areas, incoming.practice_areas),
        nucc=_with(existing.nucc, incoming.nucc),
        languages=_with(existing.languages, incoming.languages),
        zone=existing.zone or incoming.zone,
        birthday=existing.birthday or incoming.birthday,
        how_met=existing.how_met or incoming.how_met,
        met_via=existing.met_via or incoming.met_via,
        event=existing.event or incoming.event,
        tags=_with(existing.tags, incoming.tags),
        contact_points=_points(existing.contact_points, incoming.contact_points),
        affiliations=_places(existing.affiliations, incoming.affiliations),
        note=_note(existing.note, incoming.note),
        source=existing.source or incoming.source,
        uid=existing.uid or incoming.uid,
        foreign=_foreign(existing, incoming),
        photo=existing.photo or incoming.photo,
    )


ONLY_ONE = (
    *("nickname", "say_it_like", "pronouns", "role", "zone", "birthday"),
    *("how_met", "met_via", "event", "photo"),
)
"""Fields of a profile besides the name of which there can be only one value."""

OF_ONE_VALUE = ("given", "family", "middle", "prefix", "suffix", *ONLY_ONE)
"""Fields that hold one thing: what stands there stays, whatever a file says."""


def says_otherwise(existing: Profile, incoming: Profile) -> tuple[str, ...]:
    """The fields in which the incoming profile says something else than what stays."""
    return tuple(
        name
        for name in OF_ONE_VALUE
        if (said := getattr(incoming, name)) and (stays := getattr(existing, name)) and said != stays
    )


def brought_together(
    existing: Profile, incoming: Profile, left: Collection[str] = (), taken: Collection[str] = ()
) -> Profile:
    """``merge_update``, but for the fields that are ``left`` as they are, or ``taken`` as the incoming one says."""
    values: dict[str, Any] = {name: getattr(existing, name) for name in left}
    values |= {name: getattr(incoming, name) for name in taken}
    return replace(merge_update(existing, incoming), **values)


def _named(existing: Profile, incoming: Profile) -> Profile:
    """Parts of the name that were missing, while the name is shown as it was."""
    nameless = not (existing.given or existing.middle or existing.family or existing.display)
    added = replace(
        existing,
        given=existing.given or incoming.given,
        family=existing.family or incoming.family,
        middle=existing.middle or incoming.middle,
        prefix=existing.prefix or incoming.prefix,
        suffix=existing.suffix or incoming.suffix,
        display=incoming.display if nameless else existing.display,
    )
    if nameless or added.full_name == existing.full_name:
        return added
    return replace(added, display=existing.full_name)


def _with(existing: tuple[Item, ...], incoming: tuple[Item, ...]) -> tuple[Item, ...]:
    here = {*existing}
    return (*existing, *dict.fromkeys(item for item in incoming if item not in here))


def _points(existing: tuple[ContactPoint, ...], incoming: tuple[ContactPoint, ...]) -> tuple[ContactPoint, ...]:
    """Ways not known yet; the one to use first stays the first."""
    points = list(existing)
    led = {point.kind for point in existing if point.primary and point.state is ContactState.OK}
    near: dict[tuple[ContactKind, str], list[int]] = {}
    for place, known in enumerate(points):
        near.setdefault((known.kind, way_key(known.kind, known.value)), []).append(place)
    for point in incoming:
        here = near.setdefault((point.kind, way_key(point.kind, point.value)), [])
        same = [n for n in here if same_way(point.kind, points[n].value, point.value)]
        if not same:
            here.append(len(points))
            points.append(replace(point, primary=False) if point.kind in led else point)
        elif point.label and not points[same[0]].label and all(points[n].label != point.label for n in same):
            points[same[0]] = replace(points[same[0]], label=point.label)
    return tuple(points)


def _places(existing: tuple[Affiliation, ...], incoming: tuple[Affiliation, ...]) -> tuple[Affiliation, ...]:
    places = list(existing)
    for new in incoming:
        if any(_covers(place, new) for place in places):
            continue
        bare = next((i for i, place in enumerate(places) if _completes(new, place)), None)
        if bare is None:
            places.append(new)
        else:
            old = places[bare]
            places[bare] = replace(
                old,
                title=old.title or new.title,
                department=old.department or new.department,
                setting=old.setting or new.setting,
                since=old.since or new.since,
            )
    return tuple(places)


def _covers(place: Affiliation, new: Affiliation) -> bool:
    """Whether we know this already."""
    return (
        fold_company(place.organisation) == fold_company(new.organisation)
        and new.title.casefold() in {"", place.title.casefold()}
        and new.department.casefold() in {"", place.department.casefold()}
        and new.setting in {"", place.setting}
        and new.since in {None, place.since}
        and new.until in {None, place.until}
    )


def _completes(new: Affiliation, place: Affiliation) -> bool:
    """Whether it only tells more about a place we know."""
    return (
        place.is_current
        and new.is_current
        and fold_company(place.organisation) == fold_company(new.organisation)
        and place.title.casefold() in {"", new.title.casefold()}
        and place.department.casefold() in {"", new.department.casefold()}
        and place.setting in {"", new.setting}
        and place.since in {None, new.since}
    )


def has_lines(text: str, lines: str) -> bool:
    """Whether a text has these very lines: "Call" is not in "Never call"."""
    return f"\n{lines}\n" in f"\n{text}\n"


def _note(existing: str, incoming: str) -> str:
    if not incoming or has_lines(existing, incoming):
        return existing
    return f"{existing}\n\n{incoming}" if existing else incoming


def _foreign(existing: Profile, incoming: Profile) -> tuple[str, ...]:
    kept = existing.foreign
    here = set(map(same_line, kept))
    enough = tuple(start for start in _OF_THE_FILE if any(line.startswith(start) for line in kept))
    new = [line for line in incoming.foreign if same_line(line) not in here and not line.startswith(enough)]
    if existing.uid and incoming.uid and incoming.uid != existing.uid:
        new.append(ALSO_UID + incoming.uid)
    return _with(kept, tuple(new))
